import type { SessionEngineName } from '../../../electron/contract/session-policy.ts'
import { formatNumber } from '../../ui/format.ts'

const sessions = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'session' : 'sessions'}`

/** The words of the company's settings. */
export const words = {
  heading: 'Settings',
  loading: 'Loading the settings',
  failure: 'The settings could not be loaded',
  sessions: 'Sessions',
  lock: { label: 'Lock after (minutes)', hint: 'Without activity for so long, a session asks for the password again.' },
  idleEnd: { label: 'End after (minutes)', hint: 'Without activity for so long, a session ends.' },
  limit: { label: 'Limit (hours)', hint: 'So long after its start a session ends, whatever happens in it.' },
  whenClosed: {
    label: 'When Staffdesk closes',
    end: 'End the session',
    endHint: 'The next start asks for the username and the password.',
    keep: 'Keep it on this computer',
    keepHint: 'The next start shows the lock screen, which asks for the password alone.',
  },
  engine: {
    label: 'Session engine',
    hint: 'Where session data is kept. Another engine ends every session.',
    names: {
      database: 'Database',
      'cached-database': 'Database with memory',
      cache: 'Memory',
      file: 'Files',
      signed: 'Signed data',
    } satisfies Record<SessionEngineName, string>,
    hints: {
      database: 'The safe choice: kept with everything else, in backups too, and ended at once from anywhere.',
      'cached-database': 'As the database, and faster to read, for a little more memory.',
      cache: 'The fastest, and nothing is written: every session ends when Staffdesk closes.',
      file: 'One file for each session beside the database, which is spared the work; slower with many sessions.',
      signed:
        'The session carries its data, signed and encrypted. Little room, and a copy of it is good until it expires.',
    } satisfies Record<SessionEngineName, string>,
    problem: 'The rules for sessions need you',
  },
  saved: 'Settings saved',
  change: {
    title: 'Change the session engine?',
    detail: (names: string): string => `Every session ends at once, yours too: ${names}. Everybody signs in again.`,
    confirm: 'Save and end all sessions',
    again: {
      title: 'Save the rules anew?',
      detail: (names: string): string =>
        `Where this changes the engine in use, every session ends, yours too: ${names}. Everybody signs in again.`,
      confirm: 'Save',
    },
    failure: 'Who is signed in could not be found out',
  },
  storage: {
    heading: 'Session storage',
    test: 'Test session storage',
    worked: 'Session storage works',
    failed: 'Session storage does not work',
    clear: 'Clear expired now',
    cleared: 'Expired sessions cleared',
    clearedDetail: (count: number): string =>
      count === 0 ? 'There was nothing to clear.' : `Data of ${sessions(count)} was removed.`,
    renew: 'Renew the signing key',
    renewHint: 'Renew the key when somebody may have copied the files of this computer.',
    renewed: 'Signing key renewed',
    renewTitle: 'Renew the signing key?',
  },
} as const
