import type { AssignedField } from '../contract/assignments.ts'
import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import {
  type AssignmentRow,
  deleteAssignment,
  insertAssignment,
  selectTimeline,
  updateAssignment,
} from './repository.ts'
import {
  type AssignedColumns,
  changedFrom,
  endedOn,
  lastEmployment,
  movedTo,
  type Stamp,
  type TimelineRow,
} from './timeline.ts'

/** What is chosen for the four fields. */
export interface Chosen {
  readonly departmentId: number | null
  readonly positionId: number | null
  readonly managerId: number | null
  readonly employmentType: AssignedColumns['employment_type']
}

/** The names of what is chosen. */
export interface ChosenNames {
  readonly department: string | null
  readonly position: string | null
  readonly manager: string | null
}

/** The columns of these fields. */
export function assignedColumns(fields: readonly AssignedField[], chosen: Chosen, names: ChosenNames) {
  const all = {
    departmentId: { department_id: chosen.departmentId, department_name: names.department },
    positionId: { position_id: chosen.positionId, position_title: names.position },
    managerId: { manager_id: chosen.managerId, manager_name: names.manager },
    employmentType: { employment_type: chosen.employmentType },
  }
  return Object.assign({}, ...fields.map((field) => all[field])) as Partial<AssignedColumns>
}

const nowhere: AssignedColumns = {
  department_id: null,
  department_name: null,
  position_id: null,
  position_title: null,
  manager_id: null,
  manager_name: null,
  employment_type: null,
}

export const unassigned = { ...nowhere, last_day: null, planned_fields: null, problem: null }

/** Begins the history of a new employee with the hire date. */
export async function beginTimeline(
  transaction: Transaction,
  employeeId: number,
  hireDate: string,
  assigned: Partial<AssignedColumns>,
  stamp: Stamp,
): Promise<void> {
  await transaction.execute(
    insertAssignment({ ...unassigned, employee_id: employeeId, effective_from: hireDate, ...assigned, ...stamp }),
  )
}

/** Notes that a change of an employee holds from a day on; a day before the employment counts as its first. */
export async function recordChange(
  transaction: Transaction,
  employeeId: number,
  change: Partial<AssignedColumns>,
  from: string,
  stamp: Stamp,
): Promise<void> {
  await rewrite(transaction, employeeId, (employment) => {
    const first = employment[0]?.effective_from ?? from
    return changedFrom(employment, change, from < first ? first : from, stamp)
  })
}

/**
 * Lets the history of an employment begin with another hire date.
 * @throws Refusal `INVALID_INPUT` for a day on which the employee still worked here before
 */
export async function moveHireDate(transaction: Transaction, employeeId: number, hireDate: string): Promise<void> {
  await rewrite(transaction, employeeId, (employment, former) => {
    const last = former.at(-1)
    if (last?.last_day && (last.last_day > hireDate || last.effective_from >= hireDate)) {
      const problem = `The employment before lasted until ${last.last_day}. Enter a later day.`
      throw new Refusal('INVALID_INPUT', problem, { fields: { 'employee.hireDate': problem } })
    }
    return movedTo(employment, hireDate)
  })
}

/** Ends the history of an employment with the last day of work. */
export async function endTimeline(transaction: Transaction, employeeId: number, lastDay: string): Promise<void> {
  await rewrite(transaction, employeeId, (employment) => endedOn(employment, lastDay))
}

/** Begins another employment as the one before ended. */
export async function beginAgain(
  transaction: Transaction,
  employeeId: number,
  hireDate: string,
  stamp: Stamp,
): Promise<void> {
  const { rows } = await transaction.execute(selectTimeline({ employeeId }))
  const last = rows.at(-1)
  if (!last) return
  if (last.effective_from >= hireDate) await transaction.execute(updateAssignment({ ...last, last_day: null }))
  else await beginTimeline(transaction, employeeId, hireDate, assignedIn(last), stamp)
}

/** What a row says of the four fields. */
export const assignedIn = (row: AssignedColumns): AssignedColumns =>
  Object.fromEntries(Object.keys(nowhere).map((name) => [name, row[name as keyof AssignedColumns]])) as never

async function rewrite(
  transaction: Transaction,
  employeeId: number,
  change: (employment: readonly TimelineRow[], former: readonly TimelineRow[]) => readonly TimelineRow[],
): Promise<void> {
  const { rows } = await transaction.execute(selectTimeline({ employeeId }))
  const employment = lastEmployment(rows)
  const next = change(employment, rows.slice(0, rows.length - employment.length))
  const kept = new Set(next.map(({ id }) => id))
  // Deleted first: the day of a row that goes may be that of one that moves.
  for (const row of rows.slice(-employment.length)) {
    if (!kept.has(row.id)) await transaction.execute(deleteAssignment(row))
  }
  for (const { id, ...columns } of next) {
    const stored = { ...unassigned, employee_id: employeeId, ...columns }
    if (id === null) await transaction.execute(insertAssignment(stored))
    else if (
      differs(
        rows.find((row) => row.id === id),
        stored,
      )
    ) {
      await transaction.execute(updateAssignment({ ...stored, id }))
    }
  }
}

function differs(former: AssignmentRow | undefined, now: Omit<AssignmentRow, 'id'>): boolean {
  return (Object.keys(now) as (keyof typeof now)[]).some((name) => former?.[name] !== now[name])
}
