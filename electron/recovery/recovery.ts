import { Refusal } from '../contract/errors.ts'
import type { RecoveryProblem } from '../contract/recovery.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'

export interface RecoveryParts {
  /** The problem at hand; null while the company is open or not yet set up. */
  readonly problem: () => RecoveryProblem | null
  /** Looks at the folder again and opens what can be opened; answers whether recovery is over, as it may be already. */
  readonly reopen: () => Promise<boolean>
  /** Main's own dialog; null when the person cancels. */
  readonly chooseDatabaseFile: (windowId: number) => Promise<string | null>
  /** Verifies a chosen file, sets the present one aside, puts a copy in its place and reopens. */
  readonly adopt: (file: string) => Promise<boolean>
  readonly showFolder: () => Promise<void>
  /** Moves everything of the company aside and reopens; answers the folder's name. */
  readonly startOver: () => Promise<string>
}

/** What `adopt` and `startOver` answer when another window has ended the recovery meanwhile. */
export const nothingToRecover = (): Refusal =>
  new Refusal('REFUSED', 'The data is open: there is nothing to recover. Try again to see it.')

/** The acts of the recovery screen. What would move files is refused while there is nothing to recover. */
export function createRecoveryHandlers(parts: RecoveryParts): FeatureHandlers<'recovery'> {
  function needProblem(): RecoveryProblem {
    const problem = parts.problem()
    if (!problem) throw nothingToRecover()
    return problem
  }

  return {
    tryAgain: async () => ({ opened: await parts.reopen() }),
    chooseFile: async (_input, { windowId }) => {
      needProblem()
      const file = await parts.chooseDatabaseFile(windowId)
      return { opened: file !== null && (await parts.adopt(file)) }
    },
    showFolder: async () => {
      needProblem()
      await parts.showFolder()
      return {}
    },
    startOver: async ({ confirmation }) => {
      const problem = needProblem()
      if (!problem.canStartOver) throw new Refusal('REFUSED', 'Staffdesk may not move the files in its folder.')
      if (confirmation !== problem.confirmation.normalize('NFC').trim()) {
        throw new Refusal('INVALID_INPUT', 'Nothing was moved.', {
          fields: { confirmation: `Type “${problem.confirmation}” to start over.` },
        })
      }
      return { setAside: await parts.startOver() }
    },
  }
}
