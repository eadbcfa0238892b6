import { Button, Text } from '@mantine/core'
import { formatPlainDate } from '../../ui/format.ts'
import { roleWords } from '../../ui/roles.ts'
import classes from './register.module.css'
import type { RegistrationValues } from './registration.ts'
import { fieldWords, registerWords } from './strings.ts'

type Line = readonly [label: string, value: string]

const linesOf = (values: RegistrationValues): readonly (readonly Line[])[] => [
  [
    [fieldWords.employeeNumber, values.employeeNumber],
    [fieldWords.firstName, values.firstName],
    [fieldWords.lastName, values.lastName],
    [fieldWords.workEmail, values.workEmail],
  ],
  [[fieldWords.hireDate, formatPlainDate(values.hireDate)]],
  values.createAccount
    ? [
        [fieldWords.username, values.username],
        [fieldWords.role, roleWords[values.role]],
        [fieldWords.temporaryPassword, values.temporaryPassword],
      ]
    : [],
]

/** Everything that was typed, with a way back to each step. */
export function ReviewStep({ values, onStep }: { values: RegistrationValues; onStep: (step: number) => void }) {
  return (
    <>
      <Text c="dimmed" size="sm">
        {registerWords.reviewHint}
      </Text>
      {linesOf(values).map((lines, step) => {
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
                    <dd data-empty={value === '' || undefined}>{value === '' ? registerWords.notGiven : value}</dd>
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
