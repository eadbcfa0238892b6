import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unknownEmployee } from '../../electron/contract/employees.ts'
import { answers } from '../setup/first-run.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { type Start, start } from './support/start.ts'

let folder: string
let first: Start
beforeEach(async () => {
  folder = createTestFolder()
  first = await start(folder)
  await first.setUp('Northwind')
})
afterEach(async () => {
  await first.data.close().catch(() => undefined)
  removeTestFolder(folder)
})

/** Asks the closed database. */
function ask(sql: string): unknown[] {
  const database = new Sqlite(join(folder, 'staffdesk.db'), { readonly: true })
  const rows = database.prepare(sql).pluck().all()
  database.close()
  return rows
}

describe('closing', () => {
  it('ends every session as the end of the application and leaves one file', async () => {
    await first.signIn(1)
    await first.data.close()
    expect(existsSync(join(folder, 'staffdesk.db-wal'))).toBe(false)
    expect(ask('SELECT reason FROM session_history')).toEqual(['app_closed'])
    expect(ask('SELECT count(*) FROM session')).toEqual([0])
  })

  it('waits for the ends of windows that close at the same moment', async () => {
    await first.signIn(1)
    void first.company().lifecycle.windowClosed(1)
    await first.data.close()
    expect(ask('SELECT reason FROM session_history')).toEqual(['app_closed'])
    expect(ask('SELECT count(*) FROM session')).toEqual([0])
    expect(first.log.lines.filter((line) => line.startsWith('error'))).toEqual([])
  })

  it('closes the database although the ends of sessions cannot be written', async () => {
    await first.signIn(1)
    const other = new Sqlite(join(folder, 'staffdesk.db'))
    other.exec("CREATE TRIGGER full BEFORE UPDATE ON session_history BEGIN SELECT RAISE(ABORT, 'no'); END")
    other.close()
    await expect(first.data.close()).rejects.toMatchObject({ kind: 'constraint' })
    expect(existsSync(join(folder, 'staffdesk.db-wal'))).toBe(false)
  })

  it('answers calls that come too late with an error', async () => {
    const { lifecycle } = first.company()
    await first.data.close()
    await expect(lifecycle.signedInNow()).rejects.toMatchObject({ kind: 'closed' })
  })
})

describe('a company that was not closed', () => {
  it('has its sessions ended as interrupted at the next start, and tells of it', async () => {
    await first.signIn(1)
    const next = await start(folder)
    expect(await next.company().lifecycle.untoldEnd()).toMatchObject({ title: 'Session Ended' })
    expect(next.log.lines.find((line) => line.includes('company opened'))).toContain('"interrupted":1')
    await next.data.close()
    expect(ask('SELECT reason FROM session_history')).toEqual(['app_interrupted'])
  })
})

describe('secrets that cannot be read any more', () => {
  it('end the sessions that they signed, for that reason', async () => {
    await first.signIn(1)
    writeFileSync(join(folder, 'secrets.json'), '[]')
    const next = await start(folder)
    await next.data.close()
    expect(ask('SELECT reason FROM session_history')).toEqual(['secret_renewed'])
  })
})

describe('an open company', () => {
  it('has its name on the dashboard and on slips', async () => {
    await first.signIn(1)
    const { lifecycle, handlers } = first.company()
    const found = await lifecycle.find(1)
    if (found.kind !== 'signed-in') throw new Error(found.kind)
    const caller = { windowId: 1, signedIn: found.signedIn }
    expect((await handlers.dashboard.read({}, caller)).company).toBe('Northwind')
    const { slip } = await handlers.employees.register(
      {
        employee: { ...unknownEmployee, employeeNumber: 'E1', firstName: 'Bo', hireDate: '2026-01-31' },
        account: { username: 'bo.berg', role: 'employee', temporaryPassword: 'seven grey herons wait' },
      },
      caller,
    )
    expect(slip).toMatchObject({ company: 'Northwind', username: 'bo.berg' })
  })

  it('tells of every change to sessions and employees, and of nothing that was refused', async () => {
    const { changes, company } = first
    await expect(
      company().handlers.accounts.signIn({ username: answers.username, password: 'wrong' }, { windowId: 1 }),
    ).rejects.toThrow()
    expect(changes).toEqual({ sessions: 0, employees: 0 })
    await first.signIn(1)
    expect(changes.sessions).toBeGreaterThan(0)

    const { lifecycle, handlers } = company()
    const found = await lifecycle.find(1)
    if (found.kind !== 'signed-in') throw new Error(found.kind)
    const caller = { windowId: 1, signedIn: found.signedIn }
    const register = (number: string) =>
      handlers.employees.register(
        {
          employee: { ...unknownEmployee, employeeNumber: number, firstName: 'Bo', hireDate: '2026-01-31' },
          account: { username: 'bo.berg', role: 'employee', temporaryPassword: 'seven grey herons wait' },
        },
        caller,
      )
    const { employee } = await register('E1')
    expect(changes.employees).toBe(1)
    await expect(register('E2')).rejects.toThrow()
    expect(changes.employees).toBe(1)
    const accountId = employee.account?.id ?? 0
    await handlers.accounts.disable({ accountId }, caller)
    await handlers.accounts.enable({ accountId }, caller)
    await handlers.accounts.resetPassword({ accountId, temporaryPassword: 'nine brown otters swim' }, caller)
    expect(changes.employees).toBe(4)

    const before = changes.sessions
    await handlers.accounts.signOut({}, caller)
    expect(changes.sessions).toBe(before + 1)
  })

  it('tells the window whose session was ended from another one', async () => {
    await first.signIn(1)
    await first.signIn(2)
    expect(first.ended).toMatchObject([{ windowId: 1, notice: { title: 'Session Ended' } }])
    expect((await first.company().lifecycle.find(2)).kind).toBe('signed-in')
  })
})
