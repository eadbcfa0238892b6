import { existsSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { createCacheStore } from '../../../electron/session/cache-store.ts'
import { createDatabaseStore } from '../../../electron/session/database-store.ts'
import { createFileStore } from '../../../electron/session/file-store.ts'
import {
  createSessionCache,
  createSessionEngine,
  hashSessionKey,
  type SessionCache,
  type SessionEngineKind,
  type SessionEngineOptions,
} from '../../../electron/session/index.ts'
import { newSessionKey } from '../../../electron/session/keys.ts'
import { seal, unseal } from '../../../electron/session/sealing.ts'
import type { SessionStore } from '../../../electron/session/store.ts'
import { createTestClock } from '../../support/clock.ts'
import { createTestFolder, openTestDatabase, removeTestFolder, type TestDatabase } from '../../support/database.ts'
import { createTestRandom } from '../../support/random.ts'
import { type EngineUnderTest, testSecret } from './engine.ts'

/** What every engine under test is handed, and where it logs. */
function surroundings() {
  const logged: string[] = []
  const told: string[] = []
  const into = (lines: string[]) => (message: string, details?: unknown) => {
    lines.push(`${message} ${details instanceof Error ? details.message : JSON.stringify(details)}`)
  }
  const clock = createTestClock()
  const secrets = [testSecret(1)]
  const common = {
    clock,
    log: { info: into(told), warn: into(logged), error: into(logged) },
    secrets: () => secrets,
    random: createTestRandom(7),
  }
  return { clock, logged, told, common }
}

/** The parts of an engine under test whose sessions are records in a store. */
function overStore(store: () => SessionStore): Pick<EngineUnderTest, 'dataAt' | 'plant'> {
  const random = createTestRandom(8)
  return {
    dataAt: async (key) => (await store().load(hashSessionKey(key)))?.data ?? '',
    plant: async (data) => {
      const key = newSessionKey(random)
      await store().create(hashSessionKey(key), { data, expiresAt: Date.parse('2027-01-01T00:00:00Z') })
      return key
    },
  }
}

type Place = Pick<SessionEngineOptions, 'database' | 'cache' | 'directory'>

function engineOver(
  kind: SessionEngineKind,
  { common, ...surrounding }: ReturnType<typeof surroundings>,
  place: () => Place,
): Pick<EngineUnderTest, 'engine' | 'clock' | 'logged' | 'told'> {
  return {
    ...surrounding,
    engine: (choices) => createSessionEngine(kind, { ...common, ...place(), ...choices }),
  }
}

export interface DatabaseUnderTest extends EngineUnderTest {
  readonly storage: TestDatabase
}

export async function databaseEngine(): Promise<DatabaseUnderTest> {
  const storage = await openTestDatabase()
  const { database } = storage
  return {
    storage,
    ...engineOver('database', surroundings(), () => ({ database })),
    ...overStore(() => createDatabaseStore(database)),
    restart: () => {},
    [Symbol.asyncDispose]: storage.dispose,
  }
}

export interface CacheUnderTest extends EngineUnderTest {
  /** The cache of this moment. */
  cache(): SessionCache
}

/** @param maximumEntries records that the cache keeps at most */
export async function cacheEngine(maximumEntries = 100): Promise<CacheUnderTest> {
  const around = surroundings()
  const fresh = () => createSessionCache({ clock: around.clock, maximumEntries })
  let cache = fresh()
  return {
    cache: () => cache,
    ...engineOver('cache', around, () => ({ cache })),
    ...overStore(() => createCacheStore(cache)),
    restart: () => {
      cache = fresh()
    },
    [Symbol.asyncDispose]: async () => {},
  }
}

export interface CachedDatabaseUnderTest extends DatabaseUnderTest, CacheUnderTest {}

/** @param behind puts something between the engine and its cache */
export async function cachedDatabaseEngine(
  behind: (cache: SessionCache) => SessionCache = (cache) => cache,
): Promise<CachedDatabaseUnderTest> {
  const storage = await openTestDatabase()
  const { database } = storage
  const around = surroundings()
  const fresh = () => createSessionCache({ clock: around.clock })
  let cache = fresh()
  return {
    storage,
    cache: () => cache,
    ...engineOver('cached-database', around, () => ({ database, cache: behind(cache) })),
    ...overStore(() => createDatabaseStore(database)),
    restart: () => {
      cache = fresh()
    },
    [Symbol.asyncDispose]: storage.dispose,
  }
}

const memory = '/dev/shm'

export interface FileUnderTest extends EngineUnderTest {
  readonly directory: string
  store(): SessionStore
}

export async function fileEngine(): Promise<FileUnderTest> {
  const directory = createMemoryFolder()
  const around = surroundings()
  const random = createTestRandom(9)
  const store = () => createFileStore({ directory, random, now: around.clock.now })
  return {
    directory,
    store,
    ...engineOver('file', around, () => ({ directory })),
    ...overStore(store),
    restart: () => {},
    [Symbol.asyncDispose]: async () => removeTestFolder(directory),
  }
}

export async function signedEngine(): Promise<EngineUnderTest> {
  const around = surroundings()
  const { secrets, random } = around.common
  return {
    ...engineOver('signed', around, () => ({})),
    dataAt: async (key) => unseal(key, secrets())?.data ?? '',
    plant: async (data) => seal({ data, expiresAt: Date.parse('2027-01-01T00:00:00Z') }, secrets(), random),
    restart: () => {},
    [Symbol.asyncDispose]: async () => {},
  }
}

export const engines: Readonly<Record<SessionEngineKind, () => Promise<EngineUnderTest>>> = {
  database: databaseEngine,
  cache: () => cacheEngine(),
  'cached-database': () => cachedDatabaseEngine(),
  file: fileEngine,
  signed: signedEngine,
}

/** A temporary folder in memory where the system has one, for each save waits for the disk. */
function createMemoryFolder(): string {
  return existsSync(memory) ? mkdtempSync(join(memory, 'staffdesk-test-')) : createTestFolder()
}
