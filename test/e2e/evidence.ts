import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page, TestInfo } from '@playwright/test'

/** In milliseconds, for each look at a window: one that hangs has nothing to show. */
const patience = 5_000

/** Keeps what the windows and the log of a failed test say, before its app is stopped. */
export async function keepEvidence(app: ElectronApplication, folder: string, info: TestInfo): Promise<void> {
  for (const [index, page] of app.windows().entries()) {
    await info.attach(`window ${index + 1}`, { body: await wordsOf(page), contentType: 'text/plain' })
    const picture = await page.screenshot({ timeout: patience }).catch(() => null)
    if (picture) await info.attach(`window ${index + 1}, picture`, { body: picture, contentType: 'image/png' })
  }
  const log = join(folder, 'logs', 'staffdesk.log')
  if (existsSync(log)) await info.attach('log', { body: readFileSync(log), contentType: 'text/plain' })
}

const wordsOf = (page: Page): Promise<string> =>
  page
    .locator('body')
    .ariaSnapshot({ timeout: patience })
    .catch((error: unknown) => `says nothing: ${error}`)
