import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import type { TeamFilter } from '../../electron/contract/team.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

let next = 2

/** Registers somebody who signs in at a window of their own. */
async function add(firstName: string, managerId: number | null, role: 'manager' | 'employee' = 'manager') {
  const username = `user.${firstName.toLowerCase()}`
  const { employee } = await office.register({ employeeNumber: `N-${firstName}`, firstName, managerId, username, role })
  const window = next
  next += 1
  await office.signIn(window, employee.account?.id ?? 0, username)
  return { employee, id: employee.id, window }
}

const list = async (window: number, search = '', offset = 0, limit = 200, filter: Partial<TeamFilter> = {}) => {
  const asked = contract.team.list.input.parse({ search, offset, limit, ...filter })
  return contract.team.list.output.parse(await office.team.list(asked, await office.caller(window)))
}

const names = async (window: number, search = '') => (await list(window, search)).rows.map((row) => row.firstName)

const read = async (window: number, id: number) => office.team.read({ id }, await office.caller(window))

describe('the team', () => {
  it('is everybody below, at any depth, but neither oneself nor who stands beside or above', async () => {
    const top = await add('Top', null)
    const middle = await add('Middle', top.id)
    const leaf = await add('Leaf', middle.id)
    const beside = await add('Beside', top.id)
    await add('Elsewhere', null)
    expect(await names(top.window)).toEqual(['Beside', 'Leaf', 'Middle'])
    expect(await names(middle.window)).toEqual(['Leaf'])
    expect(await list(middle.window)).toMatchObject({ total: 1, members: 1 })
    expect((await read(top.window, leaf.id)).member).toMatchObject({ firstName: 'Leaf' })
    for (const { id } of [top, beside]) {
      expect(await refusal(read(middle.window, id))).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect(await refusal(read(1, leaf.id))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is asked for at every call: who is moved away is out of sight at the next', async () => {
    const top = await add('Top', null)
    const other = await add('Other', null)
    const leaf = await add('Leaf', top.id)
    expect((await read(top.window, leaf.id)).member).toMatchObject({ firstName: 'Leaf' })
    await office.update(leaf.employee, { managerId: other.id })
    expect([await names(top.window), await names(other.window)]).toEqual([[], ['Leaf']])
    expect(await refusal(read(top.window, leaf.id))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('is nobody for who has no employee record, and for whom nobody reports to', async () => {
    const top = await add('Top', null)
    expect(await list(1)).toEqual({ total: 0, members: 0, rows: [] })
    expect(await list(top.window)).toEqual({ total: 0, members: 0, rows: [] })
  })

  it('answers a stranger, oneself and nobody alike', async () => {
    const top = await add('Top', null)
    const stranger = await add('Stranger', null)
    const refusals = await Promise.all([stranger.id, top.id, 99_999].map(async (id) => refusal(read(top.window, id))))
    expect(new Set(refusals.map((told) => JSON.stringify(told))).size).toBe(1)
    expect(refusals[0]).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('comes page by page, and is searched by name and number', async () => {
    const top = await add('Top', null)
    for (const name of ['Cleo', 'Ada', 'Bo']) await add(name, top.id, 'employee')
    expect(await list(top.window, '', 1, 1)).toMatchObject({ total: 3, members: 3, rows: [{ firstName: 'Bo' }] })
    expect(await list(top.window, 'n-cl')).toMatchObject({ total: 1, members: 3, rows: [{ firstName: 'Cleo' }] })
    expect(await names(top.window, 'user.cleo')).toEqual([])
  })

  it('is narrowed to those who report to oneself, of a status, of an employment type', async () => {
    const top = await add('Top', null)
    const middle = await add('Middle', top.id)
    await office.register({ employeeNumber: '1', firstName: 'Ada', managerId: middle.id, employmentType: 'intern' })
    await office.register({ employeeNumber: '2', firstName: 'Ben', managerId: top.id, employmentType: 'full-time' })
    await office.employees.handlers.changeStatus(
      { id: middle.id, version: middle.employee.version, status: 'suspended' },
      await office.caller(),
    )
    const found = async (filter: Partial<TeamFilter>, search = '') => {
      const { total, members, rows } = await list(top.window, search, 0, 200, filter)
      expect([total, members]).toEqual([rows.length, 3])
      return rows.map(({ firstName }) => firstName)
    }
    expect(await found({})).toEqual(['Ada', 'Ben', 'Middle'])
    expect(await found({ isDirect: true })).toEqual(['Ben', 'Middle'])
    expect(await found({ statuses: ['suspended'] })).toEqual(['Middle'])
    expect(await found({ employmentTypes: ['intern', 'full-time'] })).toEqual(['Ada', 'Ben'])
    expect(await found({ employmentTypes: [null] })).toEqual(['Middle'])
    expect(await found({ isDirect: true, employmentTypes: ['full-time'] }, 'ben')).toEqual(['Ben'])
    expect(await found({ isDirect: true }, 'ada')).toEqual([])
  })

  it('has nobody in it who left', async () => {
    const top = await add('Top', null)
    const { employee } = await office.register({
      employeeNumber: 'G',
      firstName: 'Gone',
      hireDate: '2026-01-05',
      managerId: top.id,
    })
    const leaving = { leavingDate: '2026-11-19', leavingReason: 'resigned', successorId: null } as const
    await office.employees.handlers.offboard({ id: employee.id, version: 1, leaving }, await office.caller())
    expect(await names(top.window)).toEqual([])
    expect(await refusal(read(top.window, employee.id))).toMatchObject({ code: 'NOT_FOUND' })
  })
})
