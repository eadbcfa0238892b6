import type { BulkAction, BulkOutcome, BulkTask } from '../../../electron/contract/bulk.ts'
import { formatNumber } from '../../ui/format.ts'

export type Kind = BulkAction['kind']

const employees = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'employee' : 'employees'}`
const accounts = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'account' : 'accounts'}`
const passwords = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'password' : 'passwords'}`

interface ActionWords {
  /** The item of the menu, and the title of its dialog. */
  readonly name: string
  /** What comes of it, where the fields do not say it all. */
  readonly about?: string
  /** What the trial has found, for those who would be changed. */
  readonly will: (count: number) => string
  /** The button that does it. */
  readonly run: (count: number) => string
  /** The same when it is done. */
  readonly done: (count: number) => string
  /** Of those who stand so already. */
  readonly unchanged: (count: number) => string
}

const changeWords = (field: string): Omit<ActionWords, 'name' | 'will'> => ({
  run: (count) => `Change ${employees(count)}`,
  done: (count) => `${employees(count)} changed.`,
  unchanged: (count) => `${formatNumber(count)} ${count === 1 ? 'has' : 'have'} this ${field} already.`,
})

export const actionWords: Readonly<Record<Kind, ActionWords>> = {
  department: {
    ...changeWords('department'),
    name: 'Change department',
    will: (count) => `${employees(count)} will move to:`,
  },
  position: {
    ...changeWords('position'),
    name: 'Change position',
    will: (count) => `${employees(count)} will get the position:`,
  },
  manager: {
    ...changeWords('manager'),
    name: 'Change manager',
    will: (count) => `${employees(count)} will report to:`,
  },
  'employment-type': {
    ...changeWords('employment type'),
    name: 'Change employment type',
    will: (count) => `${employees(count)} will be employed as:`,
  },
  'disable-accounts': {
    name: 'Disable accounts',
    about: 'Their sessions end at once, and they cannot sign in until the accounts are enabled again.',
    will: (count) => `${accounts(count)} will be disabled.`,
    run: (count) => `Disable ${accounts(count)}`,
    done: (count) => `${accounts(count)} disabled.`,
    unchanged: (count) => `${accounts(count)} ${count === 1 ? 'is' : 'are'} disabled already.`,
  },
  'reset-passwords': {
    name: 'Reset passwords',
    about:
      'Their sessions end at once. Each gets a temporary password on a slip that you print and hand over; it is shown only once.',
    will: (count) => `${passwords(count)} will be reset.`,
    run: (count) => `Reset ${passwords(count)}`,
    done: (count) => `${passwords(count)} reset.`,
    unchanged: (count) => `${passwords(count)} need no reset.`,
  },
  offboard: {
    name: 'Offboard',
    about:
      'Their accounts are disabled and their sessions end: at once, or when a leaving date that is still ahead is over.',
    will: (count) => `${employees(count)} will leave.`,
    run: (count) => `Offboard ${employees(count)}`,
    done: (count) => `${employees(count)} offboarded.`,
    unchanged: (count) => `${employees(count)} leave so already.`,
  },
  archive: {
    name: 'Archive',
    about: 'They are taken out of lists, counts and searches, and can be restored.',
    will: (count) => `${employees(count)} will be archived.`,
    run: (count) => `Archive ${employees(count)}`,
    done: (count) => `${employees(count)} archived.`,
    unchanged: (count) => `${employees(count)} ${count === 1 ? 'is' : 'are'} archived already.`,
  },
}

const working: Readonly<Record<BulkTask['phase'], string>> = {
  trial: 'Checking',
  change: 'Changing',
  undo: 'Undoing',
}

export const words = {
  menu: 'Change',
  selected: (count: number): string => `${employees(count)} selected.`,
  preview: 'Preview',
  nobody: 'Nobody',
  none: 'None',
  /** What it means to choose nothing. */
  emptyFor: {
    department: 'Empty: they will be in no department.',
    position: 'Empty: they will have no position.',
    manager: 'Empty: they will report to nobody.',
  },
  working,
  stop: 'Stop',
  nothingToDo: 'Nothing will change.',
  cannot: (count: number): string => `${formatNumber(count)} cannot:`,
  refused: (count: number): string => `${formatNumber(count)} could not be changed.`,
  undone: (count: number): string => `${employees(count)} as before again.`,
  cancelled: (reached: number, total: number): string =>
    `Stopped at ${formatNumber(reached)} of ${formatNumber(total)}. What was done stays.`,
  stopped: 'The change stopped on the way',
  stoppedDetail: (problem: string): string => `${problem} What was done stays.`,
  trialStopped: 'The check stopped on the way',
  trialStoppedDetail: (problem: string): string => `${problem} Nothing was changed.`,
  failed: 'That did not work',
  undo: (count: number): string => `Undo for ${employees(count)}`,
  table: 'What came of each employee',
  columns: { name: 'Employee', number: 'Number', outcome: 'Outcome', reason: 'Why', employees: 'Employees' },
  obstacles: 'What stands in the way',
  show: 'Show',
  everybody: 'Everybody',
  outcomes: { done: 'Changed', unchanged: 'As it was', refused: 'Refused' } satisfies Record<BulkOutcome, string>,
  slips: 'Sign-in slips',
  slipsHint: 'The temporary passwords are shown only now. Print the slips, cut them and hand them over in person.',
  print: (count: number): string => `Print ${formatNumber(count)} ${count === 1 ? 'slip' : 'slips'}`,
  printFailed: 'The slips were not printed.',
} as const
