import { formatNumber } from '../../ui/format.ts'

/** The words of one's team. */
export const words = {
  heading: 'My team',
  table: 'The people who report to you, one in each row',
  search: 'Search my team',
  filters: {
    reach: 'Who',
    everybody: 'Everybody below me',
    direct: 'Direct reports',
    status: 'Status',
    anyStatus: 'Any status',
    type: 'Employment type',
    anyType: 'Any employment type',
    unknownType: 'Not known',
  },
  columns: {
    name: 'Name',
    employeeNumber: 'Number',
    position: 'Position',
    department: 'Department',
    manager: 'Reports to',
    status: 'Status',
  },
  loading: 'Loading your team',
  failure: 'Your team could not be loaded',
  total: (matching: number, members: number): string =>
    matching === members
      ? `${formatNumber(members)} ${members === 1 ? 'person' : 'people'}`
      : `${formatNumber(matching)} of ${formatNumber(members)}`,
  nothingYet: {
    title: 'Nobody reports to you',
    detail: 'Whoever reports to you, or to somebody who does, appears here. Administrators set who reports to whom.',
  },
  nothingMatches: {
    title: 'Nothing matches',
    detail: 'Nobody in your team has all that is asked for.',
    action: 'Show everybody',
  },
  member: {
    heading: 'Member of my team',
    loading: 'Loading the person',
    failure: 'The person could not be loaded',
    missing: {
      title: 'Nobody of your team is here',
      detail: 'This person may report to somebody else by now.',
      action: 'Back to my team',
    },
  },
} as const
