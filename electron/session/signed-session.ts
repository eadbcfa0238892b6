import type { RandomBytes } from '../environment/random.ts'
import type { SessionData } from './encoding.ts'
import { type ExpiryDefaults, Properties } from './properties.ts'
import { dataOf, noteRefusal, type RecordParts, recordOf } from './record-data.ts'
import { isSealed, seal, unseal } from './sealing.ts'
import type { Session } from './types.ts'

export interface SignedSessionParts extends ExpiryDefaults, RecordParts {
  readonly random: RandomBytes
}

/** Bytes of JSON from which on it is compressed: under a limit each of them counts for more than its time. */
const compressFrom = 512

/** A session whose key is its data: each save makes a new key, and nothing is kept anywhere. */
export class SignedSession extends Properties implements Session {
  readonly #parts: SignedSessionParts
  #key: string | null

  constructor(parts: SignedSessionParts, key: string | null, data: SessionData | null) {
    super(parts, data?.properties ?? new Map(), data?.expiry ?? null)
    this.#parts = parts
    this.#key = key
  }

  get key(): string | null {
    return this.#key
  }

  get isEmpty(): boolean {
    return this.#key === null && !this.hasData
  }

  /** `mustCreate` changes nothing: a new key is taken by nobody. */
  async save(): Promise<void> {
    const record = recordOf(this.#parts, this.takeChanges(), compressFrom)
    this.#key = seal(record, this.#parts.secrets(), this.#parts.random)
  }

  async flush(): Promise<void> {
    this.clear()
    this.#key = null
  }

  cycleKey(): Promise<void> {
    return this.save()
  }
}

/** Opens a well-formed key; null where it was not sealed by a secret we know, cannot be read, or has expired. */
export function openSignedSession(parts: SignedSessionParts, key: string): SignedSession | null {
  if (!isSealed(key)) return null
  const record = unseal(key, parts.secrets())
  if (record === null) {
    noteRefusal(parts.log, 'bad-signature')
    return null
  }
  const data = record.expiresAt > parts.now() ? dataOf(parts, record) : null
  return data && new SignedSession(parts, key, data)
}
