import { describe, expect, it } from 'vitest'
import { type Json, type Session, SessionKeyError, UnserializableValueError } from '../../../electron/session/index.ts'
import { contentOf, type EngineUnderTest, savedSession } from './engine.ts'

type Act = (session: Session) => unknown

/** The dictionary of a session and its flags. */
export function describeProperties(makeEngine: () => Promise<EngineUnderTest>): void {
  async function opened(properties: Record<string, Json> = { name: 'Ada' }): Promise<Session> {
    await using under = await makeEngine()
    const engine = under.engine()
    return await engine.open((await savedSession(engine, properties)).key)
  }

  describe('flags', () => {
    it('are both down after start and after open', async () => {
      await using under = await makeEngine()
      for (const session of [under.engine().start(), await opened()]) {
        expect([session.accessed, session.modified]).toEqual([false, false])
      }
    })

    it.each<[string, Act]>([
      ['get', (session) => session.get('name')],
      ['get of an absent property', (session) => session.get('absent')],
      ['has', (session) => session.has('name')],
      ['keys', (session) => session.keys()],
      ['values', (session) => session.values()],
      ['entries', (session) => session.entries()],
      ['setDefault of a present property', (session) => session.setDefault('name', 'Grace')],
      ['pop of an absent property with a fallback', (session) => session.pop('absent', null)],
      ['setExpiry(null) where there is none', (session) => session.setExpiry(null)],
      ['testValueWorked', (session) => session.testValueWorked()],
      ['delete of an absent property', (session) => expect(() => session.delete('absent')).toThrow(SessionKeyError)],
    ])('%s is an access alone', async (_name, act) => {
      const session = await opened()
      act(session)
      expect([session.accessed, session.modified]).toEqual([true, false])
    })

    it.each<[string, Act]>([
      ['set', (session) => session.set('name', 'Grace')],
      ['set of the same value', (session) => session.set('name', 'Ada')],
      ['delete', (session) => session.delete('name')],
      ['pop', (session) => session.pop('name')],
      ['pop with a fallback', (session) => session.pop('name', null)],
      ['setDefault of an absent property', (session) => session.setDefault('role', 'admin')],
      ['update', (session) => session.update({ role: 'admin' })],
      ['update with nothing', (session) => session.update({})],
      ['clear', (session) => session.clear()],
      ['setExpiry', (session) => session.setExpiry(60)],
      ['setTestValue', (session) => session.setTestValue()],
    ])('%s is a modification', async (_name, act) => {
      const session = await opened()
      act(session)
      expect([session.accessed, session.modified]).toEqual([true, true])
    })

    it('a refused value changes nothing', async () => {
      const session = await opened()
      const bad = Number.NaN
      expect(() => session.set('name', bad)).toThrow(UnserializableValueError)
      expect(() => session.setDefault('other', bad)).toThrow(UnserializableValueError)
      expect(() => session.update({ name: 'Grace', other: bad })).toThrow(UnserializableValueError)
      expect(() => session.setExpiry(bad)).toThrow(UnserializableValueError)
      expect(session.modified).toBe(false)
      expect(contentOf(session)).toEqual({ name: 'Ada' })
    })

    it('key, isEmpty and the expiry are read without an access', async () => {
      const session = await opened()
      expect([session.key === null, session.isEmpty, session.expiresAtClose]).toEqual([false, false, false])
      session.expiryAge()
      session.expiryDate()
      expect(session.accessed).toBe(false)
    })

    it('stay up when the session is saved, which leaves the data as it is', async () => {
      await using under = await makeEngine()
      const { session } = await savedSession(under.engine(), { name: 'Ada', languages: ['en'] })
      expect(session.modified).toBe(true)
      expect(contentOf(session)).toEqual({ name: 'Ada', languages: ['en'] })
    })
  })

  describe('properties', () => {
    it('get answers the value, the fallback or undefined; null is a value', async () => {
      const session = await opened({ name: 'Ada', manager: null })
      expect(session.get('name')).toBe('Ada')
      expect(session.get('manager', 'nobody')).toBeNull()
      expect(session.get('absent', 'nobody')).toBe('nobody')
      expect(session.get('absent')).toBeUndefined()
      expect(session.get('toString')).toBeUndefined()
    })

    it('has, keys, values and entries tell what there is, in the order in which it was set', async () => {
      const session = await opened({ name: 'Ada', role: 'admin' })
      session.set('10', 10)
      session.set('2', 2)
      expect([session.has('name'), session.has('absent')]).toEqual([true, false])
      expect(session.keys()).toEqual(['name', 'role', '10', '2'])
      expect(session.values()).toEqual(['Ada', 'admin', 10, 2])
      expect(session.entries()).toEqual([
        ['name', 'Ada'],
        ['role', 'admin'],
        ['10', 10],
        ['2', 2],
      ])
    })

    it('keep their order when the session is opened again', async () => {
      await using under = await makeEngine()
      const session = under.engine().start()
      for (const name of ['zebra', '10', 'ant', '2']) session.set(name, name)
      await session.save()
      expect((await under.engine().open(session.key)).keys()).toEqual(['zebra', '10', 'ant', '2'])
    })

    it('delete and pop take out, and name what is absent', async () => {
      const session = await opened({ name: 'Ada', role: 'admin' })
      session.delete('name')
      expect(session.pop('role')).toBe('admin')
      expect(session.keys()).toEqual([])
      expect(() => session.delete('name')).toThrow(new SessionKeyError('name'))
      expect(() => session.pop('role')).toThrow(/"role"/)
      expect(session.pop('role', undefined)).toBeUndefined()
      expect(session.pop('role', 'none')).toBe('none')
    })

    it('pop answers a null that stands there, not the fallback', async () => {
      expect((await opened({ manager: null })).pop('manager', 'nobody')).toBeNull()
    })

    it('setDefault answers the present value, or sets its own', async () => {
      const session = await opened()
      expect(session.setDefault('name', 'Grace')).toBe('Ada')
      expect(session.setDefault('role', null)).toBeNull()
      expect(contentOf(session)).toEqual({ name: 'Ada', role: null })
    })

    it('a change inside a value is impossible', async () => {
      const lines = [{ amount: 1 }]
      const session = await opened()
      session.set('lines', lines)
      lines.push({ amount: 2 })
      const held = session.get('lines') as { amount: number }[]
      expect(held).toEqual([{ amount: 1 }])
      expect(() => held.push({ amount: 3 })).toThrow(TypeError)
      expect(() => Object.assign(held[0] ?? {}, { amount: 4 })).toThrow(TypeError)
    })

    it('values read from the storage are frozen too', async () => {
      const held = (await opened({ lines: [{ amount: 1 }] })).get('lines') as { amount: number }[]
      expect(() => Object.assign(held[0] ?? {}, { amount: 2 })).toThrow(TypeError)
    })

    it('the test value is absent, set, worked, deleted, absent', async () => {
      await using under = await makeEngine()
      const engine = under.engine()
      const session = engine.start()
      expect(session.testValueWorked()).toBe(false)
      session.setTestValue()
      await session.save()
      const next = await engine.open(session.key)
      expect(next.testValueWorked()).toBe(true)
      next.deleteTestValue()
      expect(next.testValueWorked()).toBe(false)
      expect(() => next.deleteTestValue()).toThrow(SessionKeyError)
    })
  })
}
