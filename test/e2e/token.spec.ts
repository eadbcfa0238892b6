import { relative } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { hashSessionKey } from '../../electron/session/keys.ts'
import { formsOf, holds } from '../support/traces.ts'
import type { Crossing } from '../support/traffic.ts'
import { controls, expect, quit, test } from './company.ts'
import { ask, filesHolding, filesIn } from './data-folder.ts'
import { givePassword, isLocked, savePolicy } from './life.ts'
import { admin, goodNews, loginToDashboard, logOut } from './people.ts'

test('the keys of sessions stand in no file, and cross to no page', async ({ launch, folder }) => {
  const environment = { STAFFDESK_TEST_KEYCHAIN: 'yes', STAFFDESK_TEST_TRAFFIC: 'yes' }
  /** The keys that sessions had, as the main process holds them. */
  const keys = new Set<string>()
  const crossings: Crossing[] = []

  /** Of everything random that was drawn, what is the key of the session that is open. */
  async function noteKey(app: ElectronApplication): Promise<void> {
    const hashes = ask<string>(folder, 'SELECT key_hash FROM session_history WHERE ended_at IS NULL')
    const drawn = await controls(app, (given) => [...given.drawn])
    const found = drawn
      .map((hex) => Buffer.from(hex, 'hex').toString('base64url'))
      .filter((key) => hashes.includes(hashSessionKey(key)))
    expect(found).toHaveLength(1)
    for (const key of found) keys.add(key)
  }

  /** Looks through every file of the folder; answers their names. */
  function look(): string[] {
    for (const key of keys) {
      for (const form of [key, Buffer.from(key, 'base64url')]) {
        expect(filesHolding(folder, form), 'files that hold the key of a session').toEqual([])
      }
    }
    return filesIn(folder).map((file) => relative(folder, file).replaceAll('\\', '/'))
  }

  async function takeTraffic(app: ElectronApplication): Promise<void> {
    crossings.push(...(await controls(app, (given) => [...given.traffic])))
  }

  /** The channels on which a secret, or anything else, crossed. */
  function channelsOf(secrets: readonly (string | Buffer)[]): string[] {
    const forms = secrets.flatMap((secret) => formsOf(secret))
    return crossings.filter(({ content }) => holds(Buffer.from(content, 'base64'), forms)).map(({ channel }) => channel)
  }

  const first = await launch({ environment })
  const { app, page } = first
  await loginToDashboard(page, admin.username, admin.password)
  await noteKey(app)
  expect(look()).toEqual(expect.arrayContaining(['staffdesk.db', 'staffdesk.db-wal', 'staffdesk.db-shm']))
  await savePolicy(page, { engine: 'file', whenClosed: 'keep' })
  await loginToDashboard(page, admin.username, admin.password)
  await noteKey(app)
  await page.keyboard.press('ControlOrMeta+l')
  await isLocked(page)
  await givePassword(page, admin.password, 'Unlock')
  await expect(goodNews(page, 'Session Unlocked')).toBeVisible()
  await noteKey(app)
  await page.evaluate(() => window.staffdesk.sessions.setTheme({ theme: 'dark' }))
  await page.getByRole('link', { name: 'My session', exact: true }).click()
  await page.getByRole('row', { name: /theme/ }).getByRole('button', { name: 'Delete' }).click()
  await expect(goodNews(page, 'Session Property Deleted')).toBeVisible()
  expect(look()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^session-files\/./), 'logs/staffdesk.log', 'settings.json']),
  )
  await takeTraffic(app)
  await quit(first)
  expect(look()).toContain('kept-sessions.json')

  const second = await launch({ environment })
  await expect(goodNews(second.page, 'Session Restored')).toBeVisible()
  await logOut(second.page)
  look()
  await takeTraffic(second.app)
  expect(keys.size).toBe(3)

  // The record is whole: it holds calls, answers and events from the first to the last.
  const channels = ['accounts.signIn', 'sessions.locked', 'accounts.unlock', 'application.start', 'accounts.signOut']
  expect(crossings.map(({ channel }) => channel)).toEqual(expect.arrayContaining(channels))
  expect(channelsOf(['Session Locked'])).toContain('sessions.locked')
  expect(channelsOf(['Session Deleted'])).toContain('accounts.signOut')
  expect(channelsOf([...keys].flatMap((key) => [key, Buffer.from(key, 'base64url')]))).toEqual([])
})
