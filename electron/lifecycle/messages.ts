/** What people were told of their sessions, in the words of their history. */
import type { EndReason } from '../contract/session-view.ts'
import { propertyDeleted, sessionCleared } from './lock-notices.ts'
import { reasonInWords } from './notices.ts'
import { type Told, titleOfEnd, titles } from './titles.ts'

/** What the history knows of something that a person was told. */
export interface ToldOf {
  readonly action: `session.${Told | 'ended'}`
  /** JSON: the names of the properties that it took from the session. */
  readonly fields: string
  /** How the session ended, where it has. */
  readonly reason: EndReason | null
  readonly endedByName: string | null
}

/** What the audit notes of a session and its owner is told of. */
export const toldActions: readonly ToldOf['action'][] = [
  ...(Object.keys(titles) as Told[]).map((told) => `session.${told}` as const),
  'session.ended',
]

/** The first line as it was told, and the particulars that are known of it. */
export function wordsOf({ action, fields, reason, endedByName }: ToldOf): { title: string; detail: string } {
  if (action === 'session.ended') {
    const ended = reason ?? 'app_interrupted'
    const by = endedByName === null ? '' : ` (${endedByName})`
    return { title: titleOfEnd(ended), detail: `${reasonInWords(ended)}${by}` }
  }
  const told = action.slice('session.'.length) as Told
  return { title: titles[told], detail: particularsOf(told, JSON.parse(fields) as string[]) }
}

function particularsOf(told: Told, properties: readonly string[]): string {
  if (told === 'property_deleted') return propertyDeleted(properties.join(', ')).detail
  return told === 'cleared' ? sessionCleared(properties.length).detail : ''
}
