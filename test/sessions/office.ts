import type { SessionEngineName } from '../../electron/contract/session-policy.ts'
import type { FeatureHandlers, SignedInCaller } from '../../electron/lifecycle/caller.ts'
import { defaultSessionPolicy, limitsOf } from '../../electron/lifecycle/policy.ts'
import { type Cleaning, startCleaning } from '../../electron/sessions/cleaning.ts'
import { createEngineInUse, type EngineInUse } from '../../electron/sessions/engine-in-use.ts'
import type { PolicyInUse, SessionsParts } from '../../electron/sessions/parts.ts'
import { createSessionsHandlers } from '../../electron/sessions/sessions.ts'
import { createTestCompany, type TestCompany } from '../accounts/support/company.ts'

/** A company with the calls about sessions. `anna` is its administrator, signed in at window 1. */
export interface Office extends TestCompany {
  readonly handlers: FeatureHandlers<'sessions'>
  readonly cleaning: Cleaning
  readonly policyInUse: PolicyInUse
  readonly inUse: EngineInUse
  readonly themes: string[]
  readonly renewals: () => number
  readonly anna: number
  readonly admin: () => Promise<SignedInCaller>
}

export async function openOffice(parts: Partial<SessionsParts> = {}): Promise<Office> {
  const company = await createTestCompany()
  const { database, audit, clock, log, lifecycle, engine } = company
  const anna = await company.add('anna', 'admin')
  await company.signIn(1, 'anna')
  const policyInUse: PolicyInUse = { policy: defaultSessionPolicy, engineProblem: null }
  const inUse = createEngineInUse((name: SessionEngineName) => {
    if (name === 'file') throw new Error('no folder')
    return engine
  }, 'database')
  const cleaning = startCleaning({ engine: inUse, database, clock, log })
  const themes: string[] = []
  let renewals = 0
  const handlers = createSessionsHandlers({
    database,
    audit,
    clock,
    lifecycle: {
      ...lifecycle,
      check: () => {
        company.limits.present = limitsOf(policyInUse.policy)
        lifecycle.check()
      },
    },
    engine: inUse,
    cleaning,
    policyInUse,
    keepingRefused: () => null,
    renewSecret: async () => {
      renewals += 1
    },
    keepTheme: (theme) => themes.push(theme),
    ...parts,
  })
  return {
    ...company,
    handlers,
    cleaning,
    policyInUse,
    inUse,
    themes,
    renewals: () => renewals,
    anna,
    admin: () => company.caller(1),
    dispose: async () => {
      cleaning.stop()
      await company.dispose()
    },
  }
}
