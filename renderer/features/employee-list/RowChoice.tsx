import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { placed } from '../../registry/department-tree.ts'
import { fullName } from '../../registry/names.ts'
import { departmentsQuery, employeeQuery, pageQuery, positionsQuery } from '../../registry/queries.ts'
import { placeWords } from '../../registry/strings.ts'
import classes from './list.module.css'
import { filterWords } from './strings.ts'

/** How long the typing has to rest before employees are searched for, in milliseconds. */
const restMs = 150

interface RowChoiceProps extends Omit<MultiSelectProps, 'value' | 'onChange' | 'data'> {
  /** Null for those who have none. */
  readonly value: readonly (number | null)[]
  readonly onChange: (value: (number | null)[]) => void
}

/** Stands for null among the options. */
const none = 'none'

const noneOf = (name: keyof typeof filterWords.none) => ({ value: none, label: filterWords.none[name] })

/** A choice of any number of rows. */
function RowChoice({
  value,
  onChange,
  data,
  ...rest
}: RowChoiceProps & { readonly data: readonly { readonly value: string; readonly label: string }[] }) {
  return (
    <MultiSelect
      searchable
      clearable
      hidePickedOptions
      clearButtonProps={{ 'aria-label': placeWords.clear }}
      nothingFoundMessage={placeWords.nothing}
      maxDropdownHeight={240}
      classNames={{ inputField: classes.typed }}
      {...rest}
      data={data}
      value={value.map((id) => (id === null ? none : String(id)))}
      onChange={(chosen) => onChange(chosen.map((id) => (id === none ? null : Number(id))))}
    />
  )
}

export function DepartmentChoice(props: RowChoiceProps) {
  const { data = [] } = useQuery(departmentsQuery)
  const options = placed(data).map(({ department, path }) => ({ value: String(department.id), label: path }))
  return (
    <RowChoice
      label={filterWords.names.departmentIds}
      description={filterWords.departmentHint}
      {...props}
      data={[noneOf('departmentIds'), ...options]}
    />
  )
}

export function PositionChoice(props: RowChoiceProps) {
  const { data = [] } = useQuery(positionsQuery)
  const options = data.map(({ id, title }) => ({ value: String(id), label: title }))
  return <RowChoice label={filterWords.names.positionIds} {...props} data={[noneOf('positionIds'), ...options]} />
}

/** Employees to whom others report. They are too many for a list: main searches while the person types. */
export function ManagerChoice(props: RowChoiceProps) {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, restMs)
  const { data } = useQuery(pageQuery(search, 0))
  const known = props.value.filter((id) => id !== null)
  const chosen = useQueries({ queries: known.map(employeeQuery) }).flatMap((answer) => answer.data ?? [])
  const found = (data?.rows ?? []).filter(({ id }) => !props.value.includes(id))
  const options = [...chosen, ...found].map((employee) => ({
    value: String(employee.id),
    label: `${fullName(employee)} (${employee.employeeNumber})`,
  }))
  return (
    <RowChoice
      label={filterWords.names.managerIds}
      description={filterWords.managerHint}
      {...props}
      data={[noneOf('managerIds'), ...options]}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all.filter((option) => 'value' in option && !known.includes(Number(option.value)))}
    />
  )
}
