/**
 * The session framework: Django's session semantics for a desktop. A library of its own; see README.md.
 */
import { statSync } from 'node:fs'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { Secret } from '../environment/secret.ts'
import type { SessionCache } from './cache.ts'
import { createCacheStore } from './cache-store.ts'
import { createCachedDatabaseStore } from './cached-database-store.ts'
import { createDatabaseStore } from './database-store.ts'
import { SessionConfigurationError } from './errors.ts'
import { createFileStore } from './file-store.ts'
import { createSignedEngine } from './signed-engine.ts'
import type { SessionStore } from './store.ts'
import { createStoredEngine } from './stored-engine.ts'
import type { SessionEngine } from './types.ts'

export { createSessionCache, type SessionCache } from './cache.ts'
export {
  NotSupportedError,
  SessionConfigurationError,
  SessionCreateError,
  SessionInterruptedError,
  SessionKeyError,
  SessionTooLargeError,
  SessionUpdateError,
  UnserializableValueError,
} from './errors.ts'
export { hashSessionKey } from './keys.ts'
export type { Expiry, Json, Session, SessionEngine } from './types.ts'

/** Where sessions are kept; README.md says what each is for. */
export type SessionEngineKind = 'database' | 'cache' | 'cached-database' | 'file' | 'signed'

export interface SessionEngineOptions {
  /** For the kinds `database` and `cached-database`. */
  readonly database?: Database
  /** For the kinds `cache` and `cached-database`. */
  readonly cache?: SessionCache
  /**
   * For the kind `file`: where the sessions are kept. It has to be there, of mode 0700 and for this alone; engines of
   * several processes may share it.
   */
  readonly directory?: string
  /** The secrets that sign session data, the newest first; asked at each use, so that they can be renewed. */
  readonly secrets: () => readonly Secret[]
  readonly clock: Pick<Clock, 'now'>
  readonly random: RandomBytes
  /** Where refused data and failures that fail no save are noted. */
  readonly log: Log
  /** Seconds that a session without an expiry of its own lasts; two weeks by default, as in Django. */
  readonly cookieAge?: number
  /** Whether a session without an expiry of its own ends when the application closes. */
  readonly expireAtClose?: boolean
}

const twoWeeks = 1_209_600
const shortestSecret = 32

/**
 * Makes an engine.
 * @throws SessionConfigurationError naming the option that is missing or wrong
 */
export function createSessionEngine(kind: SessionEngineKind, options: SessionEngineOptions): SessionEngine {
  const { secrets, clock, random, log, cookieAge = twoWeeks, expireAtClose = false } = options
  checkSecrets(secrets())
  if (!Number.isSafeInteger(cookieAge) || cookieAge <= 0) {
    throw new SessionConfigurationError('cookieAge', 'a whole number of seconds above 0 is needed.')
  }
  const parts = { secrets, random, log, cookieAge, expireAtClose, now: () => clock.now() }
  if (kind === 'signed') return createSignedEngine(parts)
  const store = storeOf(kind, options)
  // A database makes its records anew at every load.
  const isCached = kind === 'cache' || kind === 'cached-database'
  return createStoredEngine({ ...parts, store, ...(isCached ? { readRecords: new WeakMap() } : {}) })
}

function storeOf(
  kind: Exclude<SessionEngineKind, 'signed'>,
  { log, clock, random, ...options }: SessionEngineOptions,
): SessionStore {
  switch (kind) {
    case 'database':
      return createDatabaseStore(needed('database', options.database))
    case 'cache': {
      const store = createCacheStore(needed('cache', options.cache))
      log.info('sessions are kept in memory alone: they are lost when the application closes')
      return store
    }
    case 'cached-database': {
      const database = createDatabaseStore(needed('database', options.database))
      return createCachedDatabaseStore({ database, cache: needed('cache', options.cache), log })
    }
    case 'file':
      return createFileStore({
        directory: presentDirectory(needed('directory', options.directory)),
        random,
        now: () => clock.now(),
      })
    default:
      throw new SessionConfigurationError('kind', `the engine "${kind}" is not known.`)
  }
}

function needed<Part>(option: string, part: Part | undefined): Part {
  if (part === undefined) throw new SessionConfigurationError(option, 'this engine needs one.')
  return part
}

/** As in Django, a directory that is not there is a mistake in the configuration, and not made. */
function presentDirectory(directory: string): string {
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return directory
  throw new SessionConfigurationError('directory', `"${directory}" is no directory.`)
}

function checkSecrets(secrets: readonly Secret[]): void {
  if (secrets.length === 0) throw new SessionConfigurationError('secrets', 'at least one is needed.')
  for (const { id, bytes } of secrets) {
    if (bytes.length < shortestSecret) {
      throw new SessionConfigurationError('secrets', `"${id}" is shorter than ${shortestSecret} bytes.`)
    }
  }
}
