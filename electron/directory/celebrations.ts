import type { Audit } from '../audit/audit.ts'
import {
  type Celebration,
  type CelebrationChoice,
  celebrationDays,
  celebrationKinds,
  longestCelebrations,
} from '../contract/directory.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database, Transaction } from '../database/port.ts'
import { nameOf } from '../employees/fields.ts'
import { selectOwnId } from '../employees/people-repository.ts'
import { selectReporting } from '../employees/repository.ts'
import type { Clock } from '../environment/clock.ts'
import { toPlainDate } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { type UpcomingDay, upcomingDays } from './days.ts'
import { type CelebrationRow, deleteChoice, insertChoice, selectCelebrations, selectChoice } from './repository.ts'

export interface CelebrationParts {
  readonly database: Database
  readonly audit: Audit
  readonly clock: Clock
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  /** Told after every change that was committed. */
  readonly onChanged: () => void
}

/** Birthdays and work anniversaries of those who show them. */
export interface Celebrations {
  /** Those of the next days, the nearest first. */
  upcoming(): Promise<{ total: number; celebrations: Celebration[] }>
  /** What an employee shows. */
  chosen(employeeId: number): Promise<CelebrationChoice>
  /** Shows and hides one's own days, at once. Throws Refusal `NOT_FOUND` for an account without an employee record. */
  choose(choice: CelebrationChoice, actor: ActingPerson): Promise<CelebrationChoice>
}

export function createCelebrations(parts: CelebrationParts): Celebrations {
  const { database, audit, clock, lifecycle, onChanged } = parts

  async function write(transaction: Transaction, choice: CelebrationChoice, actor: ActingPerson): Promise<boolean> {
    await lifecycle.requireOpenWithin(transaction, actor)
    const [own] = (await transaction.execute(selectOwnId({ accountId: actor.accountId }))).rows
    const [employee] = own ? (await transaction.execute(selectReporting(own))).rows : []
    if (!employee) throw new Refusal('NOT_FOUND', 'No employee record belongs to your account.')
    const former = choiceOf((await transaction.execute(selectChoice({ employee_id: employee.id }))).rows)
    const changed = celebrationKinds.filter((kind) => choice[kind] !== former[kind])
    for (const kind of changed) {
      const row = { employee_id: employee.id, kind }
      await transaction.execute(choice[kind] ? insertChoice(row) : deleteChoice(row))
    }
    if (changed.length === 0) return false
    await audit.append(transaction, {
      action: 'employee.celebrations_chosen',
      actor,
      subject: { kind: 'employee', id: employee.id, name: nameOf(employee) },
      changes: Object.fromEntries(
        changed.map((kind) => [kind, { old: inWords(former[kind]), new: inWords(choice[kind]) }]),
      ),
    })
    return true
  }

  return {
    async upcoming() {
      const days = upcomingDays(toPlainDate(clock.now()), celebrationDays)
      const wanted = [...days.keys()]
      const birthdays = await database.read(selectCelebrations('birthday', wanted))
      const anniversaries = await database.read(selectCelebrations('anniversary', wanted))
      const all = [...birthdays, ...anniversaries]
        .flatMap((row) => celebrationOf(row, days))
        .sort((a, b) => a.inDays - b.inDays)
      return { total: all.length, celebrations: all.slice(0, longestCelebrations) }
    },
    async chosen(employeeId) {
      return choiceOf(await database.read(selectChoice({ employee_id: employeeId })))
    },
    async choose(choice, actor) {
      if (await database.write((transaction) => write(transaction, choice, actor))) onChanged()
      return choice
    },
  }
}

/** The day of a row without its year. Nobody has an anniversary in the year in which they came. */
function celebrationOf(row: CelebrationRow, days: ReadonlyMap<string, UpcomingDay>): readonly Celebration[] {
  const upcoming = days.get(row.date.slice(5))
  if (upcoming === undefined || Number(row.date.slice(0, 4)) >= upcoming.year) return []
  const person = {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name ?? '',
  }
  const [month = 0, day = 0] = row.date.slice(5).split('-').map(Number)
  return [{ person, kind: row.kind, month, day, inDays: upcoming.inDays }]
}

const choiceOf = (rows: readonly Pick<CelebrationRow, 'kind'>[]): CelebrationChoice => ({
  birthday: rows.some(({ kind }) => kind === 'birthday'),
  anniversary: rows.some(({ kind }) => kind === 'anniversary'),
})

const inWords = (isShown: boolean): string => (isShown ? 'yes' : 'no')
