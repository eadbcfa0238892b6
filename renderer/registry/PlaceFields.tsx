import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { words } from '../ui/strings.ts'
import { placed, standingBelow } from './department-tree.ts'
import { fullName } from './names.ts'
import { departmentsQuery, employeeQuery, pageQuery, positionsQuery } from './queries.ts'
import { fieldWords, placeWords } from './strings.ts'

/** How long the typing has to rest before employees are searched for, in milliseconds. */
const restMs = 150

interface PlaceFieldProps extends Omit<SelectProps, 'value' | 'onChange' | 'data'> {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

interface Option {
  readonly value: string
  readonly label: string
}

/** A choice of one row by its number; clearing it means none. */
function PlaceField({ value, onChange, data, ...rest }: PlaceFieldProps & { readonly data: readonly Option[] }) {
  return (
    <Select
      searchable
      clearable
      openOnFocus={false}
      checkIconPosition="right"
      clearButtonProps={{ 'aria-label': placeWords.clear }}
      description={words.optional}
      nothingFoundMessage={placeWords.nothing}
      maxDropdownHeight={280}
      {...rest}
      data={data}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}

interface DepartmentFieldProps extends PlaceFieldProps {
  /** A department that cannot be chosen, nor can what stands below it. */
  readonly exceptId?: number
}

export function DepartmentField({ exceptId, ...props }: DepartmentFieldProps) {
  const { data = [] } = useQuery(departmentsQuery)
  const tree = placed(data)
  const except = new Set(
    exceptId === undefined ? [] : standingBelow(tree, exceptId).map(({ department }) => department.id),
  )
  const options = tree
    .filter(({ department: { id } }) => id !== exceptId && !except.has(id))
    .map(({ department, path }) => ({ value: String(department.id), label: path }))
  return <PlaceField label={fieldWords.departmentId} {...props} data={options} />
}

export function PositionField(props: PlaceFieldProps) {
  const { data = [] } = useQuery(positionsQuery)
  const options = data.map(({ id, title }) => ({ value: String(id), label: title }))
  return <PlaceField label={fieldWords.positionId} {...props} data={options} />
}

interface EmployeeFieldProps extends PlaceFieldProps {
  /** An employee who cannot be chosen. */
  readonly exceptId?: number
}

/** One of the employees who have not left. They are too many for a list: main searches while the person types. */
export function EmployeeField({ exceptId, ...props }: EmployeeFieldProps) {
  const [typed, setTyped] = useState('')
  const chosen = useQuery({ ...employeeQuery(props.value ?? 0), enabled: props.value !== null })
  const chosenOption = chosen.data && props.value !== null ? optionOf(chosen.data) : null
  // What stands in the field of a choice already made is no search.
  const search = typed === chosenOption?.label ? '' : typed
  const [rested] = useDebouncedValue(search, restMs)
  const { data } = useQuery(pageQuery(rested, 0))
  const found = (data?.rows ?? [])
    .filter(({ id, status }) => status !== 'left' && id !== exceptId && id !== props.value)
    .map(optionOf)
  return (
    <PlaceField
      label={fieldWords.managerId}
      {...props}
      data={chosenOption ? [chosenOption, ...found] : found}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
    />
  )
}

const optionOf = (employee: { id: number; firstName: string; lastName: string; employeeNumber: string }): Option => ({
  value: String(employee.id),
  label: `${fullName(employee)} (${employee.employeeNumber})`,
})
