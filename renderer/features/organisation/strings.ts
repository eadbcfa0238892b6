import { formatNumber } from '../../ui/format.ts'

const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

const departments = (count: number): string => counted(count, 'department', 'departments')
const employees = (count: number): string => counted(count, 'employee', 'employees')

/** The words that both screens share. */
export const words = {
  actions: 'Edit or remove',
  edit: 'Edit',
  remove: 'Remove',
  none: '–',
  employeesOf: (count: number, of: string): string => `${employees(count)}: ${of}`,
} as const

export const departmentWords = {
  heading: 'Departments',
  table: 'Departments, one in each row, each above those that belong to it',
  columns: { name: 'Name', code: 'Code', head: 'Head', employees: 'Employees in all' },
  partOf: (parent: string): string => `, part of ${parent}`,
  total: departments,
  loading: 'Loading departments',
  failure: 'The departments could not be loaded',
  nothingYet: {
    title: 'No departments yet',
    detail: 'A department may stand below another one, and may have a head.',
  },
  add: 'Add department',
  editTitle: (name: string): string => `Edit ${name}`,
  fields: { name: 'Name', code: 'Code', parentId: 'Parent department', headId: 'Head' },
  /** What comes along when a department moves; empty where nothing does. */
  moves: (below: number, people: number): string => {
    const what = [below > 0 && departments(below), people > 0 && employees(people)].filter((part) => part !== false)
    if (what.length === 0) return ''
    return `${what.join(' and ')} ${below + people === 1 ? 'moves' : 'move'} with it.`
  },
  added: 'Department added',
  saved: 'Department saved',
  removed: 'Department removed',
  removeTitle: (name: string): string => `Remove ${name}?`,
  removeDetail: 'It can only be removed once no employee and no other department belongs to it.',
} as const

export const positionWords = {
  heading: 'Positions',
  table: 'Positions, one in each row',
  columns: { title: 'Title', employees: 'Employees' },
  total: (count: number): string => counted(count, 'position', 'positions'),
  loading: 'Loading positions',
  failure: 'The positions could not be loaded',
  nothingYet: { title: 'No positions yet', detail: 'A position says what somebody does, such as “Accountant”.' },
  add: 'Add position',
  editTitle: (title: string): string => `Edit ${title}`,
  fields: { title: 'Title' },
  added: 'Position added',
  saved: 'Position saved',
  removed: 'Position removed',
  removeTitle: (title: string): string => `Remove ${title}?`,
  removeDetail: 'It can only be removed once no employee is in it.',
} as const
