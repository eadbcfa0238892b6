import type { LiveSession } from '../../../electron/contract/sessions.ts'
import { words } from './strings.ts'

/** Names that one sentence still holds. */
const mostNames = 10

/** Whose sessions these are, each person once. */
export function namesOf(sessions: readonly LiveSession[]): string {
  const people = new Map(sessions.map(({ accountId, displayName }) => [accountId, displayName]))
  const names = [...people.values()]
  return words.end.names(names.slice(0, mostNames), Math.max(0, names.length - mostNames))
}
