import type { Audit } from '../audit/audit.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database, Transaction } from '../database/port.ts'
import { type Clock, toInstant } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { selectSuccessions, updateArchived } from './archiving-repository.ts'
import { nameOf } from './fields.ts'
import { type EmployeeRow, type ReportingRow, selectHeadedBy, selectReporting } from './repository.ts'
import { type Known, requireUnarchived, takeEmployee } from './taking.ts'

export interface ArchivingParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  readonly clock: Clock
}

/** How employees go out of sight and come back. Both throw as `takeEmployee`, and Refusal `REFUSED`. */
export interface Archiving {
  archive(known: Known, actor: ActingPerson): Promise<void>
  restore(known: Known, actor: ActingPerson): Promise<void>
}

export function createArchiving(parts: ArchivingParts): Archiving {
  const { database, lifecycle } = parts
  return {
    async archive(known, actor) {
      await database.write(async (transaction) => {
        await archiveWithin(parts, transaction, await takeEmployee(lifecycle, transaction, known, actor), actor)
      })
    },
    async restore(known, actor) {
      await database.write(async (transaction) => {
        await restoreWithin(parts, transaction, await takeEmployee(lifecycle, transaction, known, actor), actor)
      })
    },
  }
}

/**
 * Archives an employee within the caller's transaction.
 * @throws Refusal `REFUSED` for the archived, and while they can sign in or somebody depends on them
 */
export async function archiveWithin(
  parts: Pick<ArchivingParts, 'audit' | 'clock'>,
  transaction: Transaction,
  row: EmployeeRow,
  actor: ActingPerson,
): Promise<void> {
  requireUnarchived(row)
  const obstacles = await obstaclesTo(transaction, row)
  if (obstacles.length > 0) {
    throw new Refusal(
      'REFUSED',
      `${nameOf(row)} cannot be archived yet: ${list.format(obstacles.map(({ told }) => told))}. Offboard them first.`,
      {},
      obstacles.map(({ counted }) => counted),
    )
  }
  await store(parts, transaction, row, parts.clock.now(), actor)
}

/**
 * Brings an archived employee back within the caller's transaction.
 * @throws Refusal `REFUSED` for others, and for who would report to somebody who is archived
 */
export async function restoreWithin(
  parts: Pick<ArchivingParts, 'audit' | 'clock'>,
  transaction: Transaction,
  row: EmployeeRow,
  actor: ActingPerson,
): Promise<void> {
  if (row.archived_at === null) throw new Refusal('REFUSED', `${nameOf(row)} is not archived.`)
  const manager = await managerOf(transaction, row)
  if (manager !== null && manager.archived_at !== null) {
    throw new Refusal(
      'REFUSED',
      `${nameOf(row)} reports to ${nameOf(manager)}, who is archived. Restore ${nameOf(manager)} first.`,
      {},
      ['They report to somebody who is archived.'],
    )
  }
  await store(parts, transaction, row, null, actor)
}

async function managerOf(transaction: Transaction, { manager_id: id }: EmployeeRow): Promise<ReportingRow | null> {
  return id === null ? null : ((await transaction.execute(selectReporting({ id }))).rows[0] ?? null)
}

const list = new Intl.ListFormat('en-GB')

interface Obstacle {
  /** Of this employee, as a part of a sentence. */
  readonly told: string
  /** Of whomever, as a sentence. */
  readonly counted: string
}

async function obstaclesTo(transaction: Transaction, row: EmployeeRow): Promise<readonly Obstacle[]> {
  const { id, reports } = row
  const departments = (await transaction.execute(selectHeadedBy({ id }))).rows
  const successions = (await transaction.execute(selectSuccessions({ id }))).rows
  const obstacles: Obstacle[] = []
  if (row.account_id !== null && row.disabled_at === null) {
    obstacles.push({ told: 'they can still sign in', counted: 'They can still sign in.' })
  }
  if (reports) {
    const told = reports === 1 ? '1 person reports to them' : `${reports} people report to them`
    obstacles.push({ told, counted: 'Somebody reports to them.' })
  }
  if (departments.length > 0) {
    const told = `they lead ${list.format(departments.map(({ name }) => name))}`
    obstacles.push({ told, counted: 'They lead a department.' })
  }
  if (successions.length > 0) {
    const told = `they are to take over from ${list.format(successions.map(nameOf))}`
    obstacles.push({ told, counted: 'They are to take over from somebody.' })
  }
  return obstacles
}

async function store(
  { audit, clock }: Pick<ArchivingParts, 'audit' | 'clock'>,
  transaction: Transaction,
  row: EmployeeRow,
  archivedAt: number | null,
  actor: ActingPerson,
): Promise<void> {
  const stamp = { updated_at: clock.now(), version: row.version + 1 }
  await transaction.execute(updateArchived({ id: row.id, archived_at: archivedAt, ...stamp }))
  await audit.append(transaction, {
    action: archivedAt === null ? 'employee.restored' : 'employee.archived',
    actor,
    subject: { kind: 'employee', id: row.id, name: nameOf(row) },
    changes: { archivedAt: { old: inWords(row.archived_at), new: inWords(archivedAt) } },
  })
}

const inWords = (at: number | null): string | null => (at === null ? null : toInstant(at))
