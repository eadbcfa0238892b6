import { type CustomField, customKeyOf } from '../../../electron/contract/custom-fields.ts'
import type { CustomCondition } from '../../../electron/contract/custom-filter.ts'
import { customText } from '../custom-fields/custom-form.ts'
import { filterWords } from './strings.ts'

/** What a chip says. @param fields undefined while they are not known */
export function chipWords(fields: readonly CustomField[] | undefined, chip: CustomCondition): string {
  const field = fields?.find((known) => customKeyOf(known) === chip.key)
  if (!field) return filterWords.chip(filterWords.customField, fields ? filterWords.removed : filterWords.unknown)
  return filterWords.chip(field.name, valueWords(field, chip))
}

function valueWords({ choices }: CustomField, chip: CustomCondition): string {
  switch (chip.kind) {
    case 'text':
      return filterWords.quoted(chip.holds.trim())
    case 'number':
      return filterWords.numbers(chip)
    case 'date':
      return filterWords.period(chip)
    case 'choice': {
      const [chosen] = chip.values
      if (chosen === null) return filterWords.notGiven
      return choices.find(({ id }) => id === chosen)?.name ?? filterWords.removed
    }
    case 'yes-no':
      return chip.values[0] == null ? filterWords.notGiven : customText('yes-no', chip.values[0])
  }
}
