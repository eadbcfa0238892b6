import { plan } from '../assignments/planning.ts'
import { assignedColumns, beginTimeline, moveHireDate, recordChange } from '../assignments/recording.ts'
import type { Audit, AuditActor } from '../audit/audit.ts'
import { type AssignedField, assignedFields } from '../contract/assignments.ts'
import type { CustomValues } from '../contract/custom-fields.ts'
import {
  canonicalValues,
  type Definition,
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
import {
  type EmployeeRow,
  insertEmployee,
  nextIdWithin,
  rememberNumber,
  selectEmployee,
  updateEmployee,
} from './repository.ts'
import { indexWithin, reindexWithin } from './search-repository.ts'
import { requireUnarchived } from './taking.ts'

/** The version of an employee who was added and not changed since. */
export const firstVersion = 1

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
  /** As `nextIdWithin` answers it, or counted on from there by whoever adds many. */
  readonly id: number
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
  /** How the search is kept true; left out, at once. Whoever changes many does it once for all (`createReindexing`). */
  readonly reindex?: typeof reindexWithin
}

/** Adds an employee, as `addUnindexedWithin`, and takes them into the search. */
export async function addEmployeeWithin(
  parts: WritingParts,
  transaction: Transaction,
  added: Omit<NewEmployee, 'id'>,
  actor: AuditActor,
): Promise<EmployeeRow> {
  const id = await nextIdWithin(transaction)
  await addUnindexedWithin(parts, transaction, await readDefinitions(transaction), { ...added, id }, actor)
  await indexWithin(transaction, id)
  const row = (await transaction.execute(selectEmployee({ id }))).rows[0]
  if (!row) throw new Error('the employee was not inserted')
  return row
}

/**
 * Adds an employee: every way in (registration, import) ends here, with the record, its number and its history. What is
 * unique and where the employee stands has been checked by the caller, who also takes those added into the search: many
 * together, because SQLite writes the index out before each row of another table that comes in between.
 * @param definitions as `readDefinitions` answers them
 * @param added with the names of what the employee points to, as `placesOf` answers them
 */
export async function addUnindexedWithin(
  { audit, clock }: WritingParts,
  transaction: Transaction,
  definitions: readonly Definition[],
  { id, employee, places, account, custom = {} }: NewEmployee,
  actor: AuditActor,
): Promise<void> {
  const now = clock.now()
  const values = valuesAfter({}, canonicalValues(definitions, custom, {}))
  const columns = columnsOf(employee, account?.username ?? null, searchedTexts(definitions, values))
  const status = 'active'
  await transaction.execute(
    insertEmployee({
      ...columns,
      id,
      status,
      account_id: account?.accountId ?? null,
      created_at: now,
      updated_at: now,
      version: firstVersion,
    }),
  )
  await storeValues(transaction, id, {}, values)
  await transaction.execute(rememberNumber({ ...columns, id }))
  await beginTimeline(transaction, id, employee.hireDate, assignedColumns(assignedFields, employee, places), {
    created_at: now,
    created_by: actor.username,
  })
  await audit.append(transaction, {
    action: 'employee.registered',
    actor,
    subject: { kind: 'employee', id, name: fullName(employee) },
    changes: {
      ...changedFields(null, employee, places),
      ...valueChanges(definitions, {}, values),
      status: { old: null, new: status },
    },
  })
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
  { effectiveFrom, custom = {}, reindex = reindexWithin }: Besides = {},
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
  await transaction.execute(updateEmployee(row, next))
  await reindex(transaction, row, next.search_key)
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
