import { Refusal } from '../contract/errors.ts'
import type { TeamMember } from '../contract/team.ts'
import { asSeenBy } from '../contract/visibility.ts'
import { toldValues } from '../custom-fields/told-values.ts'
import type { Database } from '../database/port.ts'
import { knownLine, leadsOf, wordsOf } from '../employees/people.ts'
import { countPeople, type PersonRow, selectPeople } from '../employees/people-repository.ts'
import { customIn, joined, named, toEmployeeRecord } from '../employees/record.ts'
import { selectEmployee } from '../employees/repository.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { foundInTeam, narrowedTeam, selectMember, team } from './repository.ts'

export interface TeamParts {
  readonly database: Pick<Database, 'read'>
  /** Lets others have their turn between two statements: each looks through the whole company. */
  readonly pause: () => Promise<void>
}

/** What those to whom others report see of them. Who that is, is asked anew at every call. */
export function createTeamHandlers({ database, pause }: TeamParts): FeatureHandlers<'team'> {
  async function count(people: ReturnType<typeof team>): Promise<number> {
    await pause()
    const [row] = await database.read(countPeople(people))
    return row?.count ?? 0
  }

  return {
    async list({ search, offset, limit, ...filter }, { signedIn: { accountId } }) {
      const words = await wordsOf(database, search)
      const leads = await leadsOf(database, accountId)
      const all = team(leads)
      const narrowed = narrowedTeam(all, accountId, filter)
      const found = foundInTeam(narrowed, words)
      await pause()
      const rows = await database.read(selectPeople(found, offset, limit))
      const members = await count(all)
      // A count goes through the whole line: once is enough where nothing is asked for.
      const isEverybody = words.length === 0 && narrowed === all
      return { total: isEverybody ? members : await count(found), members, rows: rows.map(toMember) }
    },

    async read({ id }, { signedIn: { accountId } }) {
      const [found] = await database.read(selectMember(accountId, id))
      const [row] = found ? await database.read(selectEmployee(found)) : []
      if (!row) throw new Refusal('NOT_FOUND', 'Nobody of your team has this address any more.')
      const member = asSeenBy('manager', { ...toEmployeeRecord(row), ...(await knownLine(database, row.id)) })
      return { member, custom: await toldValues(database, customIn(row)) }
    },
  }
}

function toMember(row: PersonRow): TeamMember {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    employeeNumber: row.employee_number,
    department: named(row.department_id, row.department_name),
    position: named(row.position_id, row.position_title),
    manager: named(row.manager_id, joined(row.manager_first_name, row.manager_last_name)),
    status: row.status,
  }
}
