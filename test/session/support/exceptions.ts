import { it } from 'vitest'
import type { SessionEngineKind } from '../../../electron/session/index.ts'

/** What an engine may be unable to do by its nature, in the words of electron/session/README.md. */
export const behaviours = {
  'stable-key': 'A session keeps its key when it is saved',
  records: '`exists` tells of a record, and a key that is taken is taken by nobody else',
  revocation: 'A session that was deleted opens no more, and is not brought back by a save',
  versions: 'A stale save is noticed: merged or refused',
  'any-size': 'A session takes any size',
  restart: 'Sessions outlive the process',
  'saved-late': 'A session that expired in the hands of its holder can still be saved',
  'expired-stay': 'An expired record stays until `clearExpired`, whoever asks for it',
  clearing: '`clearExpired` finds what expired',
} as const

export type Behaviour = keyof typeof behaviours

/** The behaviours that an engine lacks, each with the reason. */
export type Exceptions = Readonly<Partial<Record<Behaviour, string>>>

export const exceptionsOf: Readonly<Record<SessionEngineKind, Exceptions>> = {
  database: {},
  cache: {
    restart: 'kept in memory alone',
    'saved-late': 'forgotten at its end',
    'expired-stay': 'forgotten at its end',
    clearing: 'nothing is left to clear',
  },
  'cached-database': {},
  file: { 'expired-stay': 'removed when it is opened' },
  signed: {
    'stable-key': 'the key is the data',
    records: 'there are none; `exists` answers false',
    revocation: 'a key opens until its end; `delete` does nothing',
    versions: 'each save gives a key of its own, and earlier ones stay good',
    'any-size': '4,096 bytes at most, `SessionTooLargeError` above',
    'expired-stay': 'there are no records',
    clearing: 'there are no records',
  },
}

export type Needing = (...needed: Behaviour[]) => (title: string, test: () => Promise<void>) => void

/** Declares tests that need behaviours; where the engine lacks one they are skipped, and their titles say why. */
export function needing(exceptions: Exceptions): Needing {
  return (...needed) =>
    (title, test) => {
      const reasons = needed.flatMap((behaviour) => exceptions[behaviour] ?? [])
      if (reasons.length === 0) it(title, test)
      else it.skip(`${title} (not here: ${reasons.join('; ')})`, test)
    }
}
