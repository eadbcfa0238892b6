import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, quit } from './fixtures.ts'
import { admin, changePerson, firstLogin, loginToDashboard, logOut, registerEmployee, setUpCompany } from './people.ts'

export { controls, expect, kill, quit, stop } from './fixtures.ts'

/** What the tests of this file's `test` find in their folder. */
interface Company {
  readonly recoveryCode: string
}

interface Template {
  readonly folder: string
  company: Company | null
}

/**
 * Begins each test with a company in its folder: Grace, the administrator, and Ada, an employee who has chosen her
 * password; both are logged out. It is set up once a worker and copied.
 */
export const test = base.extend<{ company: Company }, { template: Template }>({
  template: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants an object pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'staffdesk-template-'))
      await use({ folder, company: null })
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    },
    { scope: 'worker' },
  ],

  company: [
    async ({ template, folder, launch }, use) => {
      template.company ??= await (async () => {
        const { app, child, page } = await launch({ folder: template.folder })
        const recoveryCode = await setUpCompany(page)
        await loginToDashboard(page, admin.username, admin.password)
        await registerEmployee(page)
        await changePerson(page)
        await firstLogin(page)
        await logOut(page)
        await quit({ app, child })
        return { recoveryCode }
      })()
      const files = readdirSync(template.folder, { withFileTypes: true }).filter((entry) => entry.isFile())
      for (const { name } of files) cpSync(join(template.folder, name), join(folder, name))
      await use(template.company)
    },
    { auto: true },
  ],
})
