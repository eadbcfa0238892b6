import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeRecord, LeavingInput } from '../../electron/contract/employees.ts'
import { departmentFields } from '../../electron/contract/organisation.ts'
import { queries } from '../../electron/database/queries.ts'
import { selectEmployee } from '../../electron/employees/repository.ts'
import { type Office, openOffice, refusal } from './office.ts'

const day = 24 * 3_600_000

let office: Office
let ada: EmployeeRecord
beforeEach(async () => {
  office = await openOffice()
  ada = await add('Ada', { username: 'ada' })
})
afterEach(() => office.dispose())

let number = 0
async function add(firstName: string, more: Partial<Parameters<Office['register']>[0]> = {}): Promise<EmployeeRecord> {
  number += 1
  const registered = await office.register({ employeeNumber: `E${number}`, firstName, hireDate: '2020-01-01', ...more })
  return registered.employee
}
/** Whoever is signed in. */
const readRow = async ({ id }: EmployeeRecord) => {
  const [row] = await office.database.read(selectEmployee({ id }))
  if (!row) throw new Error('there is no such employee')
  return row
}
const read = async ({ id }: EmployeeRecord) =>
  (await office.employees.handlers.read({ id }, await office.caller())).employee

/** The clock of the tests stands at 2026-11-20. */
async function offboard(employee: EmployeeRecord, more: Partial<LeavingInput> = {}): Promise<EmployeeRecord> {
  const { id, version } = await read(employee)
  const leaving = { leavingDate: '2026-11-20', leavingReason: 'resigned', successorId: null, ...more } as const
  return (await office.employees.handlers.offboard({ id, version, leaving }, await office.caller())).employee
}
const actions = async () => (await office.audit()).map(({ action }) => action)

describe('somebody who leaves', () => {
  it('is left, with the account disabled and the sessions ended, in one go', async () => {
    await office.signIn(2, ada.account?.id ?? 0, 'ada')
    const before = office.changes()
    const left = await offboard(ada, { leavingReason: 'retired' })
    expect(left).toMatchObject({
      status: 'left',
      leaving: { date: '2026-11-20', reason: 'retired', successor: null },
      version: 2,
    })
    expect(left.account?.disabledAt).not.toBeNull()
    expect((await office.lifecycle.find(2)).kind).toBe('ended')
    expect(office.changes()).toBe(before + 1)
    expect((await actions()).slice(-3).sort()).toEqual(['account.disabled', 'employee.left', 'session.ended'])
  })

  it('can never sign in: the account is not enabled again before a rehire', async () => {
    await offboard(ada)
    const { signedIn } = await office.caller()
    const accountId = ada.account?.id ?? 0
    expect(await refusal(office.administration.enable(accountId, signedIn))).toMatchObject({
      code: 'REFUSED',
      message: 'Ada has left. Rehire them first.',
    })
    const { id, version } = await read(ada)
    const rehire = { hireDate: '2027-01-01' }
    const { employee } = await office.employees.handlers.rehire({ id, version, rehire }, await office.caller())
    expect(employee).toMatchObject({ status: 'active', leaving: null, hireDate: '2027-01-01' })
    expect(employee.account?.disabledAt).not.toBeNull()
    expect((await office.administration.enable(accountId, signedIn)).disabledAt).toBeNull()
    expect((await actions()).at(-2)).toBe('employee.rehired')
  })

  it('lets others have their turn between two whose last day is over', async () => {
    const grace = await add('Grace')
    for (const leaver of [ada, grace]) await offboard(leaver, { leavingDate: '2026-11-21' })
    office.clock.advance(2 * day)
    let isOver = false
    const leaving = office.employees.leaveDue().then(() => {
      isOver = true
    })
    const leftByThen: number[] = []
    while (!isOver) {
      const statuses = await Promise.all([ada, grace].map(async (one) => (await readRow(one)).status))
      leftByThen.push(statuses.filter((status) => status === 'left').length)
      await setImmediate()
    }
    await leaving
    expect(leftByThen).toContain(1)
  })

  it('hands over who reported to them and has left before, whose history ends as it ended', async () => {
    const grace = await add('Grace')
    const former = await add('Joan', { managerId: ada.id })
    await offboard(former, { leavingDate: '2026-11-10' })
    await offboard(ada, { successorId: grace.id })
    expect(await read(former)).toMatchObject({ status: 'left', manager: { id: grace.id } })
    const { assignments } = await office.employees.assignments.list({ employeeId: former.id }, await office.caller())
    expect(assignments[0]).toMatchObject({ effectiveFrom: '2026-11-10', lastDay: '2026-11-10' })
    expect(assignments.at(-1)).toMatchObject({ effectiveFrom: '2020-01-01', lastDay: '2026-11-09' })
  })

  it('hands reports and departments over to the successor, each with its history', async () => {
    const grace = await add('Grace')
    const report = await add('Joan', { managerId: ada.id })
    const department = departmentFields.parse({ name: 'Engines', code: '', parentId: null, headId: ada.id })
    await office.organisation.addDepartment({ department }, await office.caller())
    await offboard(ada, { successorId: grace.id })
    expect(await read(report)).toMatchObject({ manager: { id: grace.id, name: 'Grace' }, version: 2 })
    const { departments } = await office.organisation.listDepartments({}, await office.caller())
    expect(departments[0]).toMatchObject({ head: { id: grace.id, name: 'Grace' }, version: 2 })
    expect(await office.audit()).toContainEqual(
      expect.objectContaining({ subject: 'Joan', changes: { managerId: { old: 'Ada', new: 'Grace' } } }),
    )
  })

  it('leaves no circle behind: a successor among the reports goes to the leaver’s manager', async () => {
    const boss = await add('Boss')
    await office.update(ada, { managerId: boss.id })
    const between = await add('Between', { managerId: ada.id })
    const successor = await add('Successor', { managerId: between.id })
    const other = await add('Other', { managerId: ada.id })
    await offboard(ada, { successorId: successor.id })
    expect((await read(between)).manager?.name).toBe('Boss')
    expect((await read(successor)).manager?.name).toBe('Between')
    expect((await read(other)).manager?.name).toBe('Successor')
  })

  it('stays until a last day that is still ahead is over', async () => {
    const grace = await add('Grace')
    const report = await add('Joan', { managerId: ada.id })
    const maria = (await office.caller()).signedIn.accountId
    const planned = await offboard(ada, { leavingDate: '2026-11-22', successorId: grace.id })
    expect(planned).toMatchObject({
      status: 'active',
      leaving: { date: '2026-11-22', successor: { id: grace.id, name: 'Grace' } },
    })
    expect(planned.account?.disabledAt).toBeNull()
    office.clock.advance(2 * day)
    await office.employees.leaveDue()
    await office.signIn(1, maria, 'maria')
    expect((await read(ada)).status).toBe('active')
    office.clock.advance(day)
    await office.employees.leaveDue()
    await office.signIn(1, maria, 'maria')
    expect(await read(ada)).toMatchObject({ status: 'left', account: { disabledAt: expect.any(String) } })
    expect((await read(report)).manager?.name).toBe('Grace')
    const entry = (await office.audit()).find(({ action }) => action === 'employee.left')
    expect(entry?.actor).toBeNull()
  })

  it('may change their mind while it is ahead', async () => {
    const { id, version } = await offboard(ada, { leavingDate: '2026-12-31' })
    const { employee } = await office.employees.handlers.cancelLeaving({ id, version }, await office.caller())
    expect(employee).toMatchObject({ status: 'active', leaving: null })
    office.clock.advance(60 * day)
    await office.employees.leaveDue()
    expect((await actions()).filter((action) => action === 'employee.left')).toEqual([])
  })
})

