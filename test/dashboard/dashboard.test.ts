import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dashboardView } from '../../electron/contract/dashboard.ts'
import { createDashboardHandlers } from '../../electron/dashboard/dashboard.ts'
import type { Database } from '../../electron/database/port.ts'
import { companyName, type Office, openOffice } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

async function read(windowId = 1) {
  const { database, clock, lifecycle, employees } = office
  const handlers = createDashboardHandlers({
    database,
    clock,
    companyName,
    lifecycle,
    countEmployees: employees.count,
  })
  return dashboardView.parse(await handlers.read({}, await office.caller(windowId)))
}

describe('the dashboard', () => {
  it('shows the company, the own session and its end', async () => {
    expect(await read()).toMatchObject({
      company: companyName,
      session: {
        username: 'maria',
        displayName: 'Maria Mitchell',
        role: 'admin',
        computer: 'Front desk',
        startedAt: '2026-11-20T09:00:00.000Z',
        expiresAt: '2026-11-20T21:00:00.000Z',
      },
    })
  })

  it("shows one's own last ten sessions, the newest first, and which of them is this one", async () => {
    await office.signIn(2, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    for (let login = 0; login < 11; login += 1) {
      office.clock.advance(60_000)
      await office.lifecycle.signOut(1)
      await office.signIn(1, 1, 'maria')
    }
    const { recentSessions } = await read()
    expect(recentSessions).toHaveLength(10)
    expect(recentSessions[0]).toMatchObject({ isCurrent: true, reason: null, startedAt: '2026-11-20T09:11:00.000Z' })
    expect(recentSessions[1]).toMatchObject({
      isCurrent: false,
      reason: 'signed_out',
      reasonText: 'Signed out',
      endedAt: '2026-11-20T09:11:00.000Z',
    })
  })

  it('counts the employees and who is signed in now, for an administrator', async () => {
    expect((await read()).administration).toEqual({ employees: 0, signedInNow: 1 })
    await office.register({ employeeNumber: '1', firstName: 'Ada' })
    await office.register({ employeeNumber: '2', firstName: 'Grace' })
    await office.signIn(2, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    expect((await read()).administration).toEqual({ employees: 2, signedInNow: 2 })
    await office.lifecycle.signOut(2)
    expect((await read()).administration).toEqual({ employees: 2, signedInNow: 1 })
  })

  it.each(['employee', 'manager'] as const)(
    'keeps the figures of the company from a person who is %s',
    async (role) => {
      const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', username: 'ada', role })
      await office.signIn(2, employee.account?.id ?? 0, 'ada')
      const dashboard = await read(2)
      expect(dashboard.administration).toBeNull()
      expect(dashboard.session).toMatchObject({ username: 'ada', displayName: 'Ada', role })
      expect(dashboard.recentSessions).toHaveLength(1)
    },
  )

  it('lets others have their turn while it counts a large company', async () => {
    const { clock, lifecycle, employees } = office
    const database: Pick<Database, 'read'> = {
      read: (query) => {
        clock.advance(100)
        return office.database.read(query)
      },
    }
    const handlers = createDashboardHandlers({
      database,
      clock,
      companyName,
      lifecycle,
      countEmployees: employees.count,
    })
    const caller = await office.caller()
    let isOver = false
    let turns = 0
    const others = (async () => {
      for (; !isOver; turns += 1) await setImmediate()
    })()
    await handlers.company({}, caller)
    isOver = true
    await others
    expect(turns).toBeGreaterThan(5)
  })
})
