import { Stack } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { useKey } from '../../frame/use-key.ts'
import { FieldValue } from '../../registry/FieldValue.tsx'
import { fieldWords } from '../../registry/strings.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FormBar } from '../../ui/FormBar.tsx'
import { NewerVersion } from '../../ui/NewerVersion.tsx'
import { PageSections } from '../../ui/PageSections.tsx'
import { EffectiveFromField } from '../assignments/EffectiveFromField.tsx'
import { words as assignmentWords } from '../assignments/strings.ts'
import { CustomInput } from '../custom-fields/CustomInput.tsx'
import { customLabels, customName, customText } from '../custom-fields/custom-form.ts'
import { words as customWords } from '../custom-fields/strings.ts'
import { DetailGroup, DetailGroups } from './DetailGroups.tsx'
import classes from './employee.module.css'
import { employeeWords } from './strings.ts'
import { type DetailsValues, isDetail, useDetails } from './use-details.ts'

interface EmployeeDetailsProps {
  readonly employee: EmployeeRecord
  /** The custom fields that are asked for. */
  readonly customFields: readonly CustomField[]
  /** What else the screen shows of the employee, above the bar. */
  readonly children: ReactNode
}

/** The details of an employee, ready to be edited, and the bar with Save and Discard that stays in sight. */
export function EmployeeDetails({ employee, customFields, children }: EmployeeDetailsProps) {
  const details = useDetails(employee, customFields)
  const { form, formProps, field, dirty, pending, newer, problems, failure, discard, submit, definitions, valuesOf } =
    details
  const formId = useId()
  useUnsavedWork({ dirty })
  useKey('save', () => {
    if (dirty) submit()
  })

  const labels = { ...fieldWords, effectiveFrom: assignmentWords.effectiveFrom, ...customLabels(definitions) }
  const shown = (name: keyof DetailsValues, values: DetailsValues) => {
    if (isDetail(name)) return <FieldValue field={name} value={values[name]} empty={employeeWords.empty} />
    const definition = definitions.find(({ id }) => customName(id) === name)
    return definition && customText(definition.kind, values[customName(definition.id)] ?? '')
  }
  const setValue = (name: keyof DetailsValues, value: string) => form.setFieldValue(name, value as never)

  return (
    <>
      <div className={classes.sheet}>
        <PageSections />
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
                    onChange={(date) => setValue('effectiveFrom', date)}
                  />
                )
              }
            />
            {definitions.length > 0 && (
              <DetailGroup title={customWords.group}>
                {definitions.map((definition) => {
                  const name = customName(definition.id)
                  return (
                    <CustomInput
                      key={name}
                      definition={definition}
                      {...field(name)}
                      value={form.values[name] ?? ''}
                      onChange={(value) => setValue(name, value)}
                    />
                  )
                })}
              </DetailGroup>
            )}
          </Stack>
        </form>
      </div>
      {children}
      <FormBar formId={formId} dirty={dirty} pending={pending} onDiscard={discard} />
    </>
  )
}
