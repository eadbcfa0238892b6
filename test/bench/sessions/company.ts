import { fileURLToPath } from 'node:url'
import { type Accounts, createAccounts } from '../../../electron/accounts/accounts.ts'
import { addAccount } from '../../../electron/accounts/new-accounts.ts'
import { createPasswordBlocklist } from '../../../electron/accounts/password-blocklist.ts'
import type { PasswordHasher } from '../../../electron/accounts/password-hasher.ts'
import { usernameKey } from '../../../electron/accounts/username-key.ts'
import { createAudit } from '../../../electron/audit/append.ts'
import type { Database } from '../../../electron/database/port.ts'
import { queries } from '../../../electron/database/queries.ts'
import type { Clock } from '../../../electron/environment/clock.ts'
import { createLifecycle } from '../../../electron/lifecycle/lifecycle.ts'
import { defaultSessionPolicy, limitsOf } from '../../../electron/lifecycle/policy.ts'
import { createSessionEngine } from '../../../electron/session/index.ts'
import { random, silence } from './environment.ts'
import { engineParts } from './ours.ts'

/** A company in which people can sign in, without Electron. */
export interface BenchCompany {
  readonly accounts: Accounts
  /** Adds an account; answers its id. */
  add(username: string, passwordHash: string): Promise<number>
  signOut(windowId: number): Promise<unknown>
  /** Disables an account. */
  disable(accountId: number): Promise<void>
}

const computer = 'Front desk'

/** Builds accounts, sessions and audit over a database as the application does. */
export async function createBenchCompany(
  database: Database,
  hasher: PasswordHasher,
  clock: Clock,
): Promise<BenchCompany> {
  const audit = createAudit({ clock, computer, random })
  const nothing = () => {}
  const lifecycle = createLifecycle({
    database,
    audit,
    engine: createSessionEngine('database', { ...engineParts, clock, database }),
    clock,
    log: silence,
    computer,
    keepsByReference: () => false,
    limits: () => limitsOf(defaultSessionPolicy),
    tell: { ended: nothing, locked: nothing, warned: nothing, warningOver: nothing, changed: nothing },
  })
  const blocklist = createPasswordBlocklist(
    fileURLToPath(new URL('../../../resources/password-blocklist.txt', import.meta.url)),
  )
  const parts = { database, audit, lifecycle, clock, random, log: silence, hasher, blocklist, openWindow: nothing }
  await database.write((transaction) =>
    transaction.execute(
      queries.insertInto('company').values({ id: 1, database_id: 'bench', name: 'Northwind', created_at: clock.now() }),
    ),
  )
  return {
    accounts: createAccounts(parts),
    async add(username, passwordHash) {
      const prepared = {
        username,
        usernameKey: usernameKey(username),
        fullName: 'Ada Berg',
        role: 'employee',
        passwordHash,
        recoveryCodeHash: null,
        isTemporary: false,
        usernameField: 'username',
      } as const
      const { accountId } = await database.write((transaction) => addAccount(parts, transaction, prepared, null))
      return accountId
    },
    signOut: lifecycle.signOut,
    disable: (accountId) =>
      database.write(async (transaction) => {
        await transaction.execute(
          queries.updateTable('account').set({ disabled_at: clock.now() }).where('id', '=', accountId),
        )
      }),
  }
}
