import { sql } from 'kysely'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { DepartmentTable, PositionTable } from '../database/schema.ts'

export interface DepartmentRow extends Pick<DepartmentTable, 'version' | 'name' | 'code' | 'parent_id' | 'head_id'> {
  readonly id: number
  readonly head_first_name: string | null
  readonly head_last_name: string | null
  readonly employees: number | null
}

const departments = () =>
  queries
    .selectFrom('department')
    .leftJoin('employee as head', 'head.id', 'department.head_id')
    .select([
      'department.id',
      'department.version',
      'department.name',
      'department.code',
      'department.parent_id',
      'department.head_id',
      'head.first_name as head_first_name',
      'head.last_name as head_last_name',
    ])
    .select((select) =>
      select
        .selectFrom('employee')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('employee.department_id', '=', 'department.id')
        .as('employees'),
    )

export const selectDepartments = prepared<object, DepartmentRow>(departments)

export const selectDepartment = prepared<{ id: number }, DepartmentRow>((parameter) =>
  departments().where('department.id', '=', parameter('id')),
)

/** What is written of a department. */
export type DepartmentColumns = Omit<DepartmentTable, 'id' | 'created_at'>

export const insertDepartment = prepared<Omit<DepartmentTable, 'id'>, { id: number }>((parameter) =>
  queries
    .insertInto('department')
    .values({
      name: parameter('name'),
      name_key: parameter('name_key'),
      code: parameter('code'),
      code_key: parameter('code_key'),
      parent_id: parameter('parent_id'),
      head_id: parameter('head_id'),
      search_key: parameter('search_key'),
      created_at: parameter('created_at'),
      updated_at: parameter('updated_at'),
      version: parameter('version'),
    })
    .returning('id'),
)

export const updateDepartment = prepared<DepartmentColumns & { id: number }, unknown>((parameter) =>
  queries
    .updateTable('department')
    .set({
      name: parameter('name'),
      name_key: parameter('name_key'),
      code: parameter('code'),
      code_key: parameter('code_key'),
      parent_id: parameter('parent_id'),
      head_id: parameter('head_id'),
      search_key: parameter('search_key'),
      updated_at: parameter('updated_at'),
      version: parameter('version'),
    })
    .where('id', '=', parameter('id')),
)

export const deleteDepartment = prepared<{ id: number }, unknown>((parameter) =>
  queries.deleteFrom('department').where('id', '=', parameter('id')),
)

/** Another department (`exceptId` is the one at hand, 0 for a new one) of the same parent (0 for none) and name. */
export const selectDepartmentByName = prepared<
  { name_key: string; parentId: number; exceptId: number },
  { readonly name: string }
>((parameter) =>
  queries
    .selectFrom('department')
    .select('name')
    .where('name_key', '=', parameter('name_key'))
    .where(sql<number>`coalesce(parent_id, 0)`, '=', parameter('parentId'))
    .where('id', '!=', parameter('exceptId')),
)

/** Another department of the same code. */
export const selectDepartmentByCode = prepared<
  { code_key: string | null; exceptId: number },
  { readonly name: string }
>((parameter) =>
  queries
    .selectFrom('department')
    .select('name')
    .where('code_key', '=', parameter('code_key'))
    .where('id', '!=', parameter('exceptId')),
)

export const countDepartmentsBelow = prepared<{ id: number }, { readonly count: number }>((parameter) =>
  queries
    .selectFrom('department')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('parent_id', '=', parameter('id')),
)

/** The name of an employee who can lead a department; no row where there is none. */
export const selectEmployeeName = prepared<{ id: number }, { readonly first_name: string; readonly last_name: string }>(
  (parameter) =>
    queries
      .selectFrom('employee')
      .select(['first_name', 'last_name'])
      .where('id', '=', parameter('id'))
      .where('status', '!=', 'left')
      .where('archived_at', 'is', null),
)

export interface PositionRow extends Pick<PositionTable, 'version' | 'title'> {
  readonly id: number
  readonly employees: number | null
}

const positions = () =>
  queries
    .selectFrom('position')
    .select(['position.id', 'position.version', 'position.title'])
    .select((select) =>
      select
        .selectFrom('employee')
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('employee.position_id', '=', 'position.id')
        .as('employees'),
    )

export const selectPositions = prepared<object, PositionRow>(positions)

export const selectPosition = prepared<{ id: number }, PositionRow>((parameter) =>
  positions().where('position.id', '=', parameter('id')),
)

export const insertPosition = prepared<Omit<PositionTable, 'id'>, { id: number }>((parameter) =>
  queries
    .insertInto('position')
    .values({
      title: parameter('title'),
      title_key: parameter('title_key'),
      search_key: parameter('search_key'),
      created_at: parameter('created_at'),
      updated_at: parameter('updated_at'),
      version: parameter('version'),
    })
    .returning('id'),
)

export const updatePosition = prepared<Omit<PositionTable, 'id' | 'created_at'> & { id: number }, unknown>(
  (parameter) =>
    queries
      .updateTable('position')
      .set({
        title: parameter('title'),
        title_key: parameter('title_key'),
        search_key: parameter('search_key'),
        updated_at: parameter('updated_at'),
        version: parameter('version'),
      })
      .where('id', '=', parameter('id')),
)

export const deletePosition = prepared<{ id: number }, unknown>((parameter) =>
  queries.deleteFrom('position').where('id', '=', parameter('id')),
)

/** Another position of the same title. */
export const selectPositionByTitle = prepared<{ title_key: string; exceptId: number }, { readonly title: string }>(
  (parameter) =>
    queries
      .selectFrom('position')
      .select('title')
      .where('title_key', '=', parameter('title_key'))
      .where('id', '!=', parameter('exceptId')),
)
