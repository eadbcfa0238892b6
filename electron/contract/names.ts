/**
 * The names of all calls and events, by feature. Plain data: it is all that the preload needs,
 * and `index.ts` makes the compiler hold it against the schemas in both directions.
 */
export const callNames = {
  application: ['start', 'ready', 'showing', 'answer', 'copy', 'print'],
  recovery: ['tryAgain', 'chooseFile', 'showFolder', 'startOver'],
  setup: ['create'],
  accounts: [
    'signIn',
    'signOut',
    'lock',
    'unlock',
    'switchUser',
    'signInAgain',
    'confirmPassword',
    'changePassword',
    'administrators',
    'recover',
    'choosePassword',
    'suggestPassphrase',
    'generatePassword',
    'disable',
    'enable',
    'changeRole',
    'resetPassword',
  ],
  sessions: [
    'readOwn',
    'deleteProperty',
    'clear',
    'setTheme',
    'logOutEverywhere',
    'list',
    'listEnded',
    'today',
    'end',
    'endAllOf',
    'endAll',
    'readPolicy',
    'savePolicy',
    'renewSecret',
    'testStorage',
    'clearExpired',
  ],
  dashboard: ['read'],
  employees: ['list', 'read', 'register', 'update', 'readDraft', 'saveDraft', 'discardDraft'],
} as const

export const eventNames = [
  'application.openScreen',
  'application.command',
  'application.closing',
  'application.settleUnsavedWork',
  'application.problem',
  'sessions.warned',
  'sessions.warningOver',
  'sessions.locked',
  'sessions.ended',
  'sessions.changed',
  'employees.changed',
] as const

export type Feature = keyof typeof callNames
export type EventName = (typeof eventNames)[number]
