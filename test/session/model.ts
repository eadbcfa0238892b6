import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type Json,
  type Session,
  type SessionEngine,
  type SessionEngineKind,
  SessionKeyError,
  SessionUpdateError,
} from '../../electron/session/index.ts'
import type { EngineUnderTest } from './support/engine.ts'
import { type Behaviour, exceptionsOf } from './support/exceptions.ts'

interface Saved {
  readonly properties: ReadonlyMap<string, Json>
  /** Seconds after the last modification; null for the default. */
  readonly expiry: number | null
  readonly endsAt: number
}

/** What a session is in theory: a dictionary, an expiry, and what the key stands for. */
interface Model {
  properties: Map<string, Json>
  expiry: number | null
  hasKey: boolean
  /** What stands behind the key; null where it was deleted or forgotten. */
  saved: Saved | null
  /** What the holder loaded or saved last. */
  base: ReadonlyMap<string, Json>
  /** Whether the holder cleared everything since. */
  isCleared: boolean
  accessed: boolean
  modified: boolean
}

interface World {
  readonly under: EngineUnderTest
  engine: SessionEngine
  readonly lacks: (behaviour: Behaviour) => boolean
  session: Session
  model: Model
  /** Keys that have been given up for good. */
  readonly dead: string[]
  /** Ends of records that nobody holds a key of any more. */
  left: number[]
}

type Step = (world: World) => void | Promise<void>

const cookieAge = 1000
/** Longer than any session of the model lasts. */
const aeon = 10_000_000
const fresh = (): Model => ({
  properties: new Map(),
  expiry: null,
  hasKey: false,
  saved: null,
  base: new Map(),
  isCleared: false,
  accessed: false,
  modified: false,
})

function touch(model: Model, modified: boolean): void {
  model.accessed = true
  model.modified ||= modified
}

function hasEnded({ under, model }: World): boolean {
  return model.saved !== null && model.saved.endsAt <= under.clock.now()
}

function endOf(world: World, expiry: number | null): number {
  return world.under.clock.now() + (expiry ?? cookieAge) * 1000
}

/** What is saved, with what somebody else saved meanwhile. */
function store(world: World): void {
  const { model } = world
  const theirs = model.saved?.properties.get(elsewhere)
  if (theirs !== undefined && !model.isCleared && !world.lacks('versions')) model.properties.set(elsewhere, theirs)
  const { properties, expiry } = model
  const base = new Map(properties)
  Object.assign(model, { hasKey: true, base, isCleared: false })
  model.saved = { properties: base, expiry, endsAt: endOf(world, expiry) }
}

/** What comes of a save: a record may be gone, and clearing everything does not go with what others changed. */
function outcomeOf(world: World): 'saved' | 'gone' | 'refused' {
  const { model, lacks } = world
  if (!model.hasKey || lacks('versions')) return 'saved'
  if (model.saved === null || (hasEnded(world) && lacks('saved-late'))) return 'gone'
  const [before, after] = [model.base, model.saved.properties].map((all) => JSON.stringify(all.get(elsewhere)))
  return model.isCleared && before !== after ? 'refused' : 'saved'
}

/** Expects of an act what comes of a save. */
async function expectSaving(world: World, act: () => Promise<void>): Promise<boolean> {
  const outcome = outcomeOf(world)
  if (outcome === 'saved') {
    await act()
    store(world)
    return true
  }
  await expect(act()).rejects.toThrow(SessionUpdateError)
  if (outcome === 'gone') world.model.saved = null
  return false
}

/** The property that somebody else sets; the holder never does. */
const elsewhere = 'elsewhere'
const names = fc.constantFrom('a', 'b', 'c', '10', '2', 'toString', ' ')
const values = fc
  .jsonValue({ stringUnit: 'binary', maxDepth: 2 })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)
  .filter((value) => !/__proto__|constructor|prototype/.test(JSON.stringify(value)))

const sets =
  (name: string, value: Json): Step =>
  ({ session, model }) => {
    session.set(name, value)
    model.properties.set(name, value)
    touch(model, true)
  }

const takes =
  (name: string, act: (session: Session) => unknown): Step =>
  ({ session, model }) => {
    const present = model.properties.get(name)
    if (present === undefined) expect(() => act(session)).toThrow(SessionKeyError)
    else expect(act(session) ?? present).toEqual(present)
    touch(model, model.properties.delete(name))
  }

const setDefaults =
  (name: string, value: Json): Step =>
  ({ session, model }) => {
    const present = model.properties.get(name)
    expect(session.setDefault(name, value)).toEqual(present === undefined ? value : present)
    if (present === undefined) model.properties.set(name, value)
    touch(model, present === undefined)
  }

const gets =
  (name: string): Step =>
  ({ session, model }) => {
    expect(session.get(name, 'fallback')).toEqual(model.properties.has(name) ? model.properties.get(name) : 'fallback')
    touch(model, false)
  }

const updates =
  (values: Record<string, Json>): Step =>
  ({ session, model }) => {
    session.update(values)
    for (const [name, value] of Object.entries(values)) model.properties.set(name, value)
    touch(model, true)
  }

const clears: Step = ({ session, model }) => {
  session.clear()
  model.properties.clear()
  Object.assign(model, { expiry: null, isCleared: true })
  touch(model, true)
}

const expires =
  (expiry: number | null): Step =>
  ({ session, model }) => {
    session.setExpiry(expiry)
    touch(model, expiry !== null || model.expiry !== null)
    model.expiry = expiry
  }

const saves: Step = async (world) => {
  await expectSaving(world, () => world.session.save())
}

