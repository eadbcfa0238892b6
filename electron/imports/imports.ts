import { basename, extname } from 'node:path'
import { Refusal } from '../contract/errors.ts'
import type { ImportState } from '../contract/imports.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import { createCurrentImport, type ImportsParts } from './current-import.ts'
import { readProblems, removeStaging } from './staging-store.ts'

export interface Imports {
  readonly handlers: FeatureHandlers<'imports'>
  /** Settles when the act that is under way has ended. */
  settled(): Promise<void>
  /** Stops what is under way and throws the staged rows away. */
  close(): Promise<void>
}

/** The import of employees from files. One at a time: what a dry run finds holds for one import alone. */
export function createImports(parts: ImportsParts): Imports {
  const { desktop, stagingFile } = parts
  // What a kill has left behind.
  removeStaging(stagingFile)
  const current = createCurrentImport(parts)

  const stateFor = async ({ accountId }: SignedIn): Promise<{ state: ImportState }> => ({
    state: await current.state(accountId),
  })

  return {
    settled: current.settled,
    close: current.close,
    handlers: {
      read: (_input, { signedIn }) => stateFor(signedIn),

      async choose(_input, { windowId, signedIn }) {
        current.requireFree(signedIn)
        const file = await desktop.chooseImportFile(windowId)
        if (file !== null) current.read(signedIn, file)
        return stateFor(signedIn)
      },

      async check({ mapping, options }, { signedIn }) {
        const { file } = current.held(signedIn)
        if (mapping.length !== file.headings.length)
          throw new Refusal('INVALID_INPUT', 'This is not the file that was read.')
        const fields = mapping.filter((field) => field !== null)
        if (new Set(fields).size < fields.length) {
          throw new Refusal('INVALID_INPUT', 'Two columns are taken for the same field. Choose one of them.')
        }
        if (!fields.includes('employeeNumber')) {
          throw new Refusal('INVALID_INPUT', 'Say which column holds the employee number.')
        }
        current.check(signedIn, mapping, options)
        return stateFor(signedIn)
      },

      async problems({ offset, limit }, { signedIn }) {
        const { checked } = current.held(signedIn)
        return { total: checked?.counts.problems ?? 0, problems: readProblems(stagingFile, offset, limit) }
      },

      async run({ skipBad }, { signedIn }) {
        const { checked } = current.held(signedIn)
        if (!checked) throw new Refusal('REFUSED', 'Check the file first.')
        const { counts } = checked
        if (counts.bad > 0 && !skipBad) {
          throw new Refusal('REFUSED', 'Some rows are bad, so nothing was imported. Mend them, or skip them.')
        }
        if (counts.new + counts.changed === 0) throw new Refusal('REFUSED', 'There is nothing to import.')
        current.run(signedIn)
        return stateFor(signedIn)
      },

      async saveBadRows(_input, { windowId, signedIn }) {
        const { file } = current.held(signedIn)
        const name = basename(file.name, extname(file.name))
        const target = await desktop.chooseFileToWrite(windowId, 'Save the bad rows', `${name} - bad rows.csv`)
        if (target === null) return { saved: false }
        await current.save(signedIn, target)
        return { saved: true }
      },

      async cancel(_input, { signedIn }) {
        current.cancel(signedIn)
        return stateFor(signedIn)
      },

      async undo({ id }, { signedIn }) {
        current.requireFree(signedIn)
        current.undo(signedIn, id)
        return stateFor(signedIn)
      },
    },
  }
}
