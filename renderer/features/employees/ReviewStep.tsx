import { Button, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { FieldValue } from '../../registry/FieldValue.tsx'
import { fieldWords } from '../../registry/strings.ts'
import { roleWords } from '../../ui/roles.ts'
import { customText } from '../custom-fields/custom-form.ts'
import classes from './register.module.css'
import { customStep, employeeSteps, type RegistrationValues } from './registration.ts'
import { registerWords } from './strings.ts'

type Line = readonly [label: string, value: ReactNode]

const accountLines = (values: RegistrationValues): readonly Line[] =>
  values.createAccount
    ? [
        [fieldWords.username, values.username],
        [fieldWords.role, roleWords[values.role]],
        [fieldWords.temporaryPassword, values.temporaryPassword],
      ]
    : []

const customLines = (values: RegistrationValues, customFields: readonly CustomField[]): readonly Line[] =>
  customFields.map(({ id, name, kind }) => [name, customText(kind, values.custom?.[id] ?? '')])

const linesOf = (values: RegistrationValues, customFields: readonly CustomField[]): readonly (readonly Line[])[] => [
  ...employeeSteps.map((fields, step) => [
    ...fields.map((field): Line => {
      const value = values[field]
      const isEmpty = value === null || value === ''
      return [fieldWords[field], isEmpty ? null : <FieldValue key={field} field={field} value={value} empty="" />]
    }),
    ...(step === customStep ? customLines(values, customFields) : []),
  ]),
  accountLines(values),
]

interface ReviewStepProps {
  readonly values: RegistrationValues
  readonly customFields: readonly CustomField[]
  readonly onStep: (step: number) => void
}

/** Everything that was typed, with a way back to each step. */
export function ReviewStep({ values, customFields, onStep }: ReviewStepProps) {
  return (
    <>
      <Text c="dimmed" size="sm">
        {registerWords.reviewHint}
      </Text>
      {linesOf(values, customFields).map((lines, step) => {
        const name = registerWords.steps[step] ?? ''
        return (
          <section key={name} className={classes.reviewed} aria-label={name}>
            <div className={classes.reviewedHead}>
              <h3>{name}</h3>
              <Button variant="subtle" size="compact-sm" onClick={() => onStep(step)}>
                {registerWords.edit(name)}
              </Button>
            </div>
            {lines.length === 0 ? (
              <Text size="sm">{registerWords.noAccount}</Text>
            ) : (
              <dl className={classes.reviewedLines}>
                {lines.map(([label, value]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd data-empty={value === null || value === '' || undefined}>{value || registerWords.notGiven}</dd>
                  </div>
                ))}
              </dl>
            )}
          </section>
        )
      })}
    </>
  )
}
