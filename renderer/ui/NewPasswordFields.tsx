import { IconCheck } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import classes from './NewPasswordFields.module.css'
import { passwordAdvice } from './new-password.ts'
import { PasswordField } from './PasswordField.tsx'
import { words } from './strings.ts'

type FieldProps = ComponentProps<typeof PasswordField>

interface NewPasswordFieldsProps {
  readonly label: string
  /** What `field` of the form gives for the two fields. */
  readonly password: FieldProps
  readonly confirmation: FieldProps
  /** What is typed as the password. */
  readonly value: string
  /** The company's shortest length, in code points. */
  readonly minimum: number
  /** Shows both, for a password that the person has to read. */
  readonly visible?: boolean
  readonly onVisibilityChange?: (visible: boolean) => void
}

/** A new password, typed twice, with advice about its length while it is typed. */
export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { label, password, confirmation, value, minimum, visible, onVisibilityChange } = props
  const advice = passwordAdvice(value, minimum)
  const visibility = visible === undefined ? {} : { visible, onVisibilityChange }
  return (
    <>
      <PasswordField
        label={label}
        autoComplete="new-password"
        description={
          <span className={classes.advice} data-enough={advice.enough || undefined}>
            {advice.enough && <IconCheck size={14} stroke={2.25} aria-hidden />}
            {advice.text}
          </span>
        }
        {...visibility}
        {...password}
      />
      <PasswordField label={words.confirmPassword} autoComplete="new-password" {...visibility} {...confirmation} />
    </>
  )
}
