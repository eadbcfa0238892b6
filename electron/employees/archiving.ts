import type { Audit } from '../audit/audit.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database, Transaction } from '../database/port.ts'
import { type Clock, toInstant } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { selectSuccessions, updateArchived } from './archiving-repository.ts'
import { nameOf } from './fields.ts'
import { type EmployeeRow, selectHeadedBy } from './repository.ts'
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
      `${nameOf(row)} cannot be archived yet: ${list.format(obstacles)}. Offboard them first.`,
    )
  }
  await store(parts, transaction, row, parts.clock.now(), actor)
}

/** Brings an archived employee back within the caller's transaction. Throws Refusal `REFUSED` for others. */
export async function restoreWithin(
  parts: Pick<ArchivingParts, 'audit' | 'clock'>,
  transaction: Transaction,
  row: EmployeeRow,
  actor: ActingPerson,
): Promise<void> {
  if (row.archived_at === null) throw new Refusal('REFUSED', `${nameOf(row)} is not archived.`)
  await store(parts, transaction, row, null, actor)
}

const list = new Intl.ListFormat('en-GB')

async function obstaclesTo(transaction: Transaction, row: EmployeeRow): Promise<readonly string[]> {
  const { id, reports } = row
  const departments = (await transaction.execute(selectHeadedBy({ id }))).rows
  const successions = (await transaction.execute(selectSuccessions({ id }))).rows
  return [
    ...(row.account_id !== null && row.disabled_at === null ? ['they can still sign in'] : []),
    ...(reports ? [reports === 1 ? '1 person reports to them' : `${reports} people report to them`] : []),
    ...(departments.length > 0 ? [`they lead ${list.format(departments.map(({ name }) => name))}`] : []),
    ...(successions.length > 0 ? [`they are to take over from ${list.format(successions.map(nameOf))}`] : []),
  ]
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
