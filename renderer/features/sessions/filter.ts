import type { LiveSession } from '../../../electron/contract/sessions.ts'

/** Without case and accents, so that "jose" finds José. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The sessions whose person, username or computer holds the text. */
export function matching(sessions: readonly LiveSession[], text: string): readonly LiveSession[] {
  const wanted = fold(text.trim())
  return sessions.filter(({ displayName, username, computer }) =>
    [displayName, username, computer].some((value) => fold(value).includes(wanted)),
  )
}
