import { plan } from '../assignments/planning.ts'
import { assignedColumns, beginTimeline, moveHireDate, recordChange } from '../assignments/recording.ts'
import type { Audit, AuditActor } from '../audit/audit.ts'
import { type AssignedField, assignedFields } from '../contract/assignments.ts'
import type { CustomValues } from '../contract/custom-fields.ts'
import {
  canonicalValues,
  readDefinitions,
  searchedTexts,
  storeValues,
  valueChanges,
  valuesAfter,
} from '../custom-fields/values.ts'
import type { Transaction } from '../database/port.ts'
import { type Clock, toPlainDate } from '../environment/clock.ts'
import { assignedOf, assignmentChange } from './assigning.ts'
import { columnsOf } from './columns.ts'
import { findDuplicates, refuseDuplicates } from './duplicates.ts'
import { changedFields, type EmployeeFields, fullName, type Places } from './fields.ts'
import { placesOf } from './places.ts'
import { customIn, toEmployeeRecord } from './record.ts'
import { type EmployeeRow, insertEmployee, rememberNumber, selectEmployee, updateEmployee } from './repository.ts'
import { indexWithin, reindexWithin } from './search-repository.ts'
import { requireUnarchived } from './taking.ts'

export interface WritingParts {
  readonly audit: Audit
  readonly clock: Clock
}

/** The account that a new employee has. */
interface OwnAccount {
  readonly accountId: number
  readonly username: string
}

interface NewEmployee {
  readonly employee: EmployeeFields
  readonly places: Places
  readonly account: OwnAccount | null
  /** What was typed for custom fields; those that are left out get no value. */
  readonly custom?: CustomValues
}

/** What goes with a change of an employee's fields. */
interface Besides {
  /** The plain date from which a change of assignment holds; left out, the usual one. */
  readonly effectiveFrom?: string | undefined
  /** What was typed for custom fields; those that are left out stay as they are. */
  readonly custom?: CustomValues | undefined
}

/**
 * Adds an employee: every way in (registration, import) ends here, with the record, its number, its search and its
 * history. What is unique and where the employee stands has been checked by the caller.
 * @param places the names of what the employee points to, as `placesOf` answers them
 */
export async function addEmployeeWithin(
  { audit, clock }: WritingParts,
  transaction: Transaction,
  { employee, places, account, custom = {} }: NewEmployee,
  actor: AuditActor,
): Promise<EmployeeRow> {
  const now = clock.now()
  const definitions = await readDefinitions(transaction)
  const values = valuesAfter({}, canonicalValues(definitions, custom, {}))
  const { rows } = await transaction.execute(
    insertEmployee({
      ...columnsOf(employee, account?.username ?? null, searchedTexts(definitions, values)),
      status: 'active',
      account_id: account?.accountId ?? null,
      created_at: now,
      updated_at: now,
      version: 1,
    }),
  )
  const [inserted] = rows
  if (inserted) await storeValues(transaction, inserted.id, {}, values)
  const row = inserted && (await transaction.execute(selectEmployee(inserted))).rows[0]
  if (!row) throw new Error('the employee was not inserted')
  await indexWithin(transaction, row.id)
  await transaction.execute(rememberNumber(row))
  await beginTimeline(transaction, row.id, row.hire_date, assignedColumns(assignedFields, employee, places), {
    created_at: now,
    created_by: actor.username,
  })
  await audit.append(transaction, {
    action: 'employee.registered',
    actor,
    subject: { kind: 'employee', id: row.id, name: fullName(employee) },
    changes: {
      ...changedFields(null, employee, places),
      ...valueChanges(definitions, {}, values),
      status: { old: null, new: row.status },
    },
  })
  return row
}

/**
 * Changes an employee's fields: every way to do so (form, bulk change, import) ends here. Nothing is written, and no
 * version made, where nothing differs. A change of department, position, manager or employment type that holds from a
 * day ahead is kept as planned; the other fields are written at once.
 * @param actor null for Staffdesk itself
 * @returns whether anything was changed or planned
 * @throws Refusal `DUPLICATE`, `REFUSED` for the archived, and as `placesOf`, `canonicalValues`, `assignmentChange` and `moveHireDate`
 */
export async function changeEmployeeWithin(
  { audit, clock }: WritingParts,
  transaction: Transaction,
  row: EmployeeRow,
  employee: EmployeeFields,
  actor: AuditActor | null,
  { effectiveFrom, custom = {} }: Besides = {},
): Promise<boolean> {
  const { id } = row
  const now = clock.now()
  const stamp = { created_at: now, created_by: actor?.username ?? null }
  const places = await placesOf(transaction, employee, row)
  const assigned = assignmentChange(row, employee, places, effectiveFrom ?? null, toPlainDate(now))
  const present = assigned.isAhead ? { ...employee, ...assignedOf(row) } : employee
  const definitions = await readDefinitions(transaction)
  const known = customIn(row)
  const values = valuesAfter(known, canonicalValues(definitions, custom, known))
  const differing = Object.entries(changedFields(toEmployeeRecord(row), employee, places))
  const isAhead = ([name]: readonly [string, unknown]) =>
    assigned.isAhead && assigned.fields.includes(name as AssignedField)
  const changes = {
    ...Object.fromEntries(differing.filter((change) => !isAhead(change))),
    ...valueChanges(definitions, known, values),
  }
  const isChanged = Object.keys(changes).length > 0
  if (!isChanged && !assigned.isAhead) return false
  requireUnarchived(row)
  refuseDuplicates(await findDuplicates(transaction, present, id))
  const texts = searchedTexts(definitions, values)
  const next = { ...columnsOf(present, row.username, texts), updated_at: now, version: row.version + 1 }
  await transaction.execute(updateEmployee({ ...next, id }))
  await reindexWithin(transaction, row, next.search_key)
  await transaction.execute(rememberNumber({ ...next, id }))
  await storeValues(transaction, id, known, values)
  if (row.hire_date !== present.hireDate) await moveHireDate(transaction, id, present.hireDate)
  const subject = { kind: 'employee', id, name: fullName(present) }
  const from = { effectiveFrom: { old: null, new: assigned.from } }
  if (assigned.isAhead) {
    await plan(transaction, id, assigned, stamp)
    const planned = { ...Object.fromEntries(differing.filter(isAhead)), ...from }
    await audit.append(transaction, { action: 'employee.assignment_planned', actor, subject, changes: planned })
  } else if (assigned.fields.length > 0) {
    await recordChange(transaction, id, assigned.columns, assigned.from, stamp)
  }
  if (isChanged) {
    const dated = !assigned.isAhead && assigned.asked !== null ? { ...changes, ...from } : changes
    await audit.append(transaction, { action: 'employee.updated', actor, subject, changes: dated })
  }
  return true
}
