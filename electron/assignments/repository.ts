import { sql } from 'kysely'
import { parametersFor, prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { AssignmentTable } from '../database/schema.ts'

export type AssignmentRow = Omit<AssignmentTable, 'id'> & { readonly id: number }

/** What held and holds, the oldest first. */
export const selectTimeline = prepared<{ employeeId: number }, AssignmentRow>((parameter) =>
  queries
    .selectFrom('assignment')
    .selectAll()
    .where('employee_id', '=', parameter('employeeId'))
    .where('planned_fields', 'is', null)
    .orderBy('effective_from'),
)

/** Everything about an employee, the newest first, with the names as they are now where there are any. */
export const selectAssignments = prepared<{ employeeId: number }, AssignmentRow>((parameter) =>
  queries
    .selectFrom('assignment')
    .leftJoin('department', 'department.id', 'assignment.department_id')
    .leftJoin('position', 'position.id', 'assignment.position_id')
    .leftJoin('employee as manager', 'manager.id', 'assignment.manager_id')
    .select([
      'assignment.id',
      'assignment.employee_id',
      'assignment.effective_from',
      'assignment.last_day',
      'assignment.department_id',
      'assignment.position_id',
      'assignment.manager_id',
      'assignment.employment_type',
      'assignment.planned_fields',
      'assignment.problem',
      'assignment.created_at',
      'assignment.created_by',
      sql<string | null>`coalesce(department.name, assignment.department_name)`.as('department_name'),
      sql<string | null>`coalesce(position.title, assignment.position_title)`.as('position_title'),
      sql<string | null>`coalesce(trim(manager.first_name || ' ' || manager.last_name), assignment.manager_name)`.as(
        'manager_name',
      ),
    ])
    .where('assignment.employee_id', '=', parameter('employeeId'))
    .orderBy('assignment.effective_from', 'desc')
    .orderBy(sql`assignment.planned_fields is null`),
)

const columns = [
  'employee_id',
  'effective_from',
  'last_day',
  'department_id',
  'department_name',
  'position_id',
  'position_title',
  'manager_id',
  'manager_name',
  'employment_type',
  'planned_fields',
  'problem',
  'created_at',
  'created_by',
] as const

export type AssignmentColumns = Omit<AssignmentTable, 'id'>

export const insertAssignment = prepared<AssignmentColumns, never>((parameter) =>
  queries
    .insertInto('assignment')
    .values(parametersFor<AssignmentColumns, keyof AssignmentColumns>(parameter, columns)),
)

export const updateAssignment = prepared<AssignmentRow, never>((parameter) =>
  queries
    .updateTable('assignment')
    .set(parametersFor<AssignmentRow, keyof AssignmentColumns>(parameter, columns))
    .where('id', '=', parameter('id')),
)

export const deleteAssignment = prepared<{ id: number }, never>((parameter) =>
  queries.deleteFrom('assignment').where('id', '=', parameter('id')),
)

export const updateProblem = prepared<{ id: number; problem: string }, never>((parameter) =>
  queries
    .updateTable('assignment')
    .set({ problem: parameter('problem') })
    .where('id', '=', parameter('id')),
)

/** What is planned for an employee, and what was and could not take effect. */
export const selectPlanned = prepared<{ employeeId: number }, AssignmentRow>((parameter) =>
  queries
    .selectFrom('assignment')
    .selectAll()
    .where('employee_id', '=', parameter('employeeId'))
    .where('planned_fields', 'is not', null)
    .orderBy('effective_from'),
)

/** Planned changes whose day has come, the oldest first. */
export const selectDue = prepared<{ today: string }, { readonly id: number; readonly employee_id: number }>(
  (parameter) =>
    queries
      .selectFrom('assignment')
      .select(['id', 'employee_id'])
      .where('planned_fields', 'is not', null)
      .where('problem', 'is', null)
      .where('effective_from', '<=', parameter('today'))
      .orderBy('effective_from')
      .orderBy('id'),
)
