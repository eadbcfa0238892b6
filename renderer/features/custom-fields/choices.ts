import type { CustomFieldInput } from '../../../electron/contract/custom-fields.ts'

export type Choice = CustomFieldInput['choices'][number]

/** Choices as one text that differs where they do. */
export const packed = (choices: readonly Choice[]): string =>
  JSON.stringify(choices.map(({ id, name }) => ({ id, name })))

export const unpacked = (text: string): readonly Choice[] => JSON.parse(text) as readonly Choice[]
