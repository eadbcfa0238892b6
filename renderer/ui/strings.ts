/** What stands where no company has given its name yet. */
export const product = 'Staffdesk'

/** The words of parts that several screens share. */
export const words = {
  titleOf: (screen: string): string => `${screen} – ${product}`,
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  close: 'Close',
  clear: 'Clear',
  undo: 'Undo',
  save: 'Save',
  discard: 'Discard',
  optional: '(optional)',
  unsaved: 'Unsaved changes',
  date: {
    hint: 'Year, month and day',
    optionalHint: 'Year, month and day (optional)',
    placeholder: 'YYYY-MM-DD',
    open: 'Open calendar',
  },
  previous: 'Previous',
  next: 'Next',
  range: (first: number, last: number, total: number): string =>
    `${first.toLocaleString()}–${last.toLocaleString()} of ${total.toLocaleString()}`,
  showAsTable: 'Show as table',
  showAsChart: 'Show as chart',
  tryAgain: 'Try again',
  problems: 'Please correct the following',
  showCharacters: 'Show characters',
  capsLock: 'Caps Lock is on.',
  tryAgainIn: 'You can try again in',
  tryAgainNow: 'You can try again now.',
  minutes: (count: number): string => (count === 1 ? '1 minute' : `${count} minutes`),
  seconds: (count: number): string => (count === 1 ? '1 second' : `${count} seconds`),
  unknownProblem: 'Something went wrong in this window. Try again.',
  notAnswered: 'That did not work',
  doneOf: (done: string, total: string): string => `${done} of ${total}`,
  password: 'Password',
  confirmPassword: 'Confirm password',
  passwordAim: (minimum: number): string =>
    `At least ${minimum} characters. A few unrelated words are a good password.`,
  passwordMissing: (missing: number): string =>
    missing === 1 ? '1 more character needed.' : `${missing} more characters needed.`,
  passwordLongEnough: 'Long enough.',
  passwordTooShort: (minimum: number): string => `The password needs at least ${minimum} characters.`,
  passwordsDiffer: 'The two passwords are not the same. Type it again.',
  newerVersion: {
    title: 'Somebody saved a newer version',
    detail: 'What you typed is still here. Choose for each field which version goes on.',
    same: 'The newer version holds the same details as yours.',
    field: 'Field',
    yours: 'Yours',
    newer: 'Newer version',
    empty: 'Empty',
    load: 'Load the newer version',
    goOn: 'Go on with the chosen',
  },
} as const
