import type { EmployeeFilter } from '../../../electron/contract/employee-filter.ts'
import { fieldWords } from '../../registry/strings.ts'
import { formatNumber, formatPlainDate } from '../../ui/format.ts'
import type { Narrowing, PeriodName } from './narrowing.ts'

const employees = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'employee' : 'employees'}`

export const listWords = {
  heading: 'Employees',
  search: 'Search employees',
  register: 'Register employee',
  table: 'Employees, one in each row',
  columns: {
    name: 'Name',
    employeeNumber: 'Number',
    username: 'Username',
    role: 'Role',
    workEmail: 'Work email',
    department: 'Department',
    position: 'Position',
    manager: 'Manager',
    employmentType: 'Employment type',
    hireDate: 'Hire date',
    status: 'Status',
  },
  noAccount: 'No account',
  loading: 'Loading employees',
  nothingYet: {
    title: 'No employees yet',
    detail: 'Everybody you register appears here, with or without an account.',
    action: 'Register the first employee',
    importAction: 'Import employees',
  },
  failure: 'The employees could not be loaded',
} as const

export const totalWords = {
  all: employees,
  some: (matching: number, registered: number): string => `${formatNumber(matching)} of ${employees(registered)}`,
} as const

const formatDay = (day: string): string => (day === '' ? '' : formatPlainDate(day))

/** From one end to another, either of which may be open. */
function between(from: string, to: string): string {
  if (to === '') return `from ${from}`
  return from === '' ? `until ${to}` : `${from} – ${to}`
}

export const filterWords = {
  open: 'Filters',
  title: 'Filters',
  active: 'Filters in force',
  clearAll: 'Clear all',
  done: 'Done',
  names: {
    statuses: 'Status',
    departmentIds: fieldWords.departmentId,
    positionIds: fieldWords.positionId,
    managerIds: fieldWords.managerId,
    employmentTypes: fieldWords.employmentType,
    accounts: 'Account',
    hired: fieldWords.hireDate,
    leaving: 'Leaving date',
    probationEnds: fieldWords.probationEndDate,
    contractEnds: fieldWords.contractEndDate,
    employedOn: 'Employed on',
  } satisfies Record<Exclude<keyof Narrowing, 'custom'>, string>,
  /** A custom field whose name is not known. */
  customField: 'Custom field',
  /** Who has nothing in a custom field. */
  notGiven: 'Not given',
  /** Who has none of what is chosen. */
  none: {
    departmentIds: 'No department',
    positionIds: 'No position',
    managerIds: 'No manager',
    employmentTypes: 'Not known',
  },
  departmentHint: 'With the departments below it.',
  managerHint: 'Type a name or a number.',
  accounts: {
    with: 'With an account',
    without: 'Without an account',
    disabled: 'Disabled',
    'never-used': 'Never used',
    'signed-in': 'Signed in now',
  } satisfies Record<EmployeeFilter['accounts'][number], string>,
  from: (name: string): string => `${name} from`,
  to: (name: string): string => `${name} to`,
  wrongDate: 'Type it as YYYY-MM-DD.',
  holds: (name: string): string => `${name} contains`,
  quoted: (text: string): string => `“${text}”`,
  wrongNumber: 'Type a number, such as 12 or 3.5.',
  wrongOrder: 'The last day is before the first.',
  /** What a filter that stands for a row is called while its name is on the way, and when the row is gone. */
  unknown: '…',
  removed: 'removed',
  chip: (name: string, value: string): string => `${name}: ${value}`,
  remove: (chip: string): string => `Remove filter ${chip}`,
  period: ({ from, to }: Narrowing[PeriodName]): string => between(formatDay(from), formatDay(to)),
  numbers: ({ from, to }: Narrowing[PeriodName]): string => between(from, to),
} as const

export const columnWords = {
  open: 'Columns',
  shown: 'Columns that are shown',
  reset: 'Reset to default',
  /** Names the column too: a heading that is too narrow for its words ends in dots. */
  sortHint: (column: string): string => `${column}: sort; with Shift add to the order`,
  place: (place: number, of: number): string => `, ${place} of ${of} in the order`,
  width: (column: string): string => `Width of ${column}`,
  notKept: 'Your columns could not be kept',
} as const

export const viewWords = {
  open: 'Views',
  everybody: 'All employees',
  own: 'My views',
  shared: 'Shared views',
  of: (name: string, owner: string): string => `${name} (${owner})`,
  changed: (name: string): string => `${name}, changed`,
  failure: 'The saved views could not be loaded.',
  notSaved: 'The view could not be saved',
  saveChanges: (name: string): string => `Save changes to ${name}`,
  saveAs: 'Save as a view…',
  manage: 'Manage views…',
  saveTitle: 'Save as a view',
  saveHint: 'Keeps the search, the filters, the order and the columns under a name.',
  editTitle: (name: string): string => `Edit ${name}`,
  name: 'Name',
  share: 'Share with all administrators',
  shareHint: 'They can open it and remove it; only you can change it.',
  saved: 'View saved',
  manageTitle: 'Views',
  table: 'Saved views, one in each row',
  whose: 'Whose',
  yours: 'Yours alone',
  sharedByYou: 'Yours, shared',
  sharedBy: (owner: string): string => `Shared by ${owner}`,
  actions: 'Edit or remove',
  edit: 'Edit',
  remove: 'Remove',
  removed: 'View removed',
  removeTitle: (name: string): string => `Remove the view ${name}?`,
  removeDetail: 'The employees in it stay as they are.',
  removeSharedDetail: 'It goes for all administrators. The employees in it stay as they are.',
  nothingYet: 'No saved views',
} as const

export const selectionWords = {
  bar: 'Selection',
  count: (count: number): string => `${employees(count)} selected`,
  selectAll: (matching: number): string => `Select all ${formatNumber(matching)} that match`,
  select: (name: string): string => `Select ${name}`,
  clear: 'Clear selection',
  tooMany: (most: number): string =>
    `At most ${formatNumber(most)} can be selected one by one. Narrow the list down and select all that match.`,
} as const

export const emptyWords = {
  nothingMatches: 'Nothing matches',
  search: (search: string): string => `No name, number or username holds “${search}”.`,
  filters: 'No employee is in all the filters in force.',
  both: (search: string): string => `No employee in the filters in force is found by “${search}”.`,
  clearSearch: 'Clear search',
  clearFilters: 'Clear filters',
} as const
