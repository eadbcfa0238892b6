import type { PasswordBlocklist } from '../accounts/password-blocklist.ts'
import type { PasswordHasher } from '../accounts/password-hasher.ts'
import type { Audit } from '../audit/audit.ts'
import type { Theme } from '../contract/session-view.ts'
import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { SecretBox } from '../environment/secret.ts'
import type { ImportsParts } from '../imports/current-import.ts'
import type { Telling } from '../lifecycle/core.ts'
import type { Desktop } from '../window/desktop.ts'

/** What a company is opened with. */
export interface CompanyParts {
  readonly folder: string
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
  readonly computer: string
  readonly secretBox: SecretBox
  readonly audit: Audit
  readonly hasher: PasswordHasher
  readonly blocklist: PasswordBlocklist
  /** What the life of sessions tells the windows. */
  readonly tell: Telling
  readonly onEmployeesChanged: () => void
  readonly onOrganisationChanged: () => void
  readonly onImportsChanged: () => void
  /** The built thread that imports employees. */
  readonly importWorker: string
  readonly desktop: ImportsParts['desktop']
  readonly onCustomFieldsChanged: () => void
  /** Opens a window with a login of its own. */
  readonly openWindow: () => void
  readonly chooseFileToWrite: Desktop['chooseFileToWrite']
  /** Keeps a person's theme for this computer's login screen. */
  readonly keepTheme: (theme: Theme) => void
}
