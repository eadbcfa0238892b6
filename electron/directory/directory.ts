import type { DirectoryRow } from '../contract/directory.ts'
import { Refusal } from '../contract/errors.ts'
import { asSeenBy, type PublicView } from '../contract/visibility.ts'
import { toldValues } from '../custom-fields/told-values.ts'
import { knownLine, wordsOf } from '../employees/people.ts'
import {
  countPeople,
  type PersonRow,
  peopleHere,
  selectDepartmentNames,
  selectOwnId,
  selectPeople,
} from '../employees/people-repository.ts'
import { customIn, joined, named, toEmployeeRecord } from '../employees/record.ts'
import { selectEmployee } from '../employees/repository.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { inOrder } from '../organisation/order.ts'
import { type CelebrationParts, createCelebrations } from './celebrations.ts'
import { matching, type PublicRow, selectPublic } from './repository.ts'

export interface DirectoryParts extends CelebrationParts {
  /** Lets others have their turn between two statements: each looks through the whole company. */
  readonly pause: () => Promise<void>
}

/** The directory of the people who work here, and what one sees of oneself. */
export function createDirectoryHandlers(parts: DirectoryParts): FeatureHandlers<'directory'> {
  const { database, pause } = parts
  const celebrations = createCelebrations(parts)

  async function count(people: ReturnType<typeof peopleHere>): Promise<number> {
    await pause()
    const [row] = await database.read(countPeople(people))
    return row?.count ?? 0
  }

  return {
    async list({ search, departmentId, managerId, offset, limit }) {
      const words = await wordsOf(database, search)
      const people = matching({ words, departmentId, managerId })
      const rows = await database.read(selectPeople(people, offset, limit))
      const listed = await count(peopleHere())
      const isNarrowed = words.length > 0 || departmentId !== null || managerId !== null
      return { total: isNarrowed ? await count(people) : listed, listed, rows: rows.map(toDirectoryRow) }
    },

    async read({ id }) {
      const [row] = await database.read(selectPublic({ id }))
      if (!row) throw new Refusal('NOT_FOUND', 'Nobody in the directory has this address any more.')
      return { person: toPublicView(row) }
    },

    async departments() {
      const rows = inOrder(await database.read(selectDepartmentNames({})), ({ name }) => name)
      return { departments: rows.map(({ id, name, parent_id: parentId }) => ({ id, name, parentId })) }
    },

    celebrations: celebrations.upcoming,

    async readOwn(_input, { signedIn }) {
      const [own] = await database.read(selectOwnId(signedIn))
      const [row] = own ? await database.read(selectEmployee(own)) : []
      if (!row) return { own: null }
      const employee = asSeenBy('self', { ...toEmployeeRecord(row), ...(await knownLine(database, row.id)) })
      const custom = await toldValues(database, customIn(row))
      return { own: { employee, custom, celebrations: await celebrations.chosen(row.id) } }
    },

    chooseCelebrations: async ({ celebrations: choice }, { signedIn }) => ({
      celebrations: await celebrations.choose(choice, signedIn),
    }),
  }
}

function toDirectoryRow(row: Omit<PersonRow, 'employee_number' | 'status'>): DirectoryRow {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name ?? '',
    workEmail: row.work_email ?? '',
    workPhone: row.work_phone ?? '',
    department: named(row.department_id, row.department_name),
    position: named(row.position_id, row.position_title),
  }
}

function toPublicView(row: PublicRow): PublicView {
  return {
    ...toDirectoryRow(row),
    manager: named(row.manager_id, joined(row.manager_first_name, row.manager_last_name)),
    reports: row.reports ?? 0,
  }
}
