import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { createPasswordBlocklist } from '../../electron/accounts/password-blocklist.ts'
import { createPasswordHasher } from '../../electron/accounts/password-hasher.ts'
import { createAudit } from '../../electron/audit/append.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import type { Clock } from '../../electron/environment/clock.ts'
import type { RandomBytes } from '../../electron/environment/random.ts'
import { databaseFile } from '../../electron/recovery/data-folder.ts'
import { createSetup } from '../../electron/setup/setup.ts'
import { createTestNumbers } from '../../test/support/random.ts'
import { type GenerateArguments, readArguments } from './arguments.ts'
import { fillCompany } from './fill.ts'

export const administrator = {
  companyName: 'Northlight Office Supplies',
  fullName: 'Helena Marlow',
  username: 'helena',
  password: 'paper lantern over the harbour',
} as const

/** What generating takes from the computer. */
export interface GenerateParts {
  readonly clock: Clock
  readonly random: RandomBytes
}

const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: () => () => {},
}

/**
 * `npm run generate -- --employees NUMBER [--seed NUMBER] [--into FOLDER]`: a made-up company in a new folder, set up as
 * the application does it, for `npm start -- --user-data-dir=FOLDER`.
 */
export async function generate(given: readonly string[]): Promise<number> {
  const understood = readArguments(given)
  if (typeof understood === 'string') {
    console.error(understood)
    return 1
  }
  const { employees, folder } = understood
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(`${folder} is not empty. Choose another folder with --into, or delete it.`)
    return 1
  }
  const begun = performance.now()
  await generateCompany({ clock, random: (length) => new Uint8Array(randomBytes(length)) }, understood)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${administrator.companyName}, ${employees} employees, in ${seconds} s.`)
  console.log(`Username: ${administrator.username}`)
  console.log(`Password: ${administrator.password} (that of every other account, too)`)
  console.log(`npm start -- --user-data-dir=${folder}`)
  return 0
}

/** Sets a company up in the folder and fills it. */
export async function generateCompany(
  { clock, random }: GenerateParts,
  { employees, seed, folder }: GenerateArguments,
): Promise<void> {
  const file = join(folder, databaseFile)
  const audit = createAudit({ clock, random, computer: hostname() })
  const log = { info: () => {}, warn: console.warn, error: console.error }
  const setup = createSetup({
    file,
    clock,
    random,
    audit,
    hasher: createPasswordHasher({ random, log }),
    blocklist: createPasswordBlocklist(resolve('resources/password-blocklist.txt')),
    isSetUp: () => true,
    setAsideFolder: () => null,
    opened: async () => {},
  })
  await setup.create(administrator, { windowId: 1 })
  const database = await openDatabase({ file, clock })
  try {
    const [account] = await database.read(queries.selectFrom('account').select(['id', 'username', 'password_hash']))
    if (!account) throw new Error('set-up made no administrator')
    await fillCompany(
      { database, audit, clock, next: createTestNumbers(seed) },
      {
        employees,
        passwordHash: account.password_hash,
        actor: { accountId: account.id, username: account.username },
      },
    )
  } finally {
    await database.close()
  }
}
