import { useEffect, useEffectEvent } from 'react'
import { assignedFields } from '../../../electron/contract/assignments.ts'
import { type EmployeeRecord, employeeFields } from '../../../electron/contract/employees.ts'
import { optionalDate } from '../../../electron/contract/fields.ts'
import { toast } from '../../ui/toast.ts'
import { useVersionedForm } from '../../ui/versioned-form.ts'
import { words as assignmentWords } from '../assignments/strings.ts'
import { type Details, detailsOf } from './details.ts'
import { useUpdate } from './queries.ts'
import { employeeWords } from './strings.ts'

/** What the form holds: the details, and from when a change of the assignment holds (empty for the usual day). */
export type DetailsValues = Details & { readonly effectiveFrom: string }

const schema = employeeFields.safeExtend({ effectiveFrom: optionalDate('date from which it holds') })

export const valuesOf = (record: EmployeeRecord): DetailsValues => ({ ...detailsOf(record), effectiveFrom: '' })

/** Whether the values give an employee another department, position, manager or employment type. */
const isReassigning = (values: Details, record: EmployeeRecord): boolean => {
  const known = detailsOf(record)
  return assignedFields.some((field) => values[field] !== known[field])
}

/**
 * An employee's details while they are edited.
 * @param newest the record as main last told it
 */
export function useDetails(newest: EmployeeRecord) {
  const update = useUpdate()
  const details = useVersionedForm<DetailsValues, EmployeeRecord>({
    schema,
    newest,
    valuesOf: (record) => valuesOf(record ?? newest),
    save: ({ effectiveFrom, ...employee }, base) => {
      const { id, version } = base ?? newest
      return update.mutateAsync({ id, version, employee, ...(effectiveFrom === '' ? {} : { effectiveFrom }) })
    },
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
    /** Whether it has to be said from when the change holds. */
    assigns,
    /** The day belongs to no version of the record. */
    differing: differing.filter(({ name }) => name !== 'effectiveFrom'),
  }
}
