import type { Database } from '../../../electron/database/port.ts'
import { createSessionEngine, type Session, type SessionEngine } from '../../../electron/session/index.ts'
import { timeEach } from '../measure/stopwatch.ts'
import { clock, random, secret, silence } from './environment.ts'
import type { Operations } from './operations.ts'
import { sampleAge, sampleData } from './sample.ts'

/** Sessions that stand in the table from the beginning. */
const standing = 1000

/** What an engine needs besides its storage. */
export const engineParts = { secrets: () => [secret], clock, random, log: silence, cookieAge: sampleAge }

/** A new session with the sample in it, saved. */
export async function createSession(engine: SessionEngine, data: object = sampleData): Promise<Session> {
  const session = engine.start()
  session.update({ ...data })
  await session.save()
  return session
}

/** Keys of as many new sessions, asked for one after the other and again from the first. */
export async function standingKeys(engine: SessionEngine, count = standing): Promise<() => string> {
  const keys: string[] = []
  for (let made = 0; made < count; made += 1) keys.push((await createSession(engine)).key ?? '')
  let turn = 0
  return () => {
    turn += 1
    return keys[turn % count] ?? ''
  }
}

/** Opens a session and reads from it; fails where it is not there. */
export async function loadSession(engine: SessionEngine, key: string): Promise<Session> {
  const session = await engine.open(key)
  if (session.get('user') !== sampleData.user) throw new Error('a session is missing')
  return session
}

/** The four operations on our engine `database`. */
export async function ourOperations(database: Database): Promise<Operations> {
  const engine = createSessionEngine('database', { ...engineParts, database })
  const next = await standingKeys(engine)
  let visits = 0
  return {
    create: (times) =>
      timeEach(
        times,
        () => null,
        () => createSession(engine),
      ),
    load: (times) => timeEach(times, next, (key) => loadSession(engine, key)),
    modify: (times) =>
      timeEach(times, next, async (key) => {
        const session = await loadSession(engine, key)
        visits += 1
        session.set('visits', visits)
        await session.save()
      }),
    flush: (times) =>
      timeEach(
        times,
        () => createSession(engine),
        (session) => session.flush(),
      ),
  }
}
