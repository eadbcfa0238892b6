import type { Audit } from '../audit/audit.ts'
import type { SessionPolicyValues } from '../contract/session-policy.ts'
import type { Theme } from '../contract/session-view.ts'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Cleaning } from './cleaning.ts'
import type { EngineInUse } from './engine-in-use.ts'

/** The company's rules for sessions as they hold at this moment. */
export interface PolicyInUse {
  policy: SessionPolicyValues
  /** Why another engine is in use than the stored rules name, in words. */
  engineProblem: string | null
}

/** What the calls about sessions are built from. */
export interface SessionsParts {
  readonly database: Database
  readonly audit: Audit
  readonly clock: Clock
  readonly lifecycle: Lifecycle
  readonly engine: EngineInUse
  readonly cleaning: Cleaning
  readonly policyInUse: PolicyInUse
  /** Why sessions cannot be kept on this computer, in words; null where they can. */
  readonly keepingRefused: () => string | null
  /** Signs session data with a new secret from now on. */
  readonly renewSecret: () => Promise<void>
  /** Keeps a person's theme for this computer's login screen. */
  readonly keepTheme: (theme: Theme) => void
}
