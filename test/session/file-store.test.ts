import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { hashSessionKey, SessionUpdateError } from '../../electron/session/index.ts'
import { describeSessionEngine } from './conformance.ts'
import { itBehavesAsADictionary } from './model.ts'
import { contentOf, savedSession } from './support/engine.ts'
import { type FileUnderTest, fileEngine } from './support/engines.ts'

describeSessionEngine('file', fileEngine)
itBehavesAsADictionary('file', fileEngine)

const day = 86_400_000
const folderOf = ({ directory }: FileUnderTest, key: string) => join(directory, hashSessionKey(key))
const filesOf = (under: FileUnderTest, key: string) => {
  const folder = folderOf(under, key)
  return readdirSync(folder).map((name) => join(folder, name))
}

describe('the directory of sessions', () => {
  it('holds the hash of a key and never the key, for this account alone', async () => {
    await using under = await fileEngine()
    const { session, key } = await savedSession(under.engine(), { name: 'canary' })
    session.set('page', 2)
    await session.save()
    const [folder = '', ...others] = readdirSync(under.directory).map((name) => join(under.directory, name))
    expect([folder, ...others]).toEqual([folderOf(under, key)])
    const files = filesOf(under, key)
    expect(files.map((file) => readFileSync(file, 'utf8')).join('')).toContain('canary')
    for (const file of files) {
      expect(`${file} ${readFileSync(file, 'utf8')}`).not.toContain(key)
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    }
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('keeps nothing of what was saved before', async () => {
    await using under = await fileEngine()
    const { session, key } = await savedSession(under.engine(), { name: 'canary' })
    session.set('name', 'Grace')
    await session.save()
    expect(
      filesOf(under, key)
        .map((file) => readFileSync(file, 'utf8'))
        .join(''),
    ).not.toContain('canary')
  })

  it('keeps nothing of a session that was deleted', async () => {
    await using under = await fileEngine()
    const { session } = await savedSession(under.engine())
    await session.cycleKey()
    await session.flush()
    expect(readdirSync(under.directory)).toEqual([])
  })

  it('keeps nothing of an expired session that somebody opened, and keeps the others', async () => {
    await using under = await fileEngine()
    const engine = under.engine({ cookieAge: 100 })
    const { key } = await savedSession(engine)
    under.clock.advance(1)
    const other = await savedSession(engine)
    under.clock.advance(99_999)
    expect(await engine.exists(key)).toBe(true)
    expect((await engine.open(key)).key).toBeNull()
    expect(readdirSync(under.directory)).toEqual([hashSessionKey(other.key)])
  })

  it('an expired session that one opens and another saves is there if it was saved, else gone', async () => {
    await using under = await fileEngine()
    const engine = under.engine({ cookieAge: 100 })
    for (let round = 0; round < 20; round += 1) {
      const { session, key } = await savedSession(engine)
      under.clock.advance(100_000)
      const [isSaved] = await Promise.all([
        session.save().then(
          () => true,
          () => false,
        ),
        engine.open(key),
      ])
      expect((await engine.open(key)).key === key).toBe(isSaved)
    }
  })

  it.each<[string, (file: string) => void]>([
    ['changed', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('Ada', 'Eve'))],
    ['cut', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -3))],
    ['emptied', (file) => writeFileSync(file, '')],
    ['no text', (file) => writeFileSync(file, Buffer.of(0xff, 0xfe, 0))],
  ])('a file that was %s opens an empty session and is logged', async (_how, spoil) => {
    await using under = await fileEngine()
    const { key } = await savedSession(under.engine())
    for (const file of filesOf(under, key)) if (statSync(file).size > 0) spoil(file)
    const session = await under.engine().open(key)
    expect([session.key, session.isEmpty]).toEqual([null, true])
    expect(under.logged).toEqual(['session data refused {"reason":"bad-signature"}'])
  })

  it('data that is gone opens an empty session and is logged; the session can still be cleared', async () => {
    await using under = await fileEngine()
    const { key } = await savedSession(under.engine())
    for (const file of filesOf(under, key)) if (statSync(file).size > 0) rmSync(file)
    expect((await under.engine().open(key)).key).toBeNull()
    expect(under.logged).toEqual(['session data refused {"reason":"bad-signature"}'])
    under.clock.advance(30 * day)
    expect(await under.engine().clearExpired()).toBe(1)
    expect(readdirSync(under.directory)).toEqual([])
  })

  it('a session whose folder was removed by hand is not saved', async () => {
    await using under = await fileEngine()
    const { session, key } = await savedSession(under.engine())
    rmSync(folderOf(under, key), { recursive: true })
    session.set('name', 'Grace')
    await expect(session.save()).rejects.toThrow(SessionUpdateError)
    expect(readdirSync(under.directory)).toEqual([])
  })
})

