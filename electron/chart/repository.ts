import { sql } from 'kysely'
import { holds } from '../database/holds.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable } from '../database/schema.ts'
import { isHere, peopleHere, reportsHere } from '../employees/people-repository.ts'

export interface ChartRow extends Pick<EmployeeTable, 'first_name' | 'last_name' | 'manager_id'> {
  readonly id: number
  readonly position: string | null
  readonly department: string | null
  readonly reports: number | null
  readonly photo: number | null
}

const people = () =>
  peopleHere()
    .leftJoin('position', 'position.id', 'employee.position_id')
    .leftJoin('department', 'department.id', 'employee.department_id')
    .leftJoin('employee_photo', (join) =>
      join.onRef('employee_photo.employee_id', '=', 'employee.id').on('employee_photo.bytes', 'is not', null),
    )
    .select([
      'employee.id',
      'employee.first_name',
      'employee.last_name',
      'employee.manager_id',
      'position.title as position',
      'department.name as department',
      'employee_photo.version as photo',
    ])
    .select(reportsHere())

export const selectPerson = prepared<{ id: number }, ChartRow>((parameter) =>
  people().where('employee.id', '=', parameter('id')),
)

/** The employee whose account it is. */
export const selectPersonOfAccount = prepared<{ accountId: number }, { readonly id: number }>((parameter) =>
  peopleHere().select('employee.id').where('employee.account_id', '=', parameter('accountId')),
)

/** Of the few to whom anybody reports: to go through all who are not in the chart takes ten times as long. */
const hiddenManagers = () =>
  queries
    .selectFrom((select) =>
      select
        .selectFrom('employee')
        .select('employee.manager_id')
        .distinct()
        .where('employee.manager_id', 'is not', null)
        .as('reported'),
    )
    .innerJoin('employee as manager', 'manager.id', 'reported.manager_id')
    .where(sql<boolean>`not ${isHere('manager')}`)
    .select('manager.id')

/** Of somebody who is not in the chart nobody is told who reports to them: those people stand at its top. */
const below = (managerId: number | null) =>
  peopleHere().where((where) =>
    managerId === null
      ? where.or([where('employee.manager_id', 'is', null), where('employee.manager_id', 'in', hiddenManagers())])
      : where('employee.manager_id', 'in', peopleHere().select('employee.id').where('employee.id', '=', managerId)),
  )

export const countBelow = (managerId: number | null) =>
  below(managerId).select((select) => select.fn.countAll<number>().as('count'))

export function selectBelow(managerId: number | null, offset: number, limit: number) {
  const page = below(managerId)
    .select('employee.id')
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
    .limit(limit)
    .offset(offset)
  // Read afterwards, so that nobody's reports are counted for the rows skipped.
  return people().where('employee.id', 'in', page).orderBy('employee.sort_key').orderBy('employee.id')
}

/** @param words folded as names are, at least one */
export function selectFound(words: readonly string[], limit: number) {
  const begun = words.map((word) => sql`(instr(' ' || replace(employee.sort_key, char(9), ' '), ${` ${word}`}) > 0)`)
  const found = words
    .reduce((query, word) => query.where(holds('employee.sort_key', word)), peopleHere())
    .select('employee.id')
    .orderBy(sql`${sql.join(begun, sql` + `)}`, 'desc')
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
    .limit(limit)
  return people()
    .where('employee.id', 'in', found)
    .orderBy(sql`${sql.join(begun, sql` + `)}`, 'desc')
    .orderBy('employee.sort_key')
    .orderBy('employee.id')
}
