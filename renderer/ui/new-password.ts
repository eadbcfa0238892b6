import type { Problems } from './form-problems.ts'
import { words } from './strings.ts'

/** Length as the company's policy counts it: in code points. */
export const passwordLength = (password: string): number => [...password].length

/**
 * What the contract's schema cannot know about a new password: the company's shortest length, and whether it was typed
 * the same twice. An empty password is the schema's to name.
 * @param names the fields of the password and of its confirmation
 */
export function newPasswordProblems<Name extends string>(
  values: Readonly<Record<Name | 'confirmPassword', string>>,
  name: Name,
  minimum: number,
): Problems {
  const problems: Record<string, string> = {}
  const password = values[name]
  if (password !== '' && passwordLength(password) < minimum) problems[name] = words.passwordTooShort(minimum)
  if (password !== values.confirmPassword) problems.confirmPassword = words.passwordsDiffer
  return problems
}

/** What is still missing, as the person types. */
export function passwordAdvice(password: string, minimum: number): { readonly text: string; readonly enough: boolean } {
  const length = passwordLength(password)
  if (length === 0) return { text: words.passwordAim(minimum), enough: false }
  if (length < minimum) return { text: words.passwordMissing(minimum - length), enough: false }
  return { text: words.passwordLongEnough, enough: true }
}