const opens: Step = async (world) => {
  const { model } = world
  const before = world.session.key
  const { saved } = model
  const isGone = saved === null || hasEnded(world)
  world.session = await world.engine.open(before)
  world.model = fresh()
  if (!isGone) {
    const { properties, expiry } = saved
    world.model = { ...fresh(), properties: new Map(properties), expiry, hasKey: true, saved, base: properties }
    expect(world.session.key).toBe(before)
    return
  }
  if (before !== null) world.dead.push(before)
  if (saved && !world.lacks('expired-stay')) world.left.push(saved.endsAt)
}

const flushes: Step = async (world) => {
  const { session, model } = world
  if (session.key !== null) world.dead.push(session.key)
  await session.flush()
  model.properties.clear()
  Object.assign(model, { expiry: null, hasKey: false, saved: null, isCleared: true })
  touch(model, true)
}

const cycles: Step = async (world) => {
  const before = world.session.key
  const isCycled = await expectSaving(world, () => world.session.cycleKey())
  expect(world.session.key === before).toBe(!isCycled)
  if (isCycled && before !== null) world.dead.push(before)
}

/** Somebody else ends the session under the hands of its holder. */
const deletes: Step = async ({ engine, session, model, lacks }) => {
  await engine.delete(session.key ?? 'none')
  if (!lacks('revocation')) model.saved = null
}

/** Somebody else saves a property, over the holder's head. */
const savesElsewhere =
  (value: Json): Step =>
  async (world) => {
    const { engine, session, model, lacks } = world
    if (lacks('versions') || !model.saved || hasEnded(world)) return
    const other = await engine.open(session.key)
    other.set(elsewhere, value)
    await other.save()
    const { properties, expiry } = model.saved
    model.saved = { properties: new Map(properties).set(elsewhere, value), expiry, endsAt: endOf(world, expiry) }
  }

const asks: Step = async (world) => {
  const { engine, session, model, lacks } = world
  const isThere = model.saved !== null && !lacks('records') && !(hasEnded(world) && lacks('saved-late'))
  expect(await engine.exists(session.key ?? 'none')).toBe(isThere)
}

const clearsExpired: Step = async (world) => {
  const { engine, model, lacks, under } = world
  const now = under.clock.now()
  const ends = [...world.left, ...(model.saved ? [model.saved.endsAt] : [])]
  const expected = lacks('clearing') ? 0 : ends.filter((end) => end <= now).length
  expect(await engine.clearExpired()).toBe(expected)
  expect(await engine.clearExpired()).toBe(0)
  world.left = world.left.filter((end) => end > now)
  if (hasEnded(world) && !lacks('clearing')) model.saved = null
}

const restarts: Step = async (world) => {
  world.under.restart()
  world.engine = world.under.engine({ cookieAge })
  if (world.lacks('restart')) world.model.saved = null
  await opens(world)
}

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(names, values).map(([name, value]) => sets(name, value)) },
  { weight: 3, arbitrary: fc.constant(saves) },
  { weight: 2, arbitrary: values.map(savesElsewhere) },
  names.map((name) => takes(name, (session) => session.delete(name))),
  names.map((name) => takes(name, (session) => session.pop(name))),
  fc.tuple(names, values).map(([name, value]) => setDefaults(name, value)),
  names.map(gets),
  fc.array(fc.tuple(names, values), { maxLength: 3 }).map((entries) => updates(Object.fromEntries(entries))),
  fc.option(fc.integer({ min: 1, max: 2000 })).map(expires),
  fc.integer({ min: 1, max: 600_000 }).map(
    (milliseconds): Step =>
      ({ under }) =>
        under.clock.advance(milliseconds),
  ),
  { weight: 2, arbitrary: fc.constantFrom(flushes, deletes, asks, clearsExpired, restarts) },
  { weight: 4, arbitrary: fc.constantFrom(clears, opens, cycles) },
)

function expectAgreement({ session, model }: World): void {
  expect([session.accessed, session.modified]).toEqual([model.accessed, model.modified])
  expect(session.key === null).toBe(!model.hasKey)
  expect(session.isEmpty).toBe(!model.hasKey && model.properties.size === 0 && model.expiry === null)
  expect(session.expiryAge()).toBe(model.expiry ?? cookieAge)
  // A merge may put properties into another order.
  const byName = ([one]: [string, Json], [other]: [string, Json]) => (one < other ? -1 : 1)
  expect(session.entries().sort(byName)).toEqual([...model.properties].sort(byName))
  model.accessed = true
}

/** Any sequence of acts on a session, by its holder and by others, comes out as on a dictionary in memory. */
export function itBehavesAsADictionary(kind: SessionEngineKind, makeEngine: () => Promise<EngineUnderTest>): void {
  it(`session engine ${kind} behaves as a dictionary that is saved and opened`, { timeout: 60_000 }, async () => {
    await using under = await makeEngine()
    const lacks = (behaviour: Behaviour) => exceptionsOf[kind][behaviour] !== undefined
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 1, maxLength: 20 }), async (path) => {
        under.clock.advance(aeon)
        const engine = under.engine({ cookieAge })
        await engine.clearExpired()
        const world: World = { under, engine, lacks, session: engine.start(), model: fresh(), dead: [], left: [] }
        for (const step of path) {
          await step(world)
          expectAgreement(world)
        }
        if (!lacks('revocation')) {
          for (const key of world.dead) expect((await world.engine.open(key)).key).toBeNull()
        }
      }),
      { numRuns: 1000, seed: 20_261_120 },
    )
  })
}
