import { call } from './call.ts'
import { id, nothing, optionalLine, requiredLine } from './fields.ts'
import { z } from './zod.ts'

/** What an administrator types about a department, one schema for the form and for the main process. */
export const departmentFields = z.strictObject({
  name: requiredLine('name'),
  code: optionalLine('code', 32),
  /** Null for a department at the top. */
  parentId: id.nullable(),
  /** The employee who leads it. */
  headId: id.nullable(),
})

export const department = z.strictObject({
  id,
  version: z.number().int(),
  name: z.string(),
  code: z.string(),
  parentId: id.nullable(),
  head: z.strictObject({ id, name: z.string() }).nullable(),
  /** Employees of the department itself, without those of departments below it. */
  employees: z.number().int(),
})

export type Department = z.infer<typeof department>

/** What an administrator types about a position. */
export const positionFields = z.strictObject({ title: requiredLine('title') })

export const position = z.strictObject({
  id,
  version: z.number().int(),
  title: z.string(),
  /** Employees in the position. */
  employees: z.number().int(),
})

export type Position = z.infer<typeof position>

const version = z.number().int()

/** A change is refused with `CONFLICT` when somebody saved a newer version meanwhile. */
export const organisationCalls = {
  /** Every department, in the order of their names. */
  listDepartments: call({
    access: 'admin',
    input: nothing,
    output: z.strictObject({ departments: z.array(department) }),
  }),
  addDepartment: call({
    access: 'admin',
    input: z.strictObject({ department: departmentFields }),
    output: z.strictObject({ department }),
  }),
  /** Refused with `REFUSED` where the department would come to stand below itself; the path is named. */
  changeDepartment: call({
    access: 'admin',
    input: z.strictObject({ id, version, department: departmentFields }),
    output: z.strictObject({ department }),
  }),
  /** Refused with `REFUSED` while employees or other departments belong to it. */
  removeDepartment: call({ access: 'admin', input: z.strictObject({ id, version }), output: nothing }),
  /** Every position, in the order of their titles. */
  listPositions: call({ access: 'admin', input: nothing, output: z.strictObject({ positions: z.array(position) }) }),
  addPosition: call({
    access: 'admin',
    input: z.strictObject({ position: positionFields }),
    output: z.strictObject({ position }),
  }),
  changePosition: call({
    access: 'admin',
    input: z.strictObject({ id, version, position: positionFields }),
    output: z.strictObject({ position }),
  }),
  /** Refused with `REFUSED` while employees are in it. */
  removePosition: call({ access: 'admin', input: z.strictObject({ id, version }), output: nothing }),
} as const

export const organisationEvents = {
  'organisation.changed': z.strictObject({}),
} as const