describe('what is refused', () => {
  it('a manager who has left', async () => {
    const grace = await add('Grace')
    await offboard(grace)
    const error = await refusal(office.update(ada, { managerId: grace.id }))
    expect(error.fields).toEqual({ 'employee.managerId': 'Grace has left. Choose somebody else.' })
  })

  it.each<[string, Partial<LeavingInput>, string]>([
    ['a day before the hire date', { leavingDate: '2019-12-31' }, 'leaving.leavingDate'],
    ['a successor who does not exist', { successorId: 999 }, 'leaving.successorId'],
  ])('%s, beside its field', async (_what, more, field) => {
    const error = await refusal(offboard(ada, more))
    expect(error.code).toBe('INVALID_INPUT')
    expect(Object.keys(error.fields ?? {})).toEqual([field])
    expect((await read(ada)).status).toBe('active')
  })

  it('a successor who is the leaver, or who has left', async () => {
    const grace = await add('Grace')
    await offboard(grace)
    for (const successorId of [ada.id, grace.id]) {
      expect((await refusal(offboard(ada, { successorId }))).fields).toHaveProperty(['leaving.successorId'])
    }
  })

  it('the last administrator, and nothing is done by halves', async () => {
    const maria = (await office.caller()).signedIn.accountId
    await office.database.write((transaction) =>
      transaction.execute(queries.updateTable('employee').set({ account_id: maria }).where('id', '=', ada.id)),
    )
    expect((await refusal(offboard(ada))).code).toBe('REFUSED')
    expect((await read(ada)).status).toBe('active')
  })

  it('leaving twice, coming back without having left or too early, and a change over a newer version', async () => {
    const caller = await office.caller()
    const { handlers } = office.employees
    const { id } = ada
    const rehire = { hireDate: '2026-11-19' }
    expect((await refusal(handlers.rehire({ id, version: 1, rehire }, caller))).code).toBe('REFUSED')
    expect((await refusal(handlers.cancelLeaving({ id, version: 1 }, caller))).code).toBe('REFUSED')
    await offboard(ada)
    expect((await refusal(offboard(ada))).message).toBe('Ada has left already.')
    expect((await refusal(handlers.cancelLeaving({ id, version: 2 }, caller))).code).toBe('REFUSED')
    expect((await refusal(handlers.rehire({ id, version: 1, rehire }, caller))).code).toBe('CONFLICT')
    expect((await refusal(handlers.rehire({ id, version: 2, rehire }, caller))).fields).toHaveProperty([
      'rehire.hireDate',
    ])
  })
})

describe('the status', () => {
  it('is set by an administrator and told by the history; who left is rehired instead', async () => {
    const { employee } = await office.register({ employeeNumber: '77', firstName: 'Sten', hireDate: '2020-01-01' })
    const set = async (version: number, status: 'draft' | 'active' | 'inactive' | 'suspended') =>
      office.employees.handlers.changeStatus({ id: employee.id, version, status }, await office.caller())
    expect((await set(1, 'suspended')).employee).toMatchObject({ status: 'suspended', version: 2 })
    expect((await set(2, 'suspended')).employee.version).toBe(2)
    expect((await office.audit()).at(-1)).toMatchObject({
      action: 'employee.status_changed',
      actor: 'maria',
      subject: 'Sten',
      changes: { status: { old: 'active', new: 'suspended' } },
    })
    expect((await refusal(set(1, 'active'))).code).toBe('CONFLICT')
    const leaving = { leavingDate: '2026-01-31', leavingReason: 'resigned', successorId: null } as const
    await office.employees.handlers.offboard({ id: employee.id, version: 2, leaving }, await office.caller())
    expect(await refusal(set(3, 'active'))).toMatchObject({
      code: 'REFUSED',
      message: 'Sten has left. Rehire them instead.',
    })
  })
})
