import { useEffect, useEffectEvent, useState } from 'react'
import { assignedFields } from '../../../electron/contract/assignments.ts'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { type EmployeeRecord, employeeFields, unknownEmployee } from '../../../electron/contract/employees.ts'
import { optionalDate } from '../../../electron/contract/fields.ts'
import { toast } from '../../ui/toast.ts'
import { useVersionedForm } from '../../ui/versioned-form.ts'
import { words as assignmentWords } from '../assignments/strings.ts'
import { type CustomName, customFormShape, customFormValues, customInputOf } from '../custom-fields/custom-form.ts'
import { type DetailField, type Details, detailsOf } from './details.ts'
import { useUpdate } from './queries.ts'
import { employeeWords } from './strings.ts'

/**
 * What the form holds: the details, from when a change of the assignment holds (empty for the usual day), and custom
 * fields.
 */
export type DetailsValues = Details & { readonly effectiveFrom: string } & Readonly<Record<CustomName, string>>

/** Whether a field of the form is one of the employee's own. */
export const isDetail = (name: string): name is DetailField => name in unknownEmployee

/** Whether the values give an employee another department, position, manager or employment type. */
const isReassigning = (values: Details, record: EmployeeRecord): boolean => {
  const known = detailsOf(record)
  return assignedFields.some((field) => values[field] !== known[field])
}

/**
 * An employee's details while they are edited.
 * @param newest the record as main last told it
 * @param known the custom fields that are asked for; those that come up later are asked for when the form opens next
 */
export function useDetails(newest: EmployeeRecord, known: readonly CustomField[]) {
  const update = useUpdate()
  const [definitions] = useState(known)
  const [schema] = useState(() =>
    employeeFields.safeExtend({
      effectiveFrom: optionalDate('date from which it holds'),
      ...customFormShape(definitions),
    }),
  )
  const valuesOf = (record: EmployeeRecord): DetailsValues => ({
    ...detailsOf(record),
    effectiveFrom: '',
    ...customFormValues(definitions, record.custom),
  })
  const details = useVersionedForm<DetailsValues, EmployeeRecord>({
    schema,
    newest,
    valuesOf: (record) => valuesOf(record ?? newest),
    save: (values, base) => {
      const { id, version } = base ?? newest
      const employee = Object.fromEntries(Object.entries(values).filter(([name]) => isDetail(name))) as Details
      const { effectiveFrom } = values
      return update.mutateAsync({
        id,
        version,
        employee,
        ...(effectiveFrom !== '' && { effectiveFrom }),
        ...(definitions.length > 0 && { custom: customInputOf(definitions, values) }),
      })
    },
    // What main refuses of a custom field (`custom.12`) stands beside it.
    nameOf: (path) => (path.startsWith('custom.') ? path.replace('.', '') : path.replace(/^employee\./, '')),
    // What was planned is not yet in the record.
    onSaved: (saved, values) =>
      toast(isReassigning(values, saved) ? assignmentWords.changePlanned : employeeWords.saved),
  })
  const { form, differing } = details

  const assigns = isReassigning(form.values, newest)
  const forgetDay = useEffectEvent(() => {
    if (form.values.effectiveFrom !== '') form.setFieldValue('effectiveFrom', '')
  })
  useEffect(() => {
    if (!assigns) forgetDay()
  }, [assigns])

  return {
    ...details,
    definitions,
    valuesOf,
    /** Whether it has to be said from when the change holds. */
    assigns,
    /** The day belongs to no version of the record. */
    differing: differing.filter(({ name }) => name !== 'effectiveFrom'),
  }
}
