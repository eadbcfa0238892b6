import { useQuery } from '@tanstack/react-query'
import type { EmployeeInput } from '../../electron/contract/employees.ts'
import { formatPlainDate } from '../ui/format.ts'
import { placed } from './department-tree.ts'
import { fullName } from './names.ts'
import { departmentsQuery, employeeQuery, positionsQuery } from './queries.ts'
import { employmentTypeWords } from './strings.ts'

const dates: readonly (keyof EmployeeInput)[] = ['dateOfBirth', 'hireDate', 'probationEndDate', 'contractEndDate']

interface FieldValueProps<Field extends keyof EmployeeInput> {
  readonly field: Field
  readonly value: EmployeeInput[Field]
  /** Stands in the place of nothing. */
  readonly empty: string
}

/** What a field of an employee holds, in words: a name for a number, a date as this computer writes it. */
export function FieldValue({ field, value, empty }: FieldValueProps<keyof EmployeeInput>) {
  if (value === null || value === '') return empty
  if (typeof value === 'number') return <PlaceName field={field} id={value} />
  if (field === 'employmentType') return employmentTypeWords[value as keyof typeof employmentTypeWords]
  return dates.includes(field) ? formatPlainDate(value) : value
}

function PlaceName({ field, id }: { field: keyof EmployeeInput; id: number }) {
  const department = useQuery({ ...departmentsQuery, enabled: field === 'departmentId' })
  const position = useQuery({ ...positionsQuery, enabled: field === 'positionId' })
  const manager = useQuery({ ...employeeQuery(id), enabled: field === 'managerId' })
  if (field === 'departmentId') {
    return placed(department.data ?? []).find((place) => place.department.id === id)?.path ?? ''
  }
  if (field === 'positionId') return position.data?.find((known) => known.id === id)?.title ?? ''
  return manager.data ? fullName(manager.data) : ''
}
