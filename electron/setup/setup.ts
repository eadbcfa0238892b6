import { prepareFirstAdministrator } from '../accounts/new-accounts.ts'
import type { AccountsParts } from '../accounts/parts.ts'
import { Refusal } from '../contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import { asDatabaseError } from '../database/errors.ts'
import { toInstant } from '../environment/clock.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { buildDatabase } from './build-database.ts'
import { putInPlace } from './put-in-place.ts'

export interface SetupParts extends Pick<AccountsParts, 'audit' | 'blocklist' | 'clock' | 'hasher' | 'random'> {
  /** Where the company's database is to stand; the marker goes beside it. */
  readonly file: string
  /** Whether set-up is what the application shows: there is no company, and no trace of one. */
  readonly isSetUp: () => boolean
  /** The folder to which "Start over" moved the company before, if there was one. */
  readonly setAsideFolder: () => string | null
  /** The company is there: opens it. */
  readonly opened: () => Promise<unknown>
}

/** The calls of the feature `setup`. */
export function createSetup(parts: SetupParts): FeatureHandlers<'setup'> {
  let isRunning = false
  return {
    async create(input) {
      if (!parts.isSetUp()) throw new Refusal('REFUSED', 'A company is set up here already.')
      if (isRunning) throw new Refusal('REFUSED', 'Another window is setting up the company at this moment.')
      isRunning = true
      try {
        return await create(parts, input)
      } finally {
        isRunning = false
      }
    },
  }
}

/**
 * Creates the company and its first administrator. The database is built apart and takes its place only when it is
 * complete, so a kill at any moment leaves an empty folder or a company that opens.
 * @throws Refusal `INVALID_INPUT` for a password that the policy refuses, DatabaseError
 */
async function create(
  parts: SetupParts,
  input: ParsedInputOf<'setup', 'create'>,
): Promise<OutputOf<'setup', 'create'>> {
  const { file, clock, random } = parts
  const { account, recoveryCode } = await prepareFirstAdministrator(parts, input)
  const company = {
    databaseId: Buffer.from(random(16)).toString('hex'),
    name: input.companyName,
    createdAt: clock.now(),
    administrator: account,
    setAsideFolder: parts.setAsideFolder(),
  }
  try {
    const built = `${file}.new`
    await buildDatabase(parts, built, company)
    putInPlace(built, file, {
      company: company.name,
      created: toInstant(company.createdAt),
      databaseId: company.databaseId,
    })
  } catch (error) {
    throw error instanceof Refusal ? error : asDatabaseError(error)
  }
  await parts.opened()
  return { recoveryCode }
}
