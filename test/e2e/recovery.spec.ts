import { createHash, randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { expect, quit, test } from './company.ts'
import { ask } from './data-folder.ts'
import { admin, closeDialog, loginToDashboard, openEmployee, setUpCompany } from './people.ts'

const databaseIn = (folder: string) => join(folder, 'staffdesk.db')
const markerIn = (folder: string) => join(folder, 'installed.json')
const settingsIn = (folder: string) => join(folder, 'settings.json')

/** Changes a database as another program would. */
function change(file: string, sql: string): void {
  const database = new Sqlite(file)
  database.exec(sql)
  database.close()
}

/** The fingerprint of every file of the company by its name. */
function fingerprints(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /^(staffdesk\.db|installed|secrets|audit-head)/.test(name))
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

const heading = (page: Page) => page.getByRole('heading', { name: 'Staffdesk cannot open its data' })
const setUp = (page: Page) => page.getByRole('heading', { name: 'Set up Staffdesk' })

const willChoose = (app: ElectronApplication, file: string) =>
  app.evaluate((_electron, chosen) => void staffdeskTest.desktop.answers.chooseDatabaseFile.push(chosen), file)

interface Damage {
  readonly name: string
  readonly happen: (folder: string) => void
  readonly told: string
  /** What cannot be told before the database is opened. */
  readonly isOpened?: boolean
}

const damages: readonly Damage[] = [
  { name: 'missing', happen: (folder) => rmSync(databaseIn(folder)), told: 'its database file is gone' },
  { name: 'empty', happen: (folder) => truncateSync(databaseIn(folder)), told: 'nothing is in it' },
  { name: 'cut in half', happen: (folder) => truncateSync(databaseIn(folder), 40_000), told: 'damaged' },
  { name: 'cut to ten bytes', happen: (folder) => truncateSync(databaseIn(folder), 10), told: 'damaged' },
  {
    name: 'garbage',
    happen: (folder) => writeFileSync(databaseIn(folder), randomBytes(100_000)),
    told: 'damaged',
  },
  {
    name: 'written over in the middle',
    happen: (folder) => {
      const bytes = readFileSync(databaseIn(folder))
      writeFileSync(databaseIn(folder), bytes.fill(0xff, 4096, bytes.length - 4096))
    },
    told: 'damaged',
  },
  {
    name: "another program's",
    happen: (folder) => {
      rmSync(databaseIn(folder))
      change(databaseIn(folder), 'CREATE TABLE recipes (name TEXT)')
    },
    told: 'belongs to another program',
  },
  {
    name: "another company's",
    happen: (folder) => change(databaseIn(folder), "UPDATE company SET database_id = 'another'"),
    told: 'another company',
    isOpened: true,
  },
  {
    name: "a newer version's",
    happen: (folder) => change(databaseIn(folder), 'PRAGMA user_version = 9999'),
    told: 'newer version of Staffdesk',
  },
  {
    name: 'missing beside a broken marker',
    happen: (folder) => {
      rmSync(databaseIn(folder))
      writeFileSync(markerIn(folder), '{ "company": ')
    },
    told: 'the note about it is damaged',
  },
  {
    name: 'missing together with its marker',
    happen: (folder) => {
      rmSync(databaseIn(folder))
      rmSync(markerIn(folder))
    },
    told: 'its database file is gone',
  },
]

test('whatever happens to the database, recovery is shown, never set-up; nothing is touched; put back, it opens', async ({
  launch,
  folder,
}) => {
  const names = Object.keys(fingerprints(folder))
  const kept = new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
  const putBack = () => {
    for (const [name, bytes] of kept) writeFileSync(join(folder, name), bytes)
  }

  const [first, ...others] = damages
  first?.happen(folder)
  let before = fingerprints(folder)
  const { page } = await launch()

  async function expectRecovery({ name, told, isOpened }: Damage): Promise<void> {
    await test.step(name, async () => {
      await expect(page.getByText(told)).toBeVisible()
      await expect(heading(page)).toBeVisible()
      await expect(setUp(page)).toHaveCount(0)
      await expect(page.getByText(folder, { exact: true })).toBeVisible()
      const attempt = await page.evaluate(
        async ({ company, fullName, username, password }) => {
          const reply = await window.staffdesk.setup.create({ companyName: company, fullName, username, password })
          return reply.ok ? 'created' : reply.error.code
        },
        { ...admin },
      )
      expect(attempt).toBe('REFUSED')
      // Looking into a damaged file leaves SQLite's own empty log beside it.
      if (!isOpened) expect(fingerprints(folder)).toMatchObject(before)
    })
  }

  if (first) await expectRecovery(first)
  for (const damage of others) {
    putBack()
    damage.happen(folder)
    before = fingerprints(folder)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expectRecovery(damage)
  }

  await page.reload()
  await expect(heading(page)).toBeVisible()
  putBack()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await loginToDashboard(page, admin.username, admin.password)
})

test('an emptied database is no set-up at start either', async ({ launch, folder }) => {
  truncateSync(databaseIn(folder))
  const { app, page } = await launch()
  await expect(heading(page)).toBeVisible()
  await expect(setUp(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+1')
  await page.keyboard.press('ControlOrMeta+n')
  await expect(heading(page)).toBeVisible()
  await page.getByRole('button', { name: 'Show folder' }).click()
  await expect.poll(() => app.evaluate(() => staffdeskTest.desktop.acts)).toEqual([`showed ${folder}`])
})

test('a chosen backup is verified, takes the place of the database, and nothing is deleted', async ({
  launch,
  folder,
}) => {
  const backup = join(folder, 'kept elsewhere.db')
  const recipes = join(folder, 'recipes.db')
  copyFileSync(databaseIn(folder), backup)
  change(recipes, 'CREATE TABLE recipes (name TEXT)')
  writeFileSync(databaseIn(folder), 'not a database at all, but long enough to be read as one '.repeat(20))
  const before = fingerprints(folder)
  const { app, page } = await launch()
  await expect(heading(page)).toBeVisible()
  const choose = page.getByRole('button', { name: 'Choose a database file or backup' })

  await choose.click()
  await expect.poll(() => app.evaluate(() => staffdeskTest.desktop.acts)).toEqual(['asked for a database file'])
  await expect(heading(page)).toBeVisible()
  await willChoose(app, recipes)
  await choose.click()
  await expect(page.getByRole('alert').filter({ hasText: 'not a Staffdesk database' })).toBeVisible()
  expect(fingerprints(folder)).toEqual(before)

  await willChoose(app, backup)
  await choose.click()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, 'Ada Lovelace')
  const [aside] = readdirSync(folder).filter((name) => name.startsWith('set-aside-'))
  expect(fingerprints(join(folder, aside ?? ''))['staffdesk.db']).toBe(before['staffdesk.db'])
  expect(existsSync(backup)).toBe(true)
})

test('"Start over" takes the company’s name, moves everything aside and says so in the new audit', async ({
  launch,
  folder,
}) => {
  truncateSync(databaseIn(folder), 10)
  const before = fingerprints(folder)
  const { app, child, page } = await launch()
  const startOver = page.getByRole('button', { name: 'Start over' })
  const dialog = page.getByRole('dialog')
  await startOver.click()
  await closeDialog(page)
  await startOver.click()
  const typed = dialog.getByRole('textbox')
  await typed.fill('meridian')
  await dialog.getByRole('button', { name: 'Move everything aside' }).click()
  await expect(typed).toHaveAttribute('aria-invalid', 'true')
  expect(fingerprints(folder)).toEqual(before)

  await typed.fill(admin.company)
  await dialog.getByRole('button', { name: 'Move everything aside' }).click()
  await expect(setUp(page)).toBeVisible()
  expect(fingerprints(folder)).toEqual({})
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('set-aside-'))
  expect(fingerprints(join(folder, aside))).toEqual(before)

  await setUpCompany(page)
  await loginToDashboard(page, admin.username, admin.password)
  await quit({ app, child })
  expect(ask(folder, 'SELECT action, subject_name FROM audit_entry ORDER BY id LIMIT 2')).toEqual([
    { action: 'company.started_over', subject_name: aside },
    { action: 'company.set_up', subject_name: admin.company },
  ])
  expect(fingerprints(join(folder, aside))).toEqual(before)
})

test('a broken marker beside a sound database is written anew', async ({ launch, folder }) => {
  const before: unknown = JSON.parse(readFileSync(markerIn(folder), 'utf8'))
  writeFileSync(markerIn(folder), '{ "company": ')
  const { page } = await launch()
  await expect(page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  expect(JSON.parse(readFileSync(markerIn(folder), 'utf8'))).toEqual(before)
})

test('a broken settings file is set aside, defaults are used, and the person is told until they have read it', async ({
  launch,
  folder,
}) => {
  writeFileSync(settingsIn(folder), '{ "theme": "neon"')
  const { app, child, page } = await launch()
  const told = page.getByRole('alert').filter({ hasText: 'The settings of this computer were damaged' })
  await expect(told).toContainText('About this computer')
  const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('settings.broken-'))
  await expect(told).toContainText(aside)
  expect(readFileSync(join(folder, aside), 'utf8')).toBe('{ "theme": "neon"')
  await loginToDashboard(page, admin.username, admin.password)
  await expect(told).toBeVisible()
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  await expect(told).toHaveCount(0)
  await quit({ app, child })

  const again = await launch()
  await expect(again.page.getByRole('heading', { name: 'Employee Login' })).toBeVisible()
  await expect(again.page.getByText('settings of this computer')).toHaveCount(0)
})

test('a broken settings file beside any other file of a company leads to recovery', async ({ launch, folder }) => {
  rmSync(databaseIn(folder))
  rmSync(markerIn(folder))
  writeFileSync(settingsIn(folder), 'null')
  const { page } = await launch()
  await expect(heading(page)).toBeVisible()
  await expect(page.getByText('The settings file is damaged and the database file is gone.')).toBeVisible()
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('start over')
  await page.getByRole('dialog').getByRole('button', { name: 'Move everything aside' }).click()
  await expect(setUp(page)).toBeVisible()
})

test('an altered audit is found after the start, and recovery stands over whatever is shown', async ({
  launch,
  folder,
}) => {
  change(
    databaseIn(folder),
    `DROP TRIGGER audit_entry_is_never_changed;
     UPDATE audit_entry SET actor_name = 'mallory' WHERE id = (SELECT max(id) FROM audit_entry)`,
  )
  const { page } = await launch()
  await expect(heading(page)).toBeVisible()
  await expect(page.getByText('entries were altered or are missing')).toBeVisible()
})
