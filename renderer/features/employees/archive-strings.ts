import { formatNumber } from '../../ui/format.ts'

const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** The words of the archive, of coming back from it, and of the purge. */
export const archiveWords = {
  heading: 'Archive',
  detail:
    'An archived employee is out of lists, counts, searches and choices. Nothing is deleted, and they can be restored.',
  archive: 'Archive employee',
  archived: (name: string): string => `${name} archived`,
  notArchived: 'The employee was not archived',
  restore: 'Restore',
  restored: (name: string): string => `${name} restored`,
  notRestored: 'The employee was not restored',
  since: (when: string): string => `Archived on ${when}`,
  sinceDetail: 'They are out of lists, counts, searches and choices, and cannot be changed.',
  list: {
    heading: 'Archived employees',
    link: 'Archived employees',
    search: 'Search archived employees',
    table: 'Archived employees, one in each row',
    columns: { name: 'Name', employeeNumber: 'Number', department: 'Department', position: 'Position' },
    loading: 'Loading archived employees',
    failure: 'The archived employees could not be loaded',
    total: (count: number): string => counted(count, 'employee', 'employees'),
    none: { title: 'Nobody is archived', detail: 'Whoever is archived on their page appears here.' },
    nothingMatches: { title: 'Nothing matches', detail: 'No archived employee is found by that.' },
    back: 'Back to employees',
  },
  purge: {
    heading: 'Purge',
    detail: 'A purge deletes the employee and everything that is known of them, for good.',
    open: 'Purge employee',
    title: (name: string): string => `Purge ${name}?`,
    lead: 'This cannot be undone. What goes with them:',
    reports: (count: number): string =>
      `${counted(count, 'archived person reports', 'archived people report')} to them, and then to nobody.`,
    departments: (names: string): string => `They lead ${names}, which then has no head.`,
    successions: (count: number): string =>
      `They are to take over after ${counted(count, 'leaving', 'leavings')} that nobody takes over then.`,
    account: (username: string, sessions: number, kept: number): string =>
      `The account ${username} with ${counted(sessions, 'session', 'sessions')} and ${counted(kept, 'kept property', 'kept properties')}.`,
    accountStays: (username: string, sessions: number, kept: number): string =>
      `${counted(sessions, 'session', 'sessions')} and ${counted(kept, 'kept property', 'kept properties')} of the account ${username}. The account stays, disabled: the company’s recovery code belongs to it.`,
    history: (count: number): string =>
      `The values of ${counted(count, 'entry', 'entries')} of their history. That something happened stays in the audit log, with their name.`,
    number: (employeeNumber: string): string => `The number ${employeeNumber} is never given to somebody else.`,
    backups: 'Backups made before now still hold them until those are replaced.',
    name: (name: string): string => `Type “${name}” to purge`,
    differs: (name: string): string => `Type “${name}” exactly as it stands here.`,
    confirm: 'Purge for good',
    purged: 'Employee purged',
    loading: 'Looking for what depends on them',
    failure: 'What depends on them could not be looked up',
  },
} as const
