import type { ToldCustomValue } from '../../../electron/contract/custom-fields.ts'
import type { LineView, OwnView } from '../../../electron/contract/visibility.ts'
import { employmentTypeWords, fieldWords, groupWords, leavingFieldWords, statusWords } from '../../registry/strings.ts'
import { formatPlainDate } from '../../ui/format.ts'
import type { Particular } from '../../ui/Particulars.tsx'
import { customText } from '../custom-fields/custom-form.ts'
import { words as customWords } from '../custom-fields/strings.ts'
import { words } from './strings.ts'

type Told = Partial<OwnView & LineView>
type Field = Exclude<keyof Told, 'id' | 'reports'>

const labels: Readonly<Record<Field, string>> = {
  ...fieldWords,
  department: fieldWords.departmentId,
  position: fieldWords.positionId,
  manager: fieldWords.managerId,
  status: words.status,
  leavingDate: leavingFieldWords.leavingDate,
}

/** In the order of the employee's form. */
const groups: readonly (readonly [title: string, fields: readonly Field[]])[] = [
  [groupWords.identity, ['employeeNumber', 'firstName', 'middleName', 'lastName', 'preferredName', 'dateOfBirth']],
  [
    groupWords.job,
    [
      'department',
      'position',
      'manager',
      'employmentType',
      'status',
      'hireDate',
      'probationEndDate',
      'contractEndDate',
      'leavingDate',
    ],
  ],
  [groupWords.contact, ['workEmail', 'workPhone', 'mobilePhone', 'personalEmail', 'address']],
  [groupWords.emergency, ['emergencyContactName', 'emergencyContactPhone', 'emergencyContactRelation']],
]

/**
 * What is told of an employee, group by group: every field that the view has, and no group that it has nothing of.
 * @param custom what is told of the fields that administrators added
 */
export function groupsOf(
  view: Told,
  custom: readonly ToldCustomValue[],
): readonly { readonly title: string; readonly lines: readonly Particular[] }[] {
  const more = custom.map(({ name, kind, value }): Particular => ({ name, value: customText(kind, value) }))
  const told = groups.map(([title, fields]) => ({
    title,
    lines: fields
      .filter((field) => field in view)
      .map((field): Particular => ({ name: labels[field], value: inWords(field, view) || words.person.nothing })),
  }))
  return [...told, { title: customWords.group, lines: more }].filter(({ lines }) => lines.length > 0)
}

function inWords(field: Field, view: Told): string {
  const value = view[field]
  if (value === null || value === undefined) return ''
  if (typeof value === 'object') return value.name
  if (field === 'employmentType') return employmentTypeWords[value as keyof typeof employmentTypeWords]
  if (field === 'status') return statusWords[value as keyof typeof statusWords]
  const isDate = field === 'dateOfBirth' || field.endsWith('Date')
  return isDate && value !== '' ? formatPlainDate(value) : value
}
