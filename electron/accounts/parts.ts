import type { Audit } from '../audit/audit.ts'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { PasswordBlocklist } from './password-blocklist.ts'
import type { PasswordHasher } from './password-hasher.ts'

/** What accounts are built from. */
export interface AccountsParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Lifecycle
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
  readonly hasher: PasswordHasher
  readonly blocklist: PasswordBlocklist
  /** Opens a window with a login of its own. */
  readonly openWindow: () => void
}
