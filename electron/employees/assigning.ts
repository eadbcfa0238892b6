import { assignedColumns } from '../assignments/recording.ts'
import { type AssignedField, assignedFields, usualEffectiveDate } from '../contract/assignments.ts'
import { Refusal } from '../contract/errors.ts'
import type { EmployeeFields, Places } from './fields.ts'
import type { EmployeeRow } from './repository.ts'

/** A change of an employee's assignment: what of it changes, and from when on. */
export interface AssignmentChange {
  /** Those of the four fields that differ; none where nothing of the assignment changes. */
  readonly fields: readonly AssignedField[]
  readonly columns: ReturnType<typeof assignedColumns>
  /** A plain date. */
  readonly from: string
  /** Whether that day is still to come, so that the change is only planned. */
  readonly isAhead: boolean
  /** The day, where somebody asked for another than the usual one. */
  readonly asked: string | null
}

/**
 * What an employee's new fields change of the assignment.
 * @param asked the day from which it is to hold; null for the usual one
 * @param today a plain date
 * @throws Refusal `INVALID_INPUT` for a day outside the employment
 */
export function assignmentChange(
  row: EmployeeRow,
  employee: EmployeeFields,
  places: Places,
  asked: string | null,
  today: string,
): AssignmentChange {
  const { hireDate } = employee
  const leftOn = row.status === 'left' ? row.leaving_date : null
  const usual = usualEffectiveDate(today, hireDate, leftOn)
  const from = asked ?? usual
  const former = assignedOf(row)
  const fields = assignedFields.filter((field) => former[field] !== employee[field])
  if (fields.length > 0) {
    if (from < hireDate) throw wrongDay(`Nothing can hold before the hire date, ${hireDate}. Enter a later day.`)
    if (leftOn !== null && from > leftOn) throw wrongDay(`The last day of work was ${leftOn}. Enter an earlier day.`)
  }
  return {
    fields,
    columns: assignedColumns(fields, employee, places),
    from,
    isAhead: fields.length > 0 && from > today && from > hireDate,
    asked: from === usual ? null : from,
  }
}

/** The four fields as an employee's row has them. */
export const assignedOf = (row: EmployeeRow): Pick<EmployeeFields, AssignedField> => ({
  departmentId: row.department_id,
  positionId: row.position_id,
  managerId: row.manager_id,
  employmentType: row.employment_type,
})

const wrongDay = (problem: string) => new Refusal('INVALID_INPUT', problem, { fields: { effectiveFrom: problem } })
