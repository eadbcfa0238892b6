/** The words of the dashboard. */
export const words = {
  heading: 'Dashboard',
  welcome: (name: string): string => `Welcome, ${name}`,
  failure: 'The dashboard could not be loaded',
  employees: 'Employees registered',
  signedInNow: 'Signed in now',
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
