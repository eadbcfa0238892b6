import { PasswordInput, type PasswordInputProps, Stack } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { words } from './strings.ts'

/** A password, hidden unless the person asks to see it, with a hint while Caps Lock is on. */
export function PasswordField({ description, error, onBlur, ...others }: PasswordInputProps) {
  const [capsLock, setCapsLock] = useState(false)
  const noticeCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <PasswordInput
      autoComplete="off"
      spellCheck={false}
      visibilityToggleFocusable
      // Without the word "password": a name that contains the field's own would be taken for it.
      visibilityToggleButtonProps={{ 'aria-label': words.showCharacters, type: 'button' }}
      aria-invalid={error ? true : undefined}
      error={error}
      onKeyDown={noticeCapsLock}
      onKeyUp={noticeCapsLock}
      onBlur={(event) => {
        setCapsLock(false)
        onBlur?.(event)
      }}
      description={
        capsLock ? (
          <Stack component="span" gap={2} aria-live="polite">
            {description}
            <strong>{words.capsLock}</strong>
          </Stack>
        ) : (
          description
        )
      }
      {...others}
    />
  )
}
