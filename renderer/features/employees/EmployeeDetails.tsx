import { Stack } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { useUnsavedWork } from '../../app/unsaved-work.tsx'
import { useKey } from '../../app/use-key.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FormBar } from '../../ui/FormBar.tsx'
import { NewerVersion } from '../../ui/NewerVersion.tsx'
import { EffectiveFromField } from '../assignments/EffectiveFromField.tsx'
import { words as assignmentWords } from '../assignments/strings.ts'
import { DetailGroups } from './DetailGroups.tsx'
import classes from './employee.module.css'
import { FieldValue } from './FieldValue.tsx'
import { employeeWords, fieldWords } from './strings.ts'
import { type DetailsValues, useDetails, valuesOf } from './use-details.ts'

const labels = { ...fieldWords, effectiveFrom: assignmentWords.effectiveFrom }

interface EmployeeDetailsProps {
  readonly employee: EmployeeRecord
  /** What else the screen shows of the employee, above the bar. */
  readonly children: ReactNode
}

/** The details of an employee, ready to be edited, and the bar with Save and Discard that stays in sight. */
export function EmployeeDetails({ employee, children }: EmployeeDetailsProps) {
  const details = useDetails(employee)
  const { form, formProps, field, dirty, pending, newer, problems, failure, discard, submit } = details
  const formId = useId()
  useUnsavedWork({ dirty })
  useKey('save', () => {
    if (dirty) submit()
  })

  const shown = (name: keyof DetailsValues, values: DetailsValues) =>
    name === 'effectiveFrom' ? null : <FieldValue field={name} value={values[name]} empty={employeeWords.empty} />

  return (
    <>
      <form id={formId} aria-label={employeeWords.details} {...formProps}>
        <Stack gap="md" className={classes.fields}>
          {newer !== null && (
            <NewerVersion key={newer.version} form={details} newer={valuesOf(newer)} labels={labels} shown={shown} />
          )}
          <ErrorSummary problems={problems} failure={failure} />
          <DetailGroups
            values={form.values}
            field={field}
            onChange={(name, value) => form.setFieldValue(name, value as never)}
            selfId={employee.id}
            assigning={
              details.assigns && (
                <EffectiveFromField
                  employee={employee}
                  {...field('effectiveFrom')}
                  value={form.values.effectiveFrom}
                  onChange={(date) => form.setFieldValue('effectiveFrom', date)}
                />
              )
            }
          />
        </Stack>
      </form>
      {children}
      <FormBar formId={formId} dirty={dirty} pending={pending} onDiscard={discard} />
    </>
  )
}
