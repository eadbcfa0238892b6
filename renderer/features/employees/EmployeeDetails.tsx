import { Stack, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { useUnsavedWork } from '../../app/unsaved-work.tsx'
import { useKey } from '../../app/use-key.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FormBar } from '../../ui/FormBar.tsx'
import classes from './employee.module.css'
import { HireDateField } from './HireDateField.tsx'
import { IdentityFields } from './IdentityFields.tsx'
import { NewerVersion } from './NewerVersion.tsx'
import { employeeWords } from './strings.ts'
import { useDetails } from './use-details.ts'

interface EmployeeDetailsProps {
  readonly employee: EmployeeRecord
  /** What else the screen shows of the employee, above the bar. */
  readonly children: ReactNode
}

/** The details of an employee, ready to be edited, and the bar with Save and Discard that stays in sight. */
export function EmployeeDetails({ employee, children }: EmployeeDetailsProps) {
  const { form, formProps, field, dirty, pending, newer, isRefused, problems, failure, discard, keepMine, submit } =
    useDetails(employee)
  const heading = useId()
  const formId = useId()
  useUnsavedWork({ dirty })
  useKey('save', () => {
    if (dirty) submit()
  })

  return (
    <>
      <form id={formId} aria-labelledby={heading} {...formProps}>
        <Stack gap="md" className={classes.fields}>
          <Title order={2} id={heading}>
            {employeeWords.details}
          </Title>
          {newer !== null && (
            <NewerVersion mine={form.values} newer={newer} takesFocus={isRefused} onLoad={discard} onKeep={keepMine} />
          )}
          <ErrorSummary problems={problems} failure={failure} />
          <IdentityFields field={field} />
          <HireDateField {...field('hireDate')} value={form.values.hireDate} />
        </Stack>
      </form>
      {children}
      <FormBar formId={formId} dirty={dirty} pending={pending} onDiscard={discard} />
    </>
  )
}
