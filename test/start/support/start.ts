import { fileURLToPath } from 'node:url'
import { createPasswordHasher } from '../../../electron/accounts/password-hasher.ts'
import { createAudit } from '../../../electron/audit/append.ts'
import type { Notice } from '../../../electron/contract/notice.ts'
import type { RecoveryProblem } from '../../../electron/contract/recovery.ts'
import type { Company } from '../../../electron/start/company.ts'
import { type Data, type DataParts, openData } from '../../../electron/start/data.ts'
import { createTestLog, type TestLog } from '../../accounts/support/log.ts'
import { answers } from '../../setup/first-run.ts'
import { createTestClock, type TestClock } from '../../support/clock.ts'
import { createTestRandom } from '../../support/random.ts'
import { noSecretBox } from '../../support/secret-box.ts'

/** One start of the application over a folder, with everything that it told. */
export interface Start {
  readonly data: Data
  readonly clock: TestClock
  readonly log: TestLog
  readonly problems: RecoveryProblem[]
  readonly ended: { readonly windowId: number; readonly notice: Notice }[]
  /** How often it was told that the sessions, and that the employees changed. */
  readonly changes: { sessions: number; employees: number }
  /** What is shown: `open`, `set-up` or the kind of the problem. */
  shown(): string
  /** The open company; throws where none is open. */
  company(): Company
  /** Creates the company as the set-up screen does. */
  setUp(companyName?: string): Promise<void>
  /** Signs the administrator in. */
  signIn(windowId: number): Promise<void>
}

/** What every start has, over a folder and with `onProblem` and the like left to the caller. */
export async function start(folder: string, parts: Partial<DataParts> = {}): Promise<Start> {
  const clock = createTestClock()
  const log = createTestLog()
  const random = createTestRandom(3)
  const computer = 'Front desk'
  const problems: RecoveryProblem[] = []
  const ended: Start['ended'] = []
  const changes = { sessions: 0, employees: 0 }
  const data = await openData({
    folder,
    clock,
    random,
    log,
    computer,
    secretBox: noSecretBox,
    settingsBroken: false,
    verificationWorker: fileURLToPath(new URL('../../../electron/verification/worker.ts', import.meta.url)),
    audit: createAudit({ clock, computer, random }),
    hasher: createPasswordHasher({ random, log, parameters: { memoryCost: 8, timeCost: 1, parallelism: 1 } }),
    blocklist: { has: async () => false },
    tell: {
      ended: (windowId, notice) => ended.push({ windowId, notice }),
      locked: () => {},
      warned: () => {},
      warningOver: () => {},
      changed: () => {
        changes.sessions += 1
      },
    },
    openWindow: () => {},
    chooseFileToWrite: async () => null,
    keepTheme: () => {},
    onEmployeesChanged: () => {
      changes.employees += 1
    },
    onOrganisationChanged: () => {},
    onImportsChanged: () => {},
    importWorker: fileURLToPath(new URL('../../../electron/imports/worker.ts', import.meta.url)),
    desktop: { chooseImportFile: async () => null, chooseFileToWrite: async () => null },
    onCustomFieldsChanged: () => {},
    onProblem: (problem) => problems.push(problem),
    ...parts,
  })
  const company = () => {
    const open = data.company()
    if (!open) throw new Error('no company is open')
    return open
  }
  return {
    data,
    clock,
    log,
    problems,
    ended,
    changes,
    company,
    shown() {
      const state = data.state()
      return state.kind === 'recovery' ? state.problem.kind : state.kind
    },
    async setUp(companyName = answers.companyName) {
      await data.setup.create({ ...answers, companyName }, { windowId: 1 })
    },
    async signIn(windowId) {
      const { username, password } = answers
      await company().handlers.accounts.signIn({ username, password }, { windowId })
    },
  }
}
