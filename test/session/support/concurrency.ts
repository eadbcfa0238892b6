import { describe, expect, it } from 'vitest'
import { type Session, SessionUpdateError } from '../../../electron/session/index.ts'
import { contentOf, type EngineUnderTest, keyOf, savedSession, testSecret } from './engine.ts'
import type { Needing } from './exceptions.ts'

/** Two holders of one session, and changes made while a save is under way. */
export function describeConcurrency(makeEngine: () => Promise<EngineUnderTest>, needing: Needing): void {
  type Change = (session: Session) => void

  /** Two handles on one session: `theirs` is saved first, then `own`. */
  async function saveBoth(theirs: Change, own: Change) {
    await using under = await makeEngine()
    const engine = under.engine()
    const { key } = await savedSession(engine, { theme: 'light', draft: 'one' })
    const [first, second] = [await engine.open(key), await engine.open(key)]
    theirs(first)
    own(second)
    await first.save()
    const outcome = await second.save().then(
      () => 'saved',
      (error: unknown) => error,
    )
    const stored = await engine.open(key)
    return { outcome, second, stored, age: stored.expiryAge() }
  }

  describe('a session deleted meanwhile', () => {
    needing('revocation')('is not saved', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { session, key } = await savedSession(engine)
      await engine.delete(key)
      session.set('name', 'Grace')
      await expect(session.save()).rejects.toThrow(SessionUpdateError)
      expect(await engine.exists(key)).toBe(false)
    })

    needing('revocation')('is not brought back by cycleKey', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { session, key } = await savedSession(engine)
      await engine.delete(key)
      await expect(session.cycleKey()).rejects.toThrow(SessionUpdateError)
      expect(session.key).toBe(key)
    })
  })

  describe('a stale save', () => {
    needing('versions')('is merged where different properties changed', async () => {
      const { outcome, second, stored } = await saveBoth(
        (session) => session.set('theme', 'dark'),
        (session) => session.set('draft', 'two'),
      )
      expect(outcome).toBe('saved')
      expect(contentOf(stored)).toEqual({ theme: 'dark', draft: 'two' })
      expect(contentOf(second)).toEqual({ theme: 'dark', draft: 'two' })
    })

    needing('versions')('is merged where one deleted and the other added', async () => {
      const { outcome, stored } = await saveBoth(
        (session) => session.delete('theme'),
        (session) => session.update({ page: 2, list: ['name'] }),
      )
      expect(outcome).toBe('saved')
      expect(contentOf(stored)).toEqual({ draft: 'one', page: 2, list: ['name'] })
    })

    needing('versions')('is merged where one changed the expiry and the other a property', async () => {
      for (const [theirs, own] of [
        [(session: Session) => session.setExpiry(60), (session: Session) => session.set('draft', 'two')],
        [(session: Session) => session.set('draft', 'two'), (session: Session) => session.setExpiry(60)],
      ] as const) {
        const { outcome, stored, age } = await saveBoth(theirs, own)
        expect([outcome, stored.get('draft'), age]).toEqual(['saved', 'two', 60])
      }
    })

    needing('versions')('without a change of its own loses nothing of the other', async () => {
      const { outcome, stored } = await saveBoth(
        (session) => session.set('theme', 'dark'),
        () => undefined,
      )
      expect([outcome, stored.get('theme')]).toEqual(['saved', 'dark'])
    })

    needing('versions')('is merged again where the handle goes on', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { key } = await savedSession(engine, {})
      const [first, second] = [await engine.open(key), await engine.open(key)]
      for (const round of [1, 2, 3]) {
        first.set('first', round)
        second.set('second', round)
        await first.save()
        await second.save()
      }
      expect(contentOf(await engine.open(key))).toEqual({ first: 3, second: 3 })
    })

    const refused: [string, Change, Change][] = [
      ['both set one property', (session) => session.set('draft', 'A'), (session) => session.set('draft', 'B')],
      ['one deleted what the other set', (session) => session.delete('draft'), (session) => session.set('draft', 'B')],
      ['one set what the other deleted', (session) => session.set('draft', 'A'), (session) => session.delete('draft')],
      ['both changed the expiry', (session) => session.setExpiry(60), (session) => session.setExpiry(90)],
      ['the handle cleared everything', (session) => session.set('page', 2), (session) => session.clear()],
    ]
    for (const [title, theirs, own] of refused) {
      needing('versions')(`is refused where ${title}`, async () => {
        const { outcome, stored } = await saveBoth(theirs, own)
        expect(outcome).toBeInstanceOf(SessionUpdateError)
        expect((outcome as Error).message).toMatch(/changed elsewhere/)
        expect(stored.has('theme')).toBe(true)
      })
    }

    needing('versions')('cycleKey keeps what another handle saved', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { key } = await savedSession(engine, { theme: 'light' })
      const [first, second] = [await engine.open(key), await engine.open(key)]
      first.set('theme', 'dark')
      await first.save()
      await second.cycleKey()
      expect(contentOf(await engine.open(second.key))).toEqual({ theme: 'dark' })
    })
  })

  describe('while a save is under way', () => {
    /** An engine that runs `task` once, in the middle of the next save: secrets are asked for while it encodes. */
    function interruptible(under: EngineUnderTest) {
      let task = () => {}
      const engine = under.engine({
        secrets: () => {
          const present = task
          task = () => {}
          present()
          return [testSecret(1)]
        },
      })
      return { engine, duringNextSave: (next: () => void) => (task = next) }
    }

    it('a change waits for the next save', async () => {
      await using under = await makeEngine()
      const { engine, duringNextSave } = interruptible(under)
      const { session } = await savedSession(engine, { theme: 'light' })
      session.set('theme', 'dark')
      duringNextSave(() => session.set('draft', 'two'))
      await session.save()
      expect(contentOf(session)).toEqual({ theme: 'dark', draft: 'two' })
      expect(contentOf(await engine.open(session.key))).toEqual({ theme: 'dark' })
      await session.save()
      expect(contentOf(await engine.open(session.key))).toEqual({ theme: 'dark', draft: 'two' })
    })

    needing('versions')('a change survives the merge of that save', async () => {
      await using under = await makeEngine()
      const { engine, duringNextSave } = interruptible(under)
      const { session, key } = await savedSession(engine, { theme: 'light' })
      const other = await engine.open(key)
      other.set('page', 2)
      await other.save()
      duringNextSave(() => session.set('draft', 'two'))
      await session.save()
      expect(contentOf(session)).toEqual({ theme: 'light', page: 2, draft: 'two' })
    })

    needing('versions')('a change of a save that failed is still to be saved', async () => {
      await using under = await makeEngine()
      const { engine, duringNextSave } = interruptible(under)
      const { session, key } = await savedSession(engine, { theme: 'light' })
      session.set('theme', 'dark')
      duringNextSave(() => {
        throw new Error('interrupted')
      })
      await expect(session.save()).rejects.toThrow('interrupted')
      const other = await engine.open(key)
      other.set('page', 2)
      await other.save()
      await session.save()
      expect(contentOf(await engine.open(key))).toEqual({ theme: 'dark', page: 2 })
    })

    it('two saves at once on a new session make one record', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const session = engine.start()
      session.set('name', 'Ada')
      const both = [session.save(), session.save()]
      await Promise.all(both)
      expect((await engine.open(session.key)).get('name')).toBe('Ada')
    })

    needing('revocation')('saves, a cycled key and a flush at once leave nothing behind', async () => {
      await using under = await makeEngine()
      const engine = under.engine({ cookieAge: 100 })
      const session = engine.start()
      session.set('name', 'Ada')
      await Promise.all([session.save(), session.save(), session.cycleKey(), session.flush()])
      expect([session.key, session.isEmpty]).toEqual([null, true])
      under.clock.advance(200_000)
      expect(await engine.clearExpired()).toBe(0)
    })

    it('two saves at once on one handle, each after a change of one property, both succeed', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const { session } = await savedSession(engine)
      session.set('name', 'Grace')
      const first = session.save()
      session.set('name', 'Barbara')
      await Promise.all([first, session.save()])
      expect((await engine.open(keyOf(session))).get('name')).toBe('Barbara')
    })
  })
}
