import { sql } from 'kysely'
import type { CelebrationKind } from '../contract/directory.ts'
import { parametersFor, prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { CelebrationTable, EmployeeTable } from '../database/schema.ts'
import { inDepartments, passed } from '../employees/filter-repository.ts'
import {
  foundBy,
  isHere,
  type PersonRow,
  peopleHere,
  reportsHere,
  type SearchedWord,
} from '../employees/people-repository.ts'

export interface DirectoryFilter {
  readonly words: readonly SearchedWord[]
  readonly departmentId: number | null
  readonly managerId: number | null
}

/** Those of the directory whom a filter means. */
export function matching({ words, departmentId, managerId }: DirectoryFilter) {
  const found = foundBy(peopleHere(), words)
  const department = passed('employee.department_id')
  const inPart = departmentId === null ? found : found.where(inDepartments([departmentId], department))
  return managerId === null
    ? inPart
    : inPart.where('employee.manager_id', 'in', peopleHere().where('employee.id', '=', managerId).select('employee.id'))
}

export interface PublicRow extends Omit<PersonRow, 'employee_number' | 'status'> {
  readonly reports: number | null
}

/** What everybody may know of one person. A manager or reports who are not in the directory are not told of. */
export const selectPublic = prepared<{ id: number }, PublicRow>((parameter) =>
  queries
    .selectFrom('employee')
    .where(isHere())
    .where('employee.id', '=', parameter('id'))
    .leftJoin('department', 'department.id', 'employee.department_id')
    .leftJoin('position', 'position.id', 'employee.position_id')
    .leftJoin('employee as manager', (join) =>
      join.onRef('manager.id', '=', 'employee.manager_id').on(isHere('manager')),
    )
    .select([
      'employee.id',
      'employee.first_name',
      'employee.last_name',
      'employee.preferred_name',
      'employee.work_email',
      'employee.work_phone',
      'employee.department_id',
      'employee.position_id',
      'manager.id as manager_id',
      'department.name as department_name',
      'position.title as position_title',
      'manager.first_name as manager_first_name',
      'manager.last_name as manager_last_name',
    ])
    .select(reportsHere()),
)

export interface CelebrationRow extends Pick<EmployeeTable, 'first_name' | 'last_name' | 'preferred_name'> {
  readonly id: number
  readonly kind: CelebrationKind
  /** `YYYY-MM-DD` */
  readonly date: string
}

const dates = { birthday: 'employee.date_of_birth', anniversary: 'employee.hire_date' } as const

/** Who shows a day that is one of these days of the year (`MM-DD`), whatever its year. */
export const selectCelebrations = (kind: CelebrationKind, days: readonly string[]) =>
  queries
    .selectFrom('employee')
    .innerJoin('celebration', 'celebration.employee_id', 'employee.id')
    .where('celebration.kind', '=', kind)
    .where(isHere())
    // As it stands in the indexes.
    .where(sql<boolean>`substr(${sql.ref(dates[kind])}, 6) in (${sql.join(days)})`)
    .select(['employee.id', 'employee.first_name', 'employee.last_name', 'employee.preferred_name', 'celebration.kind'])
    .select(sql<string>`${sql.ref(dates[kind])}`.as('date'))
    .orderBy('employee.sort_key')
    .orderBy('employee.id')

/** The days that somebody shows. */
export const selectChoice = prepared<{ employee_id: number }, Pick<CelebrationTable, 'kind'>>((parameter) =>
  queries.selectFrom('celebration').select('kind').where('employee_id', '=', parameter('employee_id')),
)

export const insertChoice = prepared<CelebrationTable, never>((parameter) =>
  queries
    .insertInto('celebration')
    .values(parametersFor<CelebrationTable, keyof CelebrationTable>(parameter, ['employee_id', 'kind'])),
)

export const deleteChoice = prepared<CelebrationTable, never>((parameter) =>
  queries
    .deleteFrom('celebration')
    .where('employee_id', '=', parameter('employee_id'))
    .where('kind', '=', parameter('kind')),
)
