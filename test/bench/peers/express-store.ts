import { randomBytes } from 'node:crypto'
import { timeEach } from '../measure/stopwatch.ts'
import type { Operations } from '../sessions/operations.ts'

/** As much of a store of `express-session` as is measured. */
export interface ExpressStore {
  get(id: string, done: (error: unknown, session?: object | null) => void): void
  set(id: string, session: object, done: (error: unknown) => void): void
  destroy(id: string, done: (error: unknown) => void): void
}

const day = 86_400_000
/** Sessions that stand in its table from the beginning. */
const standing = 1000

/** The four operations over a store, without the middleware before it, so without its signed cookie. */
export async function operationsOfStore(store: ExpressStore, data: object): Promise<Operations> {
  const cookie = { originalMaxAge: day, maxAge: day }
  const newId = () => randomBytes(24).toString('base64url')
  const get = (id: string) =>
    promised<object>((done) =>
      store.get(id, (error, session) => done(error ?? (session ? null : new Error('a session is missing')), session)),
    )
  const set = (id: string, session: object) => promised<undefined>((done) => store.set(id, session, done))
  const create = async () => {
    const id = newId()
    await set(id, { ...data, cookie })
    return id
  }
  const ids: string[] = []
  for (let count = 0; count < standing; count += 1) ids.push(await create())
  let turn = 0
  const next = () => {
    turn += 1
    return ids[turn % standing] ?? ''
  }
  return {
    create: (times) => timeEach(times, () => null, create),
    load: (times) => timeEach(times, next, get),
    modify: (times) => timeEach(times, next, async (id) => set(id, { ...(await get(id)), visits: turn })),
    flush: (times) => timeEach(times, create, (id) => promised<undefined>((done) => store.destroy(id, done))),
  }
}

function promised<Value>(act: (done: (error: unknown, value?: Value | null) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    act((error, value) => (error ? reject(error) : resolve(value as Value)))
  })
}
