import type { Desktop } from '../../electron/window/desktop.ts'

/** The desktop of a test: answers stand ready, and what was asked is written down. */
export interface DrivenDesktop extends Desktop {
  /** What the next dialogs answer; without an answer a dialog is cancelled. */
  readonly answers: {
    unsavedWork: ('save-draft' | 'discard' | 'stay')[]
    chooseDatabaseFile: string[]
    chooseImportFile: string[]
    chooseFileToWrite: string[]
  }
  /** Every act of the desktop, in its order. */
  readonly acts: string[]
}

export function createDrivenDesktop(): DrivenDesktop {
  const acts: string[] = []
  const answers: DrivenDesktop['answers'] = {
    unsavedWork: [],
    chooseDatabaseFile: [],
    chooseImportFile: [],
    chooseFileToWrite: [],
  }
  let clipboard = ''
  return {
    acts,
    answers,
    clipboard: {
      readText: async () => clipboard,
      writeText: async (text) => {
        clipboard = text
      },
      clear: () => {
        clipboard = ''
      },
    },
    unsavedWork: async (_windowId, canSaveDraft) => {
      acts.push(canSaveDraft ? 'asked about unsaved work with a draft' : 'asked about unsaved work')
      return answers.unsavedWork.shift() ?? 'stay'
    },
    chooseDatabaseFile: async () => {
      acts.push('asked for a database file')
      return answers.chooseDatabaseFile.shift() ?? null
    },
    chooseImportFile: async () => {
      acts.push('asked for a file to import')
      return answers.chooseImportFile.shift() ?? null
    },
    chooseFileToWrite: async (_windowId, title, suggestedName) => {
      acts.push(`asked where to write ${suggestedName}: ${title}`)
      return answers.chooseFileToWrite.shift() ?? null
    },
    tellCrash: async () => {
      acts.push('told that the page keeps failing')
    },
    print: async () => {
      acts.push('printed')
      return true
    },
    showFolder: async (folder) => {
      acts.push(`showed ${folder}`)
    },
  }
}
