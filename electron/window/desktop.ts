import { BrowserWindow, clipboard, dialog, shell } from 'electron'
import type { SystemClipboard } from './clipboard.ts'

/** What needs a person or a device at the desktop; tests hand in their own. */
export interface Desktop {
  readonly clipboard: SystemClipboard
  /** Asks what to do with unsaved work. */
  unsavedWork(windowId: number, canSaveDraft: boolean): Promise<'save-draft' | 'discard' | 'stay'>
  /** Lets the person choose a database file or backup; null when they cancel. */
  chooseDatabaseFile(windowId: number): Promise<string | null>
  /** Lets the person choose a file of employees to import; null when they cancel. */
  chooseImportFile(windowId: number): Promise<string | null>
  /**
   * Lets the person choose the file that is to be written, as CSV; the system asks before one that is there is replaced.
   * Null when they cancel.
   */
  chooseFileToWrite(windowId: number, title: string, suggestedName: string): Promise<string | null>
  /** Tells that a page keeps crashing, and waits for the person. */
  tellCrash(windowId: number): Promise<void>
  /** Prints the page by its print style sheet; false when the person cancels or no printer is there. */
  print(windowId: number): Promise<boolean>
  showFolder(folder: string): Promise<void>
}

/** The system's own dialogs, printer, clipboard and file manager. */
export const systemDesktop: Desktop = {
  clipboard,
  unsavedWork: async (windowId, canSaveDraft) => {
    const choices = canSaveDraft ? (['save-draft', 'discard', 'stay'] as const) : (['discard', 'stay'] as const)
    const labels = { 'save-draft': 'Save draft', discard: 'Discard', stay: 'Stay' } as const
    const { response } = await dialog.showMessageBox(ownWindow(windowId), {
      type: 'question',
      message: 'There is unsaved work in this window.',
      detail: 'If you discard it, what you typed is lost.',
      buttons: choices.map((choice) => labels[choice]),
      defaultId: canSaveDraft ? 0 : choices.length - 1,
      cancelId: choices.length - 1,
      noLink: true,
    })
    return choices[response] ?? 'stay'
  },
  chooseDatabaseFile: async (windowId) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(ownWindow(windowId), {
      title: 'Choose a database file or backup',
      properties: ['openFile', 'dontAddToRecent'],
      filters: [
        { name: 'Staffdesk database', extensions: ['db'] },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  chooseImportFile: async (windowId) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(ownWindow(windowId), {
      title: 'Choose a file of employees',
      properties: ['openFile', 'dontAddToRecent'],
      filters: [
        { name: 'Tables', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },
  chooseFileToWrite: async (windowId, title, suggestedName) => {
    const { canceled, filePath } = await dialog.showSaveDialog(ownWindow(windowId), {
      title,
      defaultPath: suggestedName,
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
      filters: [
        { name: 'CSV table', extensions: ['csv'] },
        { name: 'All files', extensions: ['*'] },
      ],
    })
    return canceled || filePath === '' ? null : filePath
  },
  tellCrash: async (windowId) => {
    await dialog.showMessageBox(ownWindow(windowId), {
      type: 'error',
      message: 'This window keeps failing.',
      detail: 'Your data is safe. Close the window and open a new one; if it fails again, tell your IT people.',
      buttons: ['Close window'],
    })
  },
  print: (windowId) =>
    new Promise((resolve) => {
      ownWindow(windowId).webContents.print({}, (success) => resolve(success))
    }),
  showFolder: async (folder) => {
    const failure = await shell.openPath(folder)
    if (failure !== '') throw new Error(failure)
  },
}

function ownWindow(windowId: number): BrowserWindow {
  const window = BrowserWindow.fromId(windowId)
  if (!window) throw new Error(`window ${windowId} is gone`)
  return window
}
