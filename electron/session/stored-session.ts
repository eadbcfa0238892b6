import type { RandomBytes } from '../environment/random.ts'
import type { SessionData } from './encoding.ts'
import { SessionCreateError, SessionUpdateError } from './errors.ts'
import { hashSessionKey, newSessionKey } from './keys.ts'
import { merge } from './merge.ts'
import { type Changes, type ExpiryDefaults, Properties } from './properties.ts'
import { dataOf, type RecordParts, recordOf } from './record-data.ts'
import type { SessionStore } from './store.ts'
import type { Session } from './types.ts'

export interface StoredSessionParts extends ExpiryDefaults, RecordParts {
  readonly store: SessionStore
  readonly random: RandomBytes
}

/** New keys tried before a creation gives up; with 256 random bits a second one is never needed by chance. */
const keyTries = 10
/** Merges tried while others keep saving the same session. */
const mergeTries = 10

interface Origin {
  readonly key: string
  readonly version: number
  /** What was loaded or saved last. */
  readonly base: SessionData
}

/** A session whose record lies in a store. */
export class StoredSession extends Properties implements Session {
  readonly #parts: StoredSessionParts
  #origin: Origin | null
  /** Settles when the latest of this handle's acts on the store has ended. */
  #latest: Promise<unknown> = Promise.resolve()

  constructor(parts: StoredSessionParts, origin: Origin | null) {
    super(parts, origin?.base.properties ?? new Map(), origin?.base.expiry ?? null)
    this.#parts = parts
    this.#origin = origin
  }

  get key(): string | null {
    return this.#origin?.key ?? null
  }

  get isEmpty(): boolean {
    return this.#origin === null && !this.hasData
  }

  save({ mustCreate = false }: { mustCreate?: boolean } = {}): Promise<void> {
    return this.#inTurn(async () => {
      const origin = this.#origin
      if (origin === null) await this.#create()
      else if (mustCreate) await this.#createAgain(origin)
      else await this.#replace(origin)
    })
  }

  flush(): Promise<void> {
    this.clear()
    return this.#inTurn(async () => {
      if (this.#origin) await this.#remove(this.#origin)
      this.#origin = null
    })
  }

  cycleKey(): Promise<void> {
    return this.#inTurn(async () => {
      const old = this.#origin
      // Saves first, so that what others saved is merged, and a session that was deleted stays so.
      if (old) await this.#replace(old)
      const fresh = await this.#create()
      if (old === null || (await this.#remove(old))) return
      await this.#remove(fresh)
      throw deletedMeanwhile()
    })
  }

  /** Runs after the acts before it, however they ended: so a flush deletes what a save before it still creates. */
  #inTurn(act: () => Promise<void>): Promise<void> {
    const result = this.#latest.then(act)
    this.#latest = result.catch(() => undefined)
    return result
  }

  /** Answers whether there was a record. */
  #remove({ key }: Origin): Promise<boolean> {
    return this.#parts.store.delete(hashSessionKey(key))
  }

  /** The key is kept only once its record stands, so a failed first save can be tried again. */
  #create(): Promise<Origin> {
    return this.#saving(async (changes) => {
      for (let attempt = 0; attempt < keyTries; attempt += 1) {
        const key = newSessionKey(this.#parts.random)
        if (await this.#insert(key, changes)) return { key, version: 1, base: changes }
      }
      throw new SessionCreateError(`No free session key was found in ${keyTries} tries.`)
    })
  }

  #createAgain({ key }: Origin): Promise<Origin> {
    return this.#saving(async (changes) => {
      if (await this.#insert(key, changes)) return { key, version: 1, base: changes }
      throw new SessionCreateError('A session with this key exists already.')
    })
  }

  #replace({ key, base, ...origin }: Origin): Promise<Origin> {
    return this.#saving(async (changes) => {
      const keyHash = hashSessionKey(key)
      let data: SessionData = changes
      let { version } = origin
      for (let attempt = 0; attempt < mergeTries; attempt += 1) {
        const outcome = await this.#parts.store.update(keyHash, recordOf(this.#parts, data), version)
        if (typeof outcome === 'number') return { key, version: outcome, base: data }
        const present = outcome === 'stale' ? await this.#parts.store.load(keyHash) : null
        const theirs = present && dataOf(this.#parts, present)
        if (!theirs) throw deletedMeanwhile()
        const merged = merge(base, changes, theirs)
        if (!merged) throw new SessionUpdateError('The session was changed elsewhere at the same property.')
        data = merged
        version = present.version
      }
      throw new SessionUpdateError('The session is being changed elsewhere all the time.')
    })
  }

  /** Runs a save on what changed so far; if it fails, the changes are still to be saved. */
  async #saving(save: (changes: Changes) => Promise<Origin>): Promise<Origin> {
    const changes = this.takeChanges()
    try {
      const origin = await save(changes)
      this.#origin = origin
      if (origin.base !== changes) this.adopt(origin.base.properties, origin.base.expiry)
      return origin
    } catch (error) {
      this.returnChanges(changes)
      throw error
    }
  }

  #insert(key: string, data: SessionData): Promise<boolean> {
    return this.#parts.store.create(hashSessionKey(key), recordOf(this.#parts, data))
  }
}

/** Opens the record of a well-formed key; null where there is none, or none that can be used. */
export async function openStoredSession(parts: StoredSessionParts, key: string): Promise<StoredSession | null> {
  const present = await parts.store.load(hashSessionKey(key))
  if (present === null || present.expiresAt <= parts.now()) return null
  const base = dataOf(parts, present)
  return base && new StoredSession(parts, { key, version: present.version, base })
}

function deletedMeanwhile(): SessionUpdateError {
  return new SessionUpdateError('The session was deleted before it was saved.')
}