describe('holders of one file session', () => {
  const record = (data: string) => ({ data, expiresAt: Number.MAX_SAFE_INTEGER })

  it('that save one version at once: one is first, the others are stale, and nothing of theirs stays', async () => {
    await using under = await fileEngine()
    const hash = hashSessionKey('any')
    await under.store().create(hash, record('0'))
    for (let version = 1; version <= 20; version += 1) {
      const names = ['a', 'b', 'c', 'd']
      const outcomes = await Promise.all(names.map((name) => under.store().update(hash, record(name), version)))
      const first = outcomes.indexOf(version + 1)
      expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(3)
      expect(await under.store().load(hash)).toEqual({ ...record(names[first] ?? ''), version: version + 1 })
      expect(readdirSync(join(under.directory, hash))).toHaveLength(2)
    }
  })

  it('that create it at once: one does', async () => {
    await using under = await fileEngine()
    for (let round = 1; round <= 20; round += 1) {
      const hash = hashSessionKey(`${round}`)
      const outcomes = await Promise.all(['a', 'b', 'c'].map((data) => under.store().create(hash, record(data))))
      expect(outcomes.filter((isCreated) => isCreated)).toHaveLength(1)
      const stored = await under.store().load(hash)
      expect(stored?.data).toBe(['a', 'b', 'c'][outcomes.indexOf(true)])
      expect(readdirSync(under.directory)).toHaveLength(round)
    }
  })

  it('of whom one deletes while another saves: afterwards it is gone, and one of them was told', async () => {
    await using under = await fileEngine()
    const told = new Set<unknown>()
    for (let round = 1; round <= 50; round += 1) {
      const hash = hashSessionKey(`${round}`)
      await under.store().create(hash, record('0'))
      const [outcome, isDeleted] = await Promise.all([
        under.store().update(hash, record('1'), 1),
        under.store().delete(hash),
      ])
      told.add(outcome)
      expect(isDeleted).toBe(true)
      expect([await under.store().load(hash), await under.store().update(hash, record('2'), 2)]).toEqual([
        null,
        'missing',
      ])
      await under.store().clearExpired(0)
      expect(readdirSync(under.directory)).toEqual([])
    }
    expect([...told].every((outcome) => outcome === 2 || outcome === 'missing')).toBe(true)
  })
})

describe('clearExpired of files', () => {
  it('lets others have their turn between the sessions', async () => {
    await using under = await fileEngine()
    const { clock } = under
    for (let number = 0; number < 250; number += 1) {
      await under.store().create(hashSessionKey(`${number}`), { data: '', expiresAt: clock.now() })
    }
    const seen = new Set<number>()
    let clearing = true
    const look = async () => {
      while (clearing) {
        seen.add(readdirSync(under.directory).length)
        await new Promise((turn) => setImmediate(turn))
      }
    }
    const looking = look()
    expect(await under.engine().clearExpired()).toBe(250)
    clearing = false
    await looking
    // At least as often as a store that clears in chunks of a hundred.
    expect([...seen].filter((left) => left > 0 && left < 250).length).toBeGreaterThan(2)
  })

  it('at once by two holders counts each session once', async () => {
    await using under = await fileEngine()
    for (let number = 0; number < 40; number += 1) {
      await under.store().create(hashSessionKey(`${number}`), { data: '', expiresAt: 0 })
    }
    const counts = await Promise.all([under.engine().clearExpired(), under.engine().clearExpired()])
    expect(counts[0] + counts[1]).toBe(40)
  })

  it('removes what killed processes left, and nothing else', async () => {
    await using under = await fileEngine()
    const { directory, clock } = under
    const { key } = await savedSession(under.engine())
    const at = (name: string, age: number) => {
      const folder = join(directory, name)
      mkdirSync(folder)
      writeFileSync(join(folder, 'ab'), 'data')
      utimesSync(folder, (clock.now() - age) / 1000, (clock.now() - age) / 1000)
    }
    at('new-old', day)
    at('new-young', 1000)
    at('f'.repeat(64), 0)
    at('of somebody else', day)
    writeFileSync(join(directory, 'a file'), '')
    expect(await under.engine().clearExpired()).toBe(0)
    expect(readdirSync(directory).sort()).toEqual(
      ['a file', hashSessionKey(key), 'new-young', 'of somebody else'].sort(),
    )
  })
})

describe('two processes on one directory', () => {
  const script = join(import.meta.dirname, 'children', 'save.ts')
  const start = (under: FileUnderTest, key: string, seed: number, rounds: number) =>
    spawn(process.execPath, [script, under.directory, key, `${seed}`, `${rounds}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })

  async function linesOf(child: ChildProcess, onLine: (line: string) => void = () => {}): Promise<string[]> {
    const lines: string[] = []
    if (!child.stdout) throw new Error('no output')
    for await (const line of createInterface(child.stdout)) {
      lines.push(line)
      onLine(line)
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    return lines
  }

  it('lose no save of each other', async () => {
    await using under = await fileEngine()
    const { key } = await savedSession(under.engine())
    const children = [101, 102].map((seed) => start(under, key, seed, 60))
    await Promise.all(children.map((child) => linesOf(child)))
    expect(children.map(({ exitCode }) => exitCode)).toEqual([0, 0])
    const session = await under.engine().open(key)
    expect(contentOf(session)).toEqual({ name: 'Ada', shared: 120, 'own-101': 60, 'own-102': 60 })
    expect(filesOf(under, key)).toHaveLength(2)
  })

  it('a session that one deletes is not brought back by the other', async () => {
    await using under = await fileEngine()
    const { key } = await savedSession(under.engine())
    const child = start(under, key, 101, 1_000_000)
    const lines = await linesOf(child, (line) => {
      if (line === '20') void under.engine().delete(key)
    })
    expect(lines.at(-1)).toBe('gone')
    expect(existsSync(folderOf(under, key))).toBe(false)
  })

  it('a kill at any moment leaves what was saved last, which can be saved again', async () => {
    await using under = await fileEngine()
    const { key } = await savedSession(under.engine())
    let saved = 0
    for (let round = 1; round <= 3; round += 1) {
      const child = start(under, key, 100 + round, 1_000_000)
      const lines = await linesOf(child, (line) => {
        if (Number(line) === 10 * round) child.kill('SIGKILL')
      })
      saved += lines.length
      const session = await under.engine().open(key)
      expect(session.get('shared')).toBeGreaterThanOrEqual(saved)
      saved = Number(session.get('shared'))
      session.set('round', round)
      await session.save()
      expect((await under.engine().open(key)).get('round')).toBe(round)
      expect(filesOf(under, key)).toHaveLength(2)
    }
  })
})
