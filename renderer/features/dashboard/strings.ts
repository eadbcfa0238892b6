import { formatNumber } from '../../ui/format.ts'

/** The words of the dashboard. */
export const words = {
  heading: 'Dashboard',
  welcome: (name: string): string => `Welcome, ${name}`,
  failure: 'The dashboard could not be loaded',
  employees: 'Employees registered',
  signedInNow: 'Signed in now',
  card: { heading: 'You in the company', all: 'My details', none: '–' },
  session: {
    heading: 'Your session',
    person: 'Signed in as',
    role: 'Role',
    started: 'Started',
    expires: 'Expires',
    computer: 'This computer',
  },
  recent: {
    heading: 'Your recent sessions',
    all: 'My session and its history',
    started: 'Started',
    ended: 'Ended',
    computer: 'Computer',
    reason: 'How it ended',
    current: 'This session',
    lasting: 'Still lasting',
  },
} as const

/** The words of the company in figures. */
export const companyWords = {
  failure: "The company's figures could not be loaded",
  loading: "The company's figures are being loaded",
  employees: 'Employees',
  attention: {
    heading: 'Worth a look',
    probations: 'Probations ending within 30 days',
    contracts: 'Contracts ending within 30 days',
    neverUsed: 'Accounts never used',
  },
  departments: { heading: 'Headcount by department', department: 'Department', none: 'No department' },
  types: { heading: 'Headcount by employment type', type: 'Employment type', none: 'Not known' },
  headcount: {
    heading: 'Headcount over time',
    day: 'On',
    summary: (then: number, now: number): string =>
      `From ${formatNumber(then)} eleven months ago to ${formatNumber(now)} today.`,
  },
  turnover: {
    heading: 'Joiners and leavers',
    month: 'Month',
    joined: 'Joined',
    left: 'Left',
    summary: (joined: number, left: number): string =>
      `In the last twelve months ${formatNumber(joined)} joined and ${formatNumber(left)} left.`,
  },
  signIns: {
    heading: 'Sign-ins of the last 14 days',
    day: 'Day',
    signIns: 'Sign-ins',
    summary: (total: number): string => `${formatNumber(total)} sign-ins in the last 14 days.`,
  },
  registered: { heading: 'Registered lately', name: 'Name', at: 'Registered' },
} as const

/** The words of a manager's team in figures. */
export const teamWords = {
  failure: 'Your team could not be loaded',
  loading: 'Your team is being loaded',
  members: 'In your team',
  people: 'People',
  types: 'Your team by employment type',
  ending: 'Ending within 30 days',
  nothingEnds: 'No probation and no contract of your team ends within 30 days.',
  name: 'Name',
  what: 'What ends',
  on: 'On',
  probation: 'Probation',
  contract: 'Contract',
} as const
