import type { Celebration } from '../../../electron/contract/directory.ts'
import { formatNumber } from '../../ui/format.ts'

/** 29 February is a day of it. */
const leapYear = 2000

const dayFormat = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', timeZone: 'UTC' })
const inDaysFormat = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' })
const oneOf = new Intl.ListFormat(undefined, { type: 'disjunction' })

/** The words of what everybody may know of everybody. */
export const words = {
  heading: 'Directory',
  table: 'The people who work here, one in each row',
  search: 'Search the directory',
  department: 'Department',
  everyDepartment: 'All departments',
  columns: { name: 'Name', position: 'Position', department: 'Department', email: 'Work email', phone: 'Work phone' },
  status: 'Status',
  loading: 'Loading the directory',
  failure: 'The directory could not be loaded',
  total: (matching: number, listed: number): string =>
    matching === listed ? people(listed) : `${formatNumber(matching)} of ${people(listed)}`,
  nothingYet: { title: 'Nobody is in the directory yet', detail: 'Everybody who is registered appears here.' },
  nothingMatches: {
    title: 'Nothing matches',
    detail: 'Nobody of this name, position, department, work email or work phone is in the directory.',
    action: 'Clear search',
  },
  preferred: (name: string): string => `called ${name}`,
  celebrations: {
    heading: 'Celebrations in the next 14 days',
    failure: 'The celebrations could not be loaded',
    kinds: { birthday: 'Birthday', anniversary: 'Work anniversary' } satisfies Record<Celebration['kind'], string>,
    day: ({ month, day }: Pick<Celebration, 'month' | 'day'>): string =>
      dayFormat.format(Date.UTC(leapYear, month - 1, day)),
    inDays: (days: number): string => inDaysFormat.format(days, 'day'),
    all: (total: number): string => `Show all ${formatNumber(total)}`,
    fewer: 'Show fewer',
    more: (hidden: number): string => `${formatNumber(hidden)} more are later.`,
  },
  person: {
    heading: 'Person',
    loading: 'Loading the person',
    failure: 'The person could not be loaded',
    contact: 'Contact',
    preferredName: 'Preferred name',
    position: 'Position',
    department: 'Department',
    reportsTo: 'Reports to',
    nobody: 'Nobody',
    nothing: '–',
    reports: 'Direct reports',
    noReports: 'Nobody reports to them.',
    copy: (what: string): string => `Copy ${what.toLowerCase()}`,
    copied: 'Copied',
    copyFailed: 'It could not be copied. Select it and copy it by hand.',
    record: 'Open employee',
    missing: {
      title: 'Nobody is here',
      detail: 'This person may have left, or the address is wrong.',
      action: 'Back to the directory',
    },
  },
  own: {
    heading: 'My details',
    loading: 'Loading your details',
    failure: 'Your details could not be loaded',
    noRecord: {
      title: 'You have no employee record',
      detail: 'Your account can sign in, but no employee record belongs to it.',
    },
    ask: (names: readonly string[]): string => `To have something changed, ask ${oneOf.format(names)}.`,
  },
  choice: {
    heading: 'Celebrations',
    lead: 'Shown in the directory to everybody in the 14 days before, and never with a year.',
    birthday: 'Show my birthday (day and month only)',
    noBirthday: 'Your date of birth is not recorded, so there is nothing to show yet.',
    anniversary: 'Show my work anniversary',
    noRecord: 'No employee record belongs to your account, so there is no day to show.',
    loading: 'Loading what you show',
    failure: 'What you show could not be loaded',
    notSaved: 'What you show was not changed',
  },
} as const

function people(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? 'person' : 'people'}`
}
