import type { Audit, AuditActor } from '../audit/audit.ts'
import type { Transaction } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import { columnsOf } from './columns.ts'
import { findDuplicates, refuseDuplicates } from './duplicates.ts'
import { changedFields, type EmployeeFields, fullName, type Places } from './fields.ts'
import { placesOf } from './places.ts'
import { toEmployeeRecord } from './record.ts'
import { type EmployeeRow, insertEmployee, rememberNumber, selectEmployee, updateEmployee } from './repository.ts'
import { indexWithin, reindexWithin } from './search-repository.ts'

export interface WritingParts {
  readonly audit: Audit
  readonly clock: Clock
}

/** The account that a new employee has. */
interface OwnAccount {
  readonly accountId: number
  readonly username: string
}

/**
 * Adds an employee: every way in (registration, import) ends here, with the record, its number, its search and its
 * history. What is unique and where the employee stands has been checked by the caller.
 * @param places the names of what the employee points to, as `placesOf` answers them
 */
export async function addEmployeeWithin(
  { audit, clock }: WritingParts,
  transaction: Transaction,
  { employee, places, account }: { employee: EmployeeFields; places: Places; account: OwnAccount | null },
  actor: AuditActor,
): Promise<EmployeeRow> {
  const now = clock.now()
  const { rows } = await transaction.execute(
    insertEmployee({
      ...columnsOf(employee, account?.username ?? null),
      status: 'active',
      account_id: account?.accountId ?? null,
      created_at: now,
      updated_at: now,
      version: 1,
    }),
  )
  const [inserted] = rows
  const row = inserted && (await transaction.execute(selectEmployee(inserted))).rows[0]
  if (!row) throw new Error('the employee was not inserted')
  await indexWithin(transaction, row.id)
  await transaction.execute(rememberNumber(row))
  await audit.append(transaction, {
    action: 'employee.registered',
    actor,
    subject: { kind: 'employee', id: row.id, name: fullName(employee) },
    changes: { ...changedFields(null, employee, places), status: { old: null, new: row.status } },
  })
  return row
}

/**
 * Changes an employee's fields: every way to do so (form, bulk change, import) ends here. Nothing is written, and no
 * version made, where nothing differs.
 * @returns whether anything was changed
 * @throws Refusal `DUPLICATE`, and as `placesOf`
 */
export async function changeEmployeeWithin(
  { audit, clock }: WritingParts,
  transaction: Transaction,
  row: EmployeeRow,
  employee: EmployeeFields,
  actor: AuditActor,
): Promise<boolean> {
  const { id } = row
  const places = await placesOf(transaction, employee, row)
  const changes = changedFields(toEmployeeRecord(row), employee, places)
  if (Object.keys(changes).length === 0) return false
  refuseDuplicates(await findDuplicates(transaction, employee, id))
  const next = { ...columnsOf(employee, row.username), updated_at: clock.now(), version: row.version + 1 }
  await transaction.execute(updateEmployee({ ...next, id }))
  await reindexWithin(transaction, row, next.search_key)
  await transaction.execute(rememberNumber({ ...next, id }))
  await audit.append(transaction, {
    action: 'employee.updated',
    actor,
    subject: { kind: 'employee', id, name: fullName(employee) },
    changes,
  })
  return true
}
