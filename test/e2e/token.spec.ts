import { relative } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { hashSessionKey } from '../../electron/session/keys.ts'
import { formsOf, holds } from '../support/traces.ts'
import { controls, expect, quit, test } from './company.ts'
import { ask, filesHolding, filesIn } from './data-folder.ts'
import { givePassword, isLocked, savePolicy } from './life.ts'
import { admin, goodNews, loginToDashboard, logOut } from './people.ts'

test('the keys of sessions stand in no file, and cross to no page', async ({ launch, folder }) => {
  const environment = { STAFFDESK_TEST_KEYCHAIN: 'yes', STAFFDESK_TEST_TRAFFIC: 'yes' }
  /** The keys that sessions had, as the main process holds them. */
  const keys = new Set<string>()
  const messages: Buffer[] = []

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

  const takeTraffic = async (app: ElectronApplication): Promise<void> => {
    const traffic = await controls(app, (given) => [...given.traffic])
    messages.push(...traffic.map((message) => Buffer.from(message, 'base64')))
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
  for (const crossed of [
    'accounts.signIn',
    'Session Created',
    'sessions.locked',
    'Session Restored',
    'Session Deleted',
  ]) {
    expect(
      messages.some((message) => holds(message, formsOf(crossed))),
      crossed,
    ).toBe(true)
  }
  const forms = [...keys].flatMap((key) => [...formsOf(key), ...formsOf(Buffer.from(key, 'base64url'))])
  const holding = messages.filter((message) => holds(message, forms))
  expect(
    holding.map((message) => message.toString('latin1')),
    'messages that hold the key of a session',
  ).toEqual([])
})
