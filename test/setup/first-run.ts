import { join } from 'node:path'
import { createPasswordHasher } from '../../electron/accounts/password-hasher.ts'
import { createAudit } from '../../electron/audit/append.ts'
import { verifyAuditChain } from '../../electron/audit/verify.ts'
import { inspectDatabaseFile } from '../../electron/database/inspect.ts'
import { openDatabase } from '../../electron/database/open.ts'
import { queries } from '../../electron/database/queries.ts'
import { databaseFile, hasOtherTraces, lastSetAside } from '../../electron/recovery/data-folder.ts'
import { decideOpening } from '../../electron/recovery/opening.ts'
import { readMarker } from '../../electron/settings/installed-marker.ts'
import { createSetup, type SetupParts } from '../../electron/setup/setup.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestRandom } from '../support/random.ts'

export const answers = {
  companyName: 'Analytical Engines',
  fullName: 'Ada Lovelace',
  username: 'Ada',
  password: 'kettle orbit lantern moss',
}

const random = createTestRandom()
const hasher = createPasswordHasher({
  random,
  log: createTestLog(),
  parameters: { memoryCost: 8, timeCost: 1, parallelism: 1 },
})

/** What a start in that folder would show. */
export function opening(folder: string) {
  const marker = readMarker(folder)
  return decideOpening({
    marker: typeof marker === 'string' ? marker : 'ok',
    database: inspectDatabaseFile(join(folder, databaseFile)).kind,
    settingsBroken: false,
    otherFiles: hasOtherTraces(folder),
  })
}

/** Set-up in that folder, as the application offers it at its first start. */
export function firstRun(folder: string, parts: Partial<SetupParts> = {}) {
  const clock = createTestClock()
  let opened = 0
  const handlers = createSetup({
    file: join(folder, databaseFile),
    clock,
    random,
    hasher,
    blocklist: { has: async (password) => password === 'correct horse battery staple' },
    audit: createAudit({ clock, random, computer: 'Front desk' }),
    isSetUp: () => opening(folder) === 'set-up',
    setAsideFolder: () => lastSetAside(folder),
    opened: async () => {
      opened += 1
    },
    ...parts,
  })
  return {
    create: (input: Partial<typeof answers> = {}) => handlers.create({ ...answers, ...input }, { windowId: 1 }),
    /** How often the company was opened. */
    opened: () => opened,
  }
}

/** Everything that a company just set up has to hold, read by opening it. */
export async function readCompany(folder: string) {
  const database = await openDatabase({ file: join(folder, databaseFile), clock: createTestClock() })
  try {
    const [company] = await database.read(queries.selectFrom('company').selectAll())
    const accounts = await database.read(queries.selectFrom('account').selectAll())
    const [administrator] = accounts
    return {
      company,
      accounts,
      policies: await database.read(queries.selectFrom('policy').selectAll()),
      opensWith: (password: string) => hasher.verify(administrator?.password_hash ?? null, password),
      auditIsSound: (await verifyAuditChain(database)).ok,
      audit: await database.read(
        queries.selectFrom('audit_entry').select(['action', 'subject_name', 'actor_name']).orderBy('id'),
      ),
    }
  } finally {
    await database.close()
  }
}
