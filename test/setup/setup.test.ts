import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashRecoveryCode } from '../../electron/accounts/generated-secrets.ts'
import { setAside } from '../../electron/recovery/data-folder.ts'
import { readMarker } from '../../electron/settings/installed-marker.ts'
import { refusal } from '../employees/office.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { answers, firstRun, opening, readCompany } from './first-run.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const time = Date.parse('2026-11-20T08:00:00Z')

describe('set-up', () => {
  it('makes a company that opens, with one administrator who chose the password', async () => {
    const run = firstRun(folder)
    await run.create()
    expect(opening(folder)).toBe('open')
    expect(run.opened()).toBe(1)
    const { company, accounts, policies, opensWith } = await readCompany(folder)
    expect(company).toMatchObject({ name: answers.companyName, created_at: Date.parse('2026-11-20T09:00:00Z') })
    expect(accounts).toHaveLength(1)
    expect(accounts[0]).toMatchObject({
      username: 'Ada',
      username_key: 'ada',
      full_name: 'Ada Lovelace',
      role: 'admin',
      must_choose_password: 0,
      temporary_password_expires_at: null,
      disabled_at: null,
    })
    expect(policies).toEqual([])
    expect(await opensWith(answers.password)).toBe(true)
    expect(await opensWith('another password')).toBe(false)
  })

  it('answers the recovery code, of which only the hash is kept', async () => {
    const { recoveryCode } = await firstRun(folder).create()
    const { accounts } = await readCompany(folder)
    expect(accounts[0]?.recovery_code_hash).toBe(hashRecoveryCode(recoveryCode))
    for (const name of readdirSync(folder)) {
      const content = readFileSync(join(folder, name), 'latin1')
      expect(content).not.toContain(recoveryCode)
      expect(content).not.toContain(answers.password)
    }
  })

  it('leaves two private files: the database and the marker that names it', async () => {
    await firstRun(folder).create()
    expect(readdirSync(folder).sort()).toEqual(['installed.json', 'staffdesk.db'])
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    const { company } = await readCompany(folder)
    expect(readMarker(folder)).toEqual({
      company: answers.companyName,
      created: '2026-11-20T09:00:00.000Z',
      databaseId: company?.database_id,
    })
  })

  it('begins the audit', async () => {
    await firstRun(folder).create()
    const { audit, auditIsSound } = await readCompany(folder)
    expect(auditIsSound).toBe(true)
    expect(audit).toEqual([
      { action: 'company.set_up', subject_name: answers.companyName, actor_name: null },
      { action: 'account.created', subject_name: 'Ada', actor_name: null },
    ])
  })

  it('begins it with where the company before was set aside', async () => {
    await firstRun(folder).create()
    const name = setAside(folder, time)
    await firstRun(folder).create({ companyName: 'Second Engines' })
    const { audit } = await readCompany(folder)
    expect(audit[0]).toEqual({ action: 'company.started_over', subject_name: name, actor_name: null })
    expect(existsSync(join(folder, name, 'staffdesk.db'))).toBe(true)
  })

  it('is not disturbed by what an interrupted try left', async () => {
    for (const name of ['staffdesk.db.new', 'staffdesk.db.new-wal', 'staffdesk.db.new-shm', 'installed.json.new']) {
      writeFileSync(join(folder, name), 'half written')
    }
    expect(opening(folder)).toBe('set-up')
    await firstRun(folder).create()
    expect((await readCompany(folder)).accounts).toHaveLength(1)
  })
})

describe('what is refused', () => {
  it.each([
    ['a short password', 'kettle orbit'],
    ['the company as password', 'Analytical Engines 1'],
    ['the own name as password', 'lovelace-ada-lovelace'],
    ['a password that is guessed first', 'correct horse battery staple'],
  ])('%s, beside its field, and it can be tried again', async (_what, password) => {
    const run = firstRun(folder)
    const error = await refusal(run.create({ password }))
    expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: { password: error.message } })
    expect(readdirSync(folder)).toEqual([])
    await run.create()
    expect(opening(folder)).toBe('open')
  })

  it('set-up where a company is open', async () => {
    const run = firstRun(folder)
    await run.create()
    expect((await refusal(run.create({ companyName: 'Usurper' }))).code).toBe('REFUSED')
    expect((await readCompany(folder)).company?.name).toBe(answers.companyName)
    expect(run.opened()).toBe(1)
  })

  it('set-up beside any trace of a company', async () => {
    mkdirSync(join(folder, 'backups'))
    expect((await refusal(firstRun(folder).create())).code).toBe('REFUSED')
    expect(existsSync(join(folder, 'staffdesk.db'))).toBe(false)
  })

  it('one of two that come at the same moment', async () => {
    const run = firstRun(folder)
    const results = await Promise.allSettled([run.create(), run.create({ companyName: 'Usurper' })])
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected'])
    expect(results[1]).toMatchObject({
      reason: { error: { code: 'REFUSED', message: expect.stringContaining('Another window') } },
    })
    expect(run.opened()).toBe(1)
    expect((await readCompany(folder)).company?.name).toBe(answers.companyName)
  })

  it('to replace a database that appeared meanwhile', async () => {
    const file = join(folder, 'staffdesk.db')
    const run = firstRun(folder, {
      setAsideFolder: () => {
        writeFileSync(file, 'restored by somebody')
        return null
      },
    })
    expect((await refusal(run.create())).code).toBe('REFUSED')
    expect(readFileSync(file, 'utf8')).toBe('restored by somebody')
    expect(run.opened()).toBe(0)
  })
})
