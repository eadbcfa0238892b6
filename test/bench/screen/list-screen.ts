import { cpSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import { administrator } from '../../../scripts/generate/generate.ts'
import { loginToDashboard } from '../../e2e/people.ts'
import { emptyHandler, startMarked, stopApplication } from '../application.ts'
import { measureCalls } from '../measure/calls.ts'
import type { Table } from '../report/finding.ts'
import { scrollingFindings, typingFindings } from './findings.ts'
import { watchPage } from './page-watch.ts'
import { measureScrolling } from './scrolling.ts'
import { measureTyping } from './typing.ts'

const list = (what: string, offset: number, limit: number) => ({
  what: `employees.list, ${what}`,
  name: 'employees.list',
  input: { filter: everybody, sort: [], offset, limit },
})

/**
 * The list of a large company as people see it, in the built application over a copy of its data.
 * @param file the company's database, which nobody writes to meanwhile
 */
export async function measureListScreen(file: string, folder: string, random: () => number): Promise<readonly Table[]> {
  const dataFolder = join(folder, 'screen')
  cpSync(dirname(file), dataFolder, { recursive: true })
  const preloads = join(folder, 'screen-preload')
  mkdirSync(preloads)
  const app = await startMarked(dataFolder, preloads)
  try {
    const page = await app.firstWindow()
    await loginToDashboard(page, administrator.username, administrator.password)
    await page.getByRole('link', { name: 'Employees', exact: true }).click()
    await page.locator('td[data-column="name"] a').first().waitFor()
    await emptyHandler(app)
    const calls = await measureCalls(
      page,
      [list('the first 100', 0, 100), list('50 in the middle', 50_000, 50)],
      random,
    )
    const watch = await watchPage(page)
    const typed = await measureTyping(page, watch)
    const scrolled = await measureScrolling(page, watch)
    return [
      { title: 'A whole call over 100,000 employees, from the page to the rows and back', findings: calls },
      {
        title: 'Typing in the search and scrolling, 100,000 employees',
        findings: [...typingFindings(typed, random), ...scrollingFindings(scrolled)],
      },
    ]
  } finally {
    await stopApplication(app)
  }
}
