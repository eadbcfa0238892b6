import { type AssignedField, assignedFields } from '../contract/assignments.ts'
import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { unassigned } from './recording.ts'
import {
  type AssignmentRow,
  deleteAssignment,
  insertAssignment,
  selectPlanned,
  updateAssignment,
} from './repository.ts'
import type { AssignedColumns, Stamp } from './timeline.ts'

/** The fields that a planned row changes. */
export const plannedFieldsOf = ({ planned_fields }: Pick<AssignmentRow, 'planned_fields'>): AssignedField[] => {
  const names = JSON.parse(planned_fields ?? '[]') as string[]
  return assignedFields.filter((field) => names.includes(field))
}

/**
 * Keeps a change of these fields for a day that is ahead. With what is planned for the same day it becomes one change,
 * in which the later word counts.
 */
export async function plan(
  transaction: Transaction,
  employeeId: number,
  { fields, columns, from }: { fields: readonly AssignedField[]; columns: Partial<AssignedColumns>; from: string },
  stamp: Stamp,
): Promise<void> {
  const { rows } = await transaction.execute(selectPlanned({ employeeId }))
  const former = rows.find((row) => row.effective_from === from)
  const known = former ? plannedFieldsOf(former) : []
  const planned_fields = JSON.stringify(
    assignedFields.filter((field) => known.includes(field) || fields.includes(field)),
  )
  const row = { ...unassigned, ...former, ...columns, ...stamp, planned_fields, problem: null }
  const stored = { ...row, employee_id: employeeId, effective_from: from }
  await transaction.execute(former ? updateAssignment({ ...stored, id: former.id }) : insertAssignment(stored))
}

/** Takes everything back that is planned for an employee; answers what that was. */
export async function cancelAll(transaction: Transaction, employeeId: number): Promise<readonly AssignmentRow[]> {
  const { rows } = await transaction.execute(selectPlanned({ employeeId }))
  for (const row of rows) await transaction.execute(deleteAssignment(row))
  return rows
}

export async function findPlanned(
  transaction: Transaction,
  employeeId: number,
  id: number,
): Promise<AssignmentRow | undefined> {
  const { rows } = await transaction.execute(selectPlanned({ employeeId }))
  return rows.find((planned) => planned.id === id)
}

/** @throws Refusal `NOT_FOUND` */
export async function readPlanned(transaction: Transaction, employeeId: number, id: number): Promise<AssignmentRow> {
  const row = await findPlanned(transaction, employeeId, id)
  if (!row) throw new Refusal('NOT_FOUND', 'This change is not planned any more.')
  return row
}

/** The name of something that a planned row points to and that was removed meanwhile; null where nothing was. */
export function goneIn(row: AssignmentRow): string | null {
  const pointers = [
    [row.department_id, row.department_name],
    [row.position_id, row.position_title],
    [row.manager_id, row.manager_name],
  ] as const
  return pointers.find(([id, name]) => id === null && name !== null)?.[1] ?? null
}
