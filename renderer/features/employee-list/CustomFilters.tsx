import { Checkbox, MultiSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type CustomField, customKeyOf, customValueSchema } from '../../../electron/contract/custom-fields.ts'
import type { CustomCondition } from '../../../electron/contract/custom-filter.ts'
import { placeWords } from '../../registry/strings.ts'
import { asked, customText } from '../custom-fields/custom-form.ts'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import { type ConditionOf, conditionOf, withCondition } from './custom-narrowing.ts'
import classes from './list.module.css'
import { PeriodFields } from './PeriodFields.tsx'
import { filterWords } from './strings.ts'

interface CustomFiltersProps {
  readonly conditions: readonly CustomCondition[]
  readonly onChange: (conditions: CustomCondition[]) => void
}

/** The custom fields that forms ask for, as filters. */
export function CustomFilters({ conditions, onChange }: CustomFiltersProps) {
  const { data = [] } = useQuery(customFieldsQuery)
  return asked(data).map((field) => (
    <CustomFilter
      key={field.id}
      field={field}
      conditions={conditions}
      onChange={(condition) => onChange(withCondition(conditions, condition))}
    />
  ))
}

interface CustomFilterProps {
  readonly field: CustomField
  readonly conditions: readonly CustomCondition[]
  readonly onChange: (condition: CustomCondition) => void
}

/** Stands for null where a control wants text. */
const none = 'none'

function CustomFilter({ field, conditions, onChange }: CustomFilterProps) {
  const { name, kind, choices } = field
  const key = customKeyOf(field)
  switch (kind) {
    case 'text': {
      const { holds } = conditionOf(conditions, key, { key, kind, holds: '' })
      return (
        <TextInput
          label={filterWords.holds(name)}
          value={holds}
          maxLength={100}
          onChange={({ currentTarget }) => onChange({ key, kind, holds: currentTarget.value })}
        />
      )
    }
    case 'number':
      return (
        <NumberFields
          name={name}
          value={conditionOf(conditions, key, { key, kind, from: '', to: '' })}
          onChange={onChange}
        />
      )
    case 'date': {
      const value = conditionOf(conditions, key, { key, kind, from: '', to: '' })
      return <PeriodFields name={name} value={value} onChange={(period) => onChange({ key, kind, ...ends(period) })} />
    }
    case 'choice': {
      const { values } = conditionOf(conditions, key, { key, kind, values: [] })
      return (
        <MultiSelect
          searchable
          clearable
          hidePickedOptions
          label={name}
          clearButtonProps={{ 'aria-label': placeWords.clear }}
          nothingFoundMessage={placeWords.nothing}
          maxDropdownHeight={240}
          classNames={{ inputField: classes.typed }}
          data={[
            ...choices.map((choice) => ({ value: String(choice.id), label: choice.name })),
            { value: none, label: filterWords.notGiven },
          ]}
          value={values.map((value) => (value === null ? none : String(value)))}
          onChange={(chosen) =>
            onChange({ key, kind, values: chosen.map((value) => (value === none ? null : Number(value))) })
          }
        />
      )
    }
    case 'yes-no': {
      const { values } = conditionOf(conditions, key, { key, kind, values: [] })
      const all = ['yes', 'no', null] as const
      return (
        <Checkbox.Group
          label={name}
          value={values.map((value) => value ?? none)}
          onChange={(checked) =>
            onChange({ key, kind, values: all.filter((value) => checked.includes(value ?? none)) })
          }
        >
          <div className={classes.choices}>
            {all.map((value) => (
              <Checkbox
                key={value ?? none}
                value={value ?? none}
                label={value === null ? filterWords.notGiven : customText(kind, value)}
              />
            ))}
          </div>
        </Checkbox.Group>
      )
    }
  }
}

const ends = ({ from, to }: { readonly from: string; readonly to: string }) => ({ from, to })

interface NumberFieldsProps {
  readonly name: string
  readonly value: ConditionOf<'number'>
  readonly onChange: (value: ConditionOf<'number'>) => void
}

/** The smallest and the largest number, both of which belong to it. What is no number yet changes nothing. */
function NumberFields({ name, value, onChange }: NumberFieldsProps) {
  const [typed, setTyped] = useState(ends(value))
  const [known, setKnown] = useState(ends(value))
  // It can change elsewhere too, such as by a chip.
  if (known.from !== value.from || known.to !== value.to) {
    setKnown(ends(value))
    setTyped(ends(value))
  }
  const type = (change: Partial<typeof typed>) => {
    const next = { ...typed, ...change }
    const bounds = { from: numberOf(next.from) ?? value.from, to: numberOf(next.to) ?? value.to }
    setTyped(next)
    setKnown(bounds)
    if (bounds.from !== value.from || bounds.to !== value.to) onChange({ ...value, ...bounds })
  }
  return (
    <div className={classes.period}>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          label={filterWords[end](name)}
          error={numberOf(typed[end]) === null && filterWords.wrongNumber}
          inputMode="decimal"
          value={typed[end]}
          onChange={({ currentTarget }) => type({ [end]: currentTarget.value })}
        />
      ))}
    </div>
  )
}

const numberValue = customValueSchema({ id: 1, name: '', kind: 'number', isRequired: false, choices: [] })

/** The number as it is kept, the empty string for none; null for what is none. */
const numberOf = (typed: string): string | null => numberValue.safeParse(typed).data ?? null
