import { formatNumber } from '../../ui/format.ts'

const people = (count: number): string => (count === 1 ? '1 person reports' : `${formatNumber(count)} people report`)

export const leavingWords = {
  heading: 'Leaving',
  stays: 'No leaving is planned.',
  ahead: (date: string, reason: string): string => `Leaves on ${date}: ${reason}.`,
  takesOver: (name: string): string => `${name} takes over.`,
  left: (date: string, reason: string): string => `Left on ${date}: ${reason}.`,
  offboard: 'Offboard',
  offboardTitle: (name: string): string => `Offboard ${name}`,
  offboardDetail:
    'The account is disabled and its sessions end: at once, or when a leaving date that is still ahead is over.',
  reports: (count: number): string => `${people(count)} to them.`,
  offboarded: 'Employee offboarded',
  planned: 'Leaving planned',
  cancel: 'Cancel leaving',
  cancelled: 'Leaving cancelled',
  rehire: 'Rehire',
  rehireTitle: (name: string): string => `Rehire ${name}`,
  rehireDetail: 'The history stays. The account stays disabled until you enable it.',
  rehired: 'Employee rehired',
} as const

export const statusChangeWords = {
  heading: 'Status',
  hint: 'Whether they can sign in is set on the account.',
  change: 'Change status',
  changed: 'Status changed',
} as const

export const registerWords = {
  heading: 'Register employee',
  stepper: 'Steps of the registration',
  steps: ['Identity', 'Job', 'Account', 'Review'],
  stepState: { done: 'done', current: 'current step', ahead: 'not reached yet' },
  position: (step: number, of: number, name: string): string => `Step ${step} of ${of}: ${name}`,
  numberHint: 'Unique in the company, and never used again.',
  createAccountHint: 'With an account the person can sign in to Staffdesk. You can leave it out.',
  usernameHint: 'Letters, digits and . _ - @',
  roleHints: {
    employee: 'Sees their own data and the directory.',
    manager: 'Sees also the work details of everybody who reports to them.',
    admin: 'Registers and manages everybody.',
  },
  passwordHint: (minimum: number): string =>
    `At least ${minimum} characters. The person replaces it when they first sign in.`,
  passwordTooShort: (minimum: number): string => `The temporary password needs at least ${minimum} characters.`,
  next: 'Next',
  back: 'Back',
  register: 'Register',
  registerAndAdd: 'Register and add another',
  problems: 'Please correct the following',
  reviewHint: 'Check everything once more. Nothing is saved before you register.',
  edit: (step: string): string => `Change ${step.toLowerCase()}`,
  notGiven: 'Not given',
  noAccount: 'No account.',
  draft: {
    title: 'Continue your draft?',
    unnamed: 'A registration that you began',
    about: (name: string, step: string): string => `${name}, left at ${step}.`,
    go: 'Continue',
    afresh: 'Start afresh',
  },
  registered: 'Employee registered',
  registeredDetail: (name: string, employeeNumber: string): string => `${name}, number ${employeeNumber}`,
  openEmployee: 'Open employee',
  another: 'Register another',
  toList: 'Back to employees',
} as const

export const employeeWords = {
  heading: 'Employee',
  details: 'Details',
  loading: 'Loading the employee',
  saved: 'Changes saved',
  notFound: {
    title: 'This employee does not exist',
    detail: 'The record may have been removed, or the address is wrong.',
    action: 'Back to employees',
  },
  failure: 'The employee could not be loaded',
  empty: 'Empty',
  account: {
    heading: 'Account',
    none: 'This employee has no account and cannot sign in.',
    lastSignIn: 'Last sign-in',
    never: 'Never signed in',
    state: 'State',
    enabled: 'Can sign in',
    mustChoose: 'Chooses a password at the next sign-in',
    disabledSince: (when: string): string => `Disabled since ${when}`,
    disable: 'Disable account',
    enable: 'Enable account',
    reset: 'Reset password',
    disabled: 'Account disabled',
    enabledAgain: 'Account enabled',
    passwordReset: 'Password reset',
    disableTitle: (name: string): string => `Disable the account of ${name}?`,
    disableDetail: 'All their sessions end at once, and they cannot sign in until you enable the account again.',
    changeRole: 'Change role',
    changeRoleTitle: (name: string): string => `Change the role of ${name}`,
    changeRoleDetail: 'All their sessions end at once. The new role holds from their next sign-in.',
    roleChanged: 'Role changed',
    resetTitle: (name: string): string => `Reset the password of ${name}`,
    resetDetail: 'All their sessions end. They sign in with the temporary password and then choose their own.',
    cancel: 'Cancel',
  },
} as const

export const passwordWords = {
  generate: 'Generate',
  generateFailed: 'No password could be generated. Try again, or type one.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The password could not be copied. Try again, or write it down.',
} as const
