import { formatNumber } from '../../ui/format.ts'

const sessions = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'session' : 'sessions'}`

const draftsStay = 'What they typed and did not save is kept as a draft where Staffdesk keeps one; the rest is lost.'

/** The words of everybody's sessions. */
export const words = {
  heading: 'Sessions',
  loading: 'Loading sessions',
  person: 'Person',
  computer: 'Computer',
  started: 'Since',
  ended: 'Ended',
  endedDone: (count: number): string => `${sessions(count)} ended`,
  live: {
    heading: 'Signed in now',
    table: 'Sessions that last, one in each row',
    filter: 'Filter sessions',
    lastActivity: 'Last activity',
    state: 'State',
    states: { active: 'Active', locked: 'Locked' },
    expires: 'Expires',
    actions: 'End sessions',
    own: 'This session',
    total: (shown: number, all: number): string =>
      shown === all ? sessions(all) : `${formatNumber(shown)} of ${sessions(all)}`,
    failure: 'The sessions could not be loaded',
    nothing: { title: 'Nobody is signed in', detail: 'A session appears here as soon as somebody signs in.' },
    nothingMatches: {
      title: 'Nothing matches',
      detail: (filter: string): string => `No name, username or computer of a session holds “${filter}”.`,
      action: 'Clear filter',
    },
  },
  end: {
    one: 'End session',
    oneTitle: (name: string, computer: string): string => `End the session of ${name} on ${computer}?`,
    oneDetail: (name: string): string => `${name} is signed out at once. ${draftsStay}`,
    allOf: (name: string): string => `End all of ${name}`,
    allOfTitle: (name: string): string => `End all sessions of ${name}?`,
    allOfDetail: (name: string, count: number): string =>
      `${name} is signed out at once, in ${sessions(count)}. ${draftsStay}`,
    all: 'End all sessions',
    allTitle: 'End all sessions but yours?',
    allDetail: (names: string): string => `Signed out at once: ${names}. ${draftsStay}`,
    names: (names: readonly string[], more: number): string =>
      more === 0 ? names.join(', ') : `${names.join(', ')} and ${formatNumber(more)} more`,
  },
  past: {
    heading: 'Ended sessions',
    table: 'Ended sessions, one in each row',
    search: 'Search ended sessions',
    started: 'Started',
    reason: 'How it ended',
    by: 'Ended by',
    nobody: '–',
    total: (total: number, searching: boolean): string =>
      searching ? `${formatNumber(total)} found` : `${formatNumber(total)} ended`,
    failure: 'The ended sessions could not be loaded',
    nothing: { title: 'No session has ended yet', detail: 'Every session stays here for 400 days after its end.' },
    nothingMatches: {
      title: 'Nothing matches',
      detail: (search: string): string => `No name, username, computer or reason holds “${search}”.`,
      action: 'Clear search',
    },
  },
  today: {
    heading: 'Today',
    started: (count: number): string => `Sessions today ${formatNumber(count)}`,
    peak: (count: number): string => `Peak ${formatNumber(count)}`,
    table: 'Sessions open at once, by hour',
    hour: 'Hour',
    open: 'Open at once',
    summary: (peak: number, hour: string, now: number): string =>
      peak === 0
        ? 'No session was open today.'
        : `Sessions open at once by hour: at most ${formatNumber(peak)}, first reached from ${hour}; ${formatNumber(now)} in the present hour.`,
    cleared: (when: string, count: number): string => `Expired data cleared ${when}: ${formatNumber(count)}`,
    notCleared: 'Expired data has not been cleared yet.',
    failure: 'The numbers of today could not be loaded',
  },
} as const
