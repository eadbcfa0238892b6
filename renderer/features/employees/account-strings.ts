import { formatNumber } from '../../ui/format.ts'

/** The words of how an account is signed in to, and of making one later. */
export const accessWords = {
  create: 'Create account',
  createTitle: (name: string): string => `Create an account for ${name}`,
  createDetail: 'With it they can sign in to Staffdesk. They choose their own password at the first sign-in.',
  created: 'Account created',
  loading: 'Loading the sign-ins',
  failure: 'The sign-ins could not be loaded',
  waits: (failures: number, until: string): string =>
    `${formatNumber(failures)} sign-ins failed. The next one has to wait until ${until}.`,
  failed: (failures: number): string =>
    failures === 1 ? '1 sign-in failed since the last.' : `${formatNumber(failures)} sign-ins failed since the last.`,
  disabledByFailures: (failures: number): string =>
    `Disabled by Staffdesk after ${formatNumber(failures)} failed sign-ins. Enabling the account forgets them.`,
  unlock: 'Unlock',
  unlocked: 'Account unlocked',
  openSessions: 'Open sessions',
  noSession: 'Not signed in at this moment.',
  recent: 'Recent sign-ins',
  recentTable: 'The newest sign-ins of this account, one in each row',
  columns: { started: 'Signed in', ended: 'Ended', computer: 'Computer', reason: 'How it ended' },
  lasts: 'Still open',
  none: '–',
} as const
