import type { Audit } from '../audit/audit.ts'
import type { SettableStatus } from '../contract/employee-filter.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { nameOf } from './fields.ts'
import { updateStatus } from './repository.ts'
import { type Known, requireUnarchived, takeEmployee } from './taking.ts'

interface StatusParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  readonly clock: Clock
}

/**
 * Sets how an employee stands. Nothing else follows from it: whether they can sign in is their account's matter.
 * @throws Refusal as `takeEmployee`, and `REFUSED` for somebody who left or is archived
 */
export async function changeStatus(
  { database, audit, lifecycle, clock }: StatusParts,
  known: Known,
  status: SettableStatus,
  actor: ActingPerson,
): Promise<void> {
  await database.write(async (transaction) => {
    const row = await takeEmployee(lifecycle, transaction, known, actor)
    requireUnarchived(row)
    if (row.status === 'left') throw new Refusal('REFUSED', `${nameOf(row)} has left. Rehire them instead.`)
    if (row.status === status) return
    const stamp = { updated_at: clock.now(), version: row.version + 1 }
    await transaction.execute(updateStatus({ id: row.id, status, ...stamp }))
    await audit.append(transaction, {
      action: 'employee.status_changed',
      actor,
      subject: { kind: 'employee', id: row.id, name: nameOf(row) },
      changes: { status: { old: row.status, new: status } },
    })
  })
}
