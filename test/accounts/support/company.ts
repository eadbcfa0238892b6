import { fileURLToPath } from 'node:url'
import type { Selectable } from 'kysely'
import { type Accounts, createAccounts } from '../../../electron/accounts/accounts.ts'
import { addAccount, type PreparedAccount } from '../../../electron/accounts/new-accounts.ts'
import { createPasswordBlocklist } from '../../../electron/accounts/password-blocklist.ts'
import { createPasswordHasher, type PasswordHasher } from '../../../electron/accounts/password-hasher.ts'
import { usernameKey } from '../../../electron/accounts/username-key.ts'
import { createAudit } from '../../../electron/audit/append.ts'
import type { Audit } from '../../../electron/audit/audit.ts'
import type { Notice } from '../../../electron/contract/notice.ts'
import type { Role } from '../../../electron/contract/roles.ts'
import type { Database } from '../../../electron/database/port.ts'
import { queries } from '../../../electron/database/queries.ts'
import type { SessionHistoryTable } from '../../../electron/database/schema.ts'
import { toInstant } from '../../../electron/environment/clock.ts'
import type { SignedInCaller } from '../../../electron/lifecycle/caller.ts'
import { createLifecycle, type Lifecycle } from '../../../electron/lifecycle/lifecycle.ts'
import { defaultSessionPolicy, limitsOf, type SessionLimits } from '../../../electron/lifecycle/policy.ts'
import { createSessionEngine, type SessionEngine } from '../../../electron/session/index.ts'
import { createTestClock, type TestClock } from '../../support/clock.ts'
import { openTestDatabase } from '../../support/database.ts'
import { createTestRandom } from '../../support/random.ts'
import { createTestLog, type TestLog } from './log.ts'

/** Enough for a test, and a thousand times faster than what people get. */
const weakHashes = { memoryCost: 64, timeCost: 1, parallelism: 1 }

const blocklist = createPasswordBlocklist(
  fileURLToPath(new URL('../../../resources/password-blocklist.txt', import.meta.url)),
)

export const rightPassword = 'vurka simo telp 7'

/** A window that was told of the end of its session. */
export interface Told {
  readonly windowId: number
  readonly notice: Notice
}

/** What else windows were told: their locks and warnings, as the window's number and the title. */
export type Events = string[]

/** What one run of the application has. */
export interface Run {
  readonly engine: SessionEngine
  readonly audit: Audit
  readonly lifecycle: Lifecycle
  readonly accounts: Accounts
  readonly told: Told[]
  readonly events: Events
  /** How often a window for another person was opened. */
  readonly opened: () => number
}

/** A company in a database of its own, with everything that accounts and sessions are built from. */
export interface TestCompany extends Run {
  readonly database: Database
  readonly file: string
  readonly clock: TestClock
  readonly log: TestLog
  readonly hasher: PasswordHasher
  /** The limits of sessions, for a test to change. */
  readonly limits: { present: SessionLimits }
  /** The application once more, on the same data: what was in memory is gone. */
  restart(computer?: string, seenUntil?: number): Run
  /** Adds an account whose password is `rightPassword`. Answers its id. */
  add(username: string, role?: Role, more?: Partial<PreparedAccount>): Promise<number>
  signIn(windowId: number, username: string, password?: string): ReturnType<Accounts['handlers']['signIn']>
  /** The person whom the router would find in a window; throws when there is nobody. */
  caller(windowId: number): Promise<SignedInCaller>
  history(): Promise<readonly Selectable<SessionHistoryTable>[]>
  /** The actions in the audit, the oldest first. */
  actions(): Promise<string[]>
  dispose(): Promise<void>
}

export async function createTestCompany(): Promise<TestCompany> {
  const { database, file, dispose } = await openTestDatabase()
  const clock = createTestClock('2026-11-20T09:00:00Z')
  const log = createTestLog()
  const random = createTestRandom(11)
  const hasher = createPasswordHasher({ random, log, parameters: weakHashes })
  const secrets = [{ id: 'first', created: toInstant(clock.now()), bytes: random(32) }]

  const limits = { present: limitsOf(defaultSessionPolicy) }

  function restart(computer = 'Front desk', seenUntil = 0): Run {
    const told: Told[] = []
    const events: Events = []
    let opened = 0
    const audit = createAudit({ clock, computer, random })
    const engine = createSessionEngine('database', { database, secrets: () => secrets, clock, random, log })
    const lifecycle = createLifecycle({
      database,
      audit,
      engine,
      clock,
      log,
      computer,
      timeZone: 'UTC',
      keepsByReference: () => false,
      limits: () => limits.present,
      seenUntil,
      tell: {
        ended: (windowId, notice) => told.push({ windowId, notice }),
        locked: (windowId, { notice }) => events.push(`${windowId}: ${notice.title}`),
        warned: (windowId, _kind, notice) => events.push(`${windowId}: ${notice.title} ${notice.remainingMs}`),
        warningOver: (windowId) => events.push(`${windowId}: over`),
        changed: () => {},
      },
    })
    const openWindow = () => {
      opened += 1
    }
    const accounts = createAccounts({
      database,
      audit,
      lifecycle,
      clock,
      random,
      log,
      hasher,
      blocklist,
      openWindow,
    })
    return { engine, audit, lifecycle, accounts, told, events, opened: () => opened }
  }

  const run = restart()
  await database.write((transaction) =>
    transaction.execute(
      queries.insertInto('company').values({ id: 1, database_id: 'test', name: 'Northwind', created_at: clock.now() }),
    ),
  )

  return {
    ...run,
    database,
    file,
    clock,
    log,
    hasher,
    limits,
    restart,
    dispose,
    async add(username, role = 'employee', more = {}) {
      const prepared: PreparedAccount = {
        username,
        usernameKey: usernameKey(username),
        fullName: `${username.charAt(0).toUpperCase()}${username.slice(1)} Berg`,
        role,
        passwordHash: await hasher.hash(rightPassword),
        recoveryCodeHash: null,
        isTemporary: false,
        usernameField: 'username',
        ...more,
      }
      const parts = { audit: run.audit, clock }
      const { accountId } = await database.write((transaction) => addAccount(parts, transaction, prepared, null))
      return accountId
    },
    signIn: (windowId, username, password = rightPassword) =>
      run.accounts.handlers.signIn({ username, password }, { windowId }),
    async caller(windowId) {
      const found = await run.lifecycle.find(windowId)
      if (found.kind !== 'signed-in') throw new Error(`nobody is signed in at window ${windowId}: ${found.kind}`)
      return { windowId, signedIn: found.signedIn }
    },
    history: () => database.read(queries.selectFrom('session_history').selectAll().orderBy('id')),
    async actions() {
      const rows = await database.read(queries.selectFrom('audit_entry').select('action').orderBy('id'))
      return rows.map((row) => row.action)
    },
  }
}
