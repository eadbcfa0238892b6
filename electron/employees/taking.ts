import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { conflict } from './conflict.ts'
import { nameOf } from './fields.ts'
import { toEmployeeRecord } from './record.ts'
import { type EmployeeRow, selectEmployee } from './repository.ts'

/** The version of an employee that a change was made from. */
export interface Known {
  readonly id: number
  readonly version: number
}

/**
 * An employee whom somebody is about to change, within the caller's transaction.
 * @throws Refusal `UNAUTHENTICATED` where the actor's session ended meanwhile, `NOT_FOUND`, `CONFLICT` over a newer version
 */
export async function takeEmployee(
  lifecycle: Pick<Lifecycle, 'requireOpenWithin'>,
  transaction: Transaction,
  { id, version }: Known,
  actor: ActingPerson,
): Promise<EmployeeRow> {
  await lifecycle.requireOpenWithin(transaction, actor)
  const row = await readEmployee(transaction, id)
  if (row.version !== version) throw await conflict(transaction, toEmployeeRecord(row), version)
  return row
}

/** @throws Refusal `NOT_FOUND` */
export async function readEmployee(transaction: Transaction, id: number): Promise<EmployeeRow> {
  const [row] = (await transaction.execute(selectEmployee({ id }))).rows
  if (!row) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
  return row
}

/** What is archived stays as it is. Throws Refusal `REFUSED`. */
export function requireUnarchived(row: EmployeeRow): void {
  if (row.archived_at === null) return
  throw new Refusal('REFUSED', `${nameOf(row)} is archived. Restore them first.`, {}, ['They are archived.'])
}
