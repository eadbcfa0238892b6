import type { CustomField } from '../../../electron/contract/custom-fields.ts'

/** A custom field: an optional text that nobody fills in, but for what is given. */
export const fieldOf = (id: number, name: string, more: Partial<CustomField> = {}): CustomField => ({
  id,
  version: 1,
  name,
  kind: 'text',
  help: '',
  isRequired: false,
  isPrivate: false,
  choices: [],
  isArchived: false,
  values: 0,
  ...more,
})
