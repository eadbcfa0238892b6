import type { CustomKind } from '../../../electron/contract/custom-fields.ts'
import { formatNumber } from '../../ui/format.ts'

export const kindWords = {
  text: 'Text',
  number: 'Number',
  date: 'Date',
  choice: 'Choice',
  'yes-no': 'Yes or no',
} as const satisfies Record<CustomKind, string>

const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`

/** The words of the custom fields. */
export const words = {
  heading: 'Custom fields',
  table: 'Custom fields, one in each row, in the order in which forms ask for them',
  columns: { name: 'Name', kind: 'Kind', seenBy: 'Seen by', values: 'Employees with a value' },
  actions: 'Edit, move, archive or delete',
  total: (count: number): string => counted(count, 'field', 'fields'),
  loading: 'Loading the custom fields',
  failure: 'The custom fields could not be loaded',
  nothingYet: {
    title: 'No custom fields yet',
    detail: 'A custom field holds what your company wants to know of its employees, such as a shirt size.',
  },
  add: 'Add field',
  editTitle: (name: string): string => `Edit ${name}`,
  fields: {
    name: 'Name',
    kind: 'Kind',
    help: 'Help text',
    isRequired: 'Required',
    isPrivate: 'For administrators only',
    choices: 'Choices',
  },
  helpHint: 'Stands below the field in every form (optional)',
  requiredHint: 'Nobody is registered or changed without it.',
  privateHint: 'Otherwise the employee and their manager see it too, and searches find it.',
  kindInUse: 'Employees have values in it: the kind stays.',
  choiceHint: 'Who has a choice that you rename has it by its new name.',
  choiceNumber: (number: number): string => `Choice ${number}`,
  addChoice: 'Add choice',
  removeChoice: (number: number): string => `Remove choice ${number}`,
  added: 'Field added',
  saved: 'Field saved',
  edit: 'Edit',
  moveUp: 'Move up',
  moveDown: 'Move down',
  archive: 'Archive',
  restore: 'Restore',
  remove: 'Delete',
  moved: 'Field moved',
  archived: 'Field archived',
  restored: 'Field restored',
  removed: 'Field deleted',
  isArchived: 'Archived',
  required: 'Required',
  everyone: 'Employee, manager, administrators',
  administrators: 'Administrators',
  removeTitle: (name: string): string => `Delete ${name}?`,
  removeDetail: (values: number): string =>
    values === 0
      ? 'No employee has a value in it.'
      : `The values of ${counted(values, 'employee', 'employees')} are deleted with it, for good. Archived, it is no longer asked for and keeps them.`,
  typedName: 'Name of the field',
  typedNameHint: (name: string): string => `Type ${name} to delete it.`,
  cancel: 'Cancel',
  group: 'More about the employee',
  optional: '(optional)',
  none: '–',
  yes: 'Yes',
  no: 'No',
} as const
