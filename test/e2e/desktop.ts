import type { ElectronApplication, Page } from '@playwright/test'
import { controls, untilShown } from './fixtures.ts'

/** What people do with the application's windows and menu. */

/** Chooses an item of the menu bar, by its id, with the page's window in focus. */
export async function chooseMenu(app: ElectronApplication, page: Page, id: string): Promise<void> {
  const window = await app.browserWindow(page)
  await app.evaluate(
    ({ Menu }, chosen) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(chosen.id)
      if (!item) throw new Error(`the menu has no ${chosen.id}`)
      item.click(undefined, chosen.window, chosen.window.webContents)
    },
    { id, window },
  )
}

/** File → New Window; answers its page, with its first screen painted. */
export async function newWindow(app: ElectronApplication, page: Page): Promise<Page> {
  const [opened] = await Promise.all([app.waitForEvent('window'), chooseMenu(app, page, 'new-window')])
  await untilShown(opened)
  return opened
}

/** Closes a window as a person does, by its cross. */
export async function closeWindow(app: ElectronApplication, page: Page): Promise<void> {
  const window = await app.browserWindow(page)
  await window.evaluate((open) => open.close())
}

/** Answers main's next dialogs for a file to open, or to save to. */
export const answerDialog = (app: ElectronApplication, kind: 'chooseImportFile' | 'chooseFileToWrite', file: string) =>
  controls(
    app,
    new Function('controls', `controls.desktop.answers.${kind}.push(${JSON.stringify(file)})`) as () => void,
  )
