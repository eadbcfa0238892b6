import { NativeSelect } from '@mantine/core'
import { employmentTypes } from '../../../electron/contract/employee-filter.ts'
import { employmentTypeWords, statusWords } from '../../registry/strings.ts'
import { statusesHere, type TeamNarrowing, unknownType } from './narrowing.ts'
import { words } from './strings.ts'
import classes from './team.module.css'

interface TeamFiltersProps {
  readonly narrowing: TeamNarrowing
  readonly onChange: (change: Partial<TeamNarrowing>) => void
}

/** What narrows one's team down besides the words searched for: a choice of one each, all of it in sight. */
export function TeamFilters({ narrowing, onChange }: TeamFiltersProps) {
  return (
    <>
      <OneOf
        label={words.filters.reach}
        all={words.filters.everybody}
        options={[['direct', words.filters.direct]]}
        value={narrowing.reach}
        onChange={(reach) => onChange({ reach })}
      />
      <OneOf
        label={words.filters.status}
        all={words.filters.anyStatus}
        options={statusesHere.map((status) => [status, statusWords[status]])}
        value={narrowing.status}
        onChange={(status) => onChange({ status })}
      />
      <OneOf
        label={words.filters.type}
        all={words.filters.anyType}
        options={[
          ...employmentTypes.map((type) => [type, employmentTypeWords[type]] as const),
          [unknownType, words.filters.unknownType],
        ]}
        value={narrowing.type}
        onChange={(type) => onChange({ type })}
      />
    </>
  )
}

interface OneOfProps<Value extends string> {
  readonly label: string
  /** What is said where nothing is chosen. */
  readonly all: string
  readonly options: readonly (readonly [Value, string])[]
  readonly value: Value | ''
  readonly onChange: (value: Value | '') => void
}

function OneOf<Value extends string>({ label, all, options, value, onChange }: OneOfProps<Value>) {
  return (
    <NativeSelect
      aria-label={label}
      className={classes.filter}
      data={[{ value: '', label: all }, ...options.map(([option, name]) => ({ value: option, label: name }))]}
      value={value}
      onChange={({ currentTarget }) => onChange(options.find(([option]) => option === currentTarget.value)?.[0] ?? '')}
    />
  )
}
