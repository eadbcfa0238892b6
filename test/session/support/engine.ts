import type { RandomBytes } from '../../../electron/environment/random.ts'
import type { Secret } from '../../../electron/environment/secret.ts'
import type { Json, Session, SessionEngine, SessionEngineOptions } from '../../../electron/session/index.ts'
import type { TestClock } from '../../support/clock.ts'
import { createTestRandom } from '../../support/random.ts'

export type Choices = Partial<Pick<SessionEngineOptions, 'cookieAge' | 'expireAtClose' | 'secrets' | 'random'>>

/** One place where sessions are kept, and engines over it. */
export interface EngineUnderTest extends AsyncDisposable {
  /** Each call makes an engine over the same place. */
  engine(choices?: Choices): SessionEngine
  /** What the next start of the application finds: whatever lay in memory is gone. */
  restart(): void
  /** The encoded data that is kept for a key. */
  dataAt(key: string): Promise<string>
  /** Keeps encoded data of whatever origin, and answers the key that opens it. */
  plant(data: string): Promise<string>
  readonly clock: TestClock
  /** Warnings and errors that were logged, with their details. */
  readonly logged: string[]
  /** What was logged beside them. */
  readonly told: string[]
}

export function testSecret(seed: number): Secret {
  return { id: `secret-${seed}`, created: '2026-11-20T09:00:00.000Z', bytes: createTestRandom(seed)(32) }
}

/** Length of a random key in bytes; whatever else an engine draws has another. */
const keyLength = 32

/** Keys that come one after the other; then those of `rest`, as everything else that is random. */
export function randomWithKeys(keys: Iterable<Uint8Array<ArrayBuffer>>, rest: RandomBytes): RandomBytes {
  const left = keys[Symbol.iterator]()
  return (length) => (length === keyLength ? left.next().value : undefined) ?? rest(length)
}

/** A saved session that holds these properties. */
export async function savedSession(engine: SessionEngine, properties: Record<string, Json> = { name: 'Ada' }) {
  const session = engine.start()
  session.update(properties)
  await session.save()
  return { session, key: keyOf(session) }
}

export function keyOf(session: Session): string {
  if (session.key === null) throw new Error('the session has no key')
  return session.key
}

export function contentOf(session: Session): Record<string, Json> {
  return Object.fromEntries(session.entries())
}
