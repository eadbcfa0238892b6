import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { everybody } from '../../electron/contract/employee-filter.ts'
import type { EmployeeSelection } from '../../electron/contract/employee-selection.ts'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { goodPassword, type Person, refusal } from '../employees/office.ts'
import { type BulkDesk, openBulkDesk } from './desk.ts'

let desk: BulkDesk
beforeEach(async () => {
  desk = await openBulkDesk()
})
afterEach(() => desk.dispose())

let lastNumber = 0
async function register(firstName: string, more: Partial<Person> = {}): Promise<EmployeeRecord> {
  lastNumber += 1
  return (await desk.office.register({ employeeNumber: `N-${lastNumber}`, firstName, ...more })).employee
}

async function addDepartment(name: string): Promise<number> {
  const department = { name, code: '', parentId: null, headId: null }
  return (await desk.office.organisation.addDepartment({ department }, await desk.office.caller())).department.id
}

const read = async (id: number) =>
  (await desk.office.employees.handlers.read({ id }, await desk.office.caller())).employee

const actions = async () => (await desk.office.audit()).map(({ action }) => action)

describe('a trial', () => {
  it('tells what would come of whom, and leaves no trace', async () => {
    const sales = await addDepartment('Sales')
    const ada = await register('Ada')
    await register('Bo', { departmentId: sales })
    const before = await desk.office.audit()
    const task = await desk.try({ kind: 'department', departmentId: sales })
    expect(task).toMatchObject({ phase: 'trial', state: 'finished', total: 2, done: 1, unchanged: 1, refused: 0 })
    expect(await desk.rows(task)).toEqual(['Ada: done', 'Bo: unchanged'])
    expect((await read(ada.id)).version).toBe(1)
    expect(await desk.office.audit()).toEqual(before)
    expect(desk.changes()).toBe(0)
  })

  it('knows the rules: nobody comes to report to themselves', async () => {
    const ada = await register('Ada')
    const bo = await register('Bo', { managerId: ada.id })
    const task = await desk.try({ kind: 'manager', managerId: bo.id })
    expect(await desk.rows(task)).toEqual([
      'Ada: refused – Nobody can report to themselves: Ada → Bo → Ada. Choose another manager.',
      'Bo: refused – Nobody can report to themselves: Bo → Bo. Choose another manager.',
    ])
  })

  it('goes through more than it tries together', async () => {
    const sales = await addDepartment('Sales')
    for (let count = 0; count < 45; count += 1) await register('Ada')
    expect(await desk.try({ kind: 'department', departmentId: sales })).toMatchObject({ total: 45, done: 45 })
  })

  it('counts what stands in the way, the most frequent first, and names nobody', async () => {
    const ada = await register('Ada')
    const bob = await register('Bob', { username: 'bob' })
    await register('Cy', { managerId: ada.id })
    await register('Di', { managerId: bob.id })
    await register('Eve', { username: 'eve' })
    await register('Flo', { username: 'flo' })
    const task = await desk.try({ kind: 'archive' })
    expect(task).toMatchObject({ done: 2, refused: 4 })
    expect(task.obstacles).toEqual([
      { obstacle: 'They can still sign in.', employees: 3 },
      { obstacle: 'Somebody reports to them.', employees: 2 },
    ])
  })

  it('counts circles as one', async () => {
    const ada = await register('Ada')
    const bo = await register('Bo', { managerId: ada.id })
    expect((await desk.try({ kind: 'manager', managerId: bo.id })).obstacles).toEqual([
      { obstacle: 'Nobody can report to themselves.', employees: 2 },
    ])
  })

  it('is refused where nobody is meant', async () => {
    const filter = { ...everybody, search: 'nobody' }
    const tried = desk.try({ kind: 'disable-accounts' }, { kind: 'matching', filter, exceptIds: [] })
    expect((await refusal(tried)).message).toBe('There is nobody to change.')
  })
})

describe('a change', () => {
  it('is made to those who were tried, each with an entry of their own', async () => {
    const sales = await addDepartment('Sales')
    const ada = await register('Ada')
    const bo = await register('Bo')
    const task = await desk.change({ kind: 'department', departmentId: sales }, { kind: 'chosen', ids: [ada.id] })
    expect(task).toMatchObject({ phase: 'change', state: 'finished', total: 1, done: 1 })
    expect((await read(ada.id)).department?.name).toBe('Sales')
    expect((await read(bo.id)).department).toBeNull()
    expect((await desk.office.audit()).slice(-2)).toMatchObject([
      { action: 'employee.updated', subject: 'Ada', changes: { departmentId: { old: null, new: 'Sales' } } },
      {
        action: 'employees.bulk_changed',
        actor: 'maria',
        changes: { bulkAction: { new: 'department' }, done: { new: '1' } },
      },
    ])
    expect(desk.changes()).toBe(1)
  })

  it('changes position, manager and employment type', async () => {
    const { position } = await desk.office.organisation.addPosition(
      { position: { title: 'Clerk' } },
      await desk.office.caller(),
    )
    const boss = await register('Zoe')
    const ada = await register('Ada')
    const selection: EmployeeSelection = { kind: 'chosen', ids: [ada.id] }
    await desk.change({ kind: 'position', positionId: position.id }, selection)
    await desk.change({ kind: 'manager', managerId: boss.id }, selection)
    await desk.change({ kind: 'employment-type', employmentType: 'intern' }, selection)
    expect(await read(ada.id)).toMatchObject({
      position: { name: 'Clerk' },
      manager: { name: 'Zoe' },
      employmentType: 'intern',
      version: 4,
    })
  })

  it('goes on after a row that is refused', async () => {
    const ada = await register('Ada')
    await register('Bo', { managerId: ada.id })
    await register('Cy')
    const task = await desk.change({ kind: 'manager', managerId: ada.id })
    expect(task).toMatchObject({ done: 1, unchanged: 1, refused: 1 })
    expect((await desk.rows(task)).map((row) => row.slice(0, 12))).toEqual(['Ada: refused', 'Bo: unchange', 'Cy: done'])
  })

  it('is what the trial has shown, though the first of them make way for others', async () => {
    const zoe = await register('Zoe')
    await register('Ada', { managerId: zoe.id })
    const tried = await desk.try({ kind: 'archive' })
    const shown = await desk.rows(tried)
    expect(await desk.rows(await desk.run(tried.id))).toEqual(shown)
    expect((await read(zoe.id)).archivedAt).toBeNull()
  })

  it('leaves everybody in their place among those who are refused', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `N${String(index).padStart(2, '0')}`)
    const isRefused = (index: number) => index % 4 === 1
    for (const [index, name] of names.entries()) {
      await register(name, isRefused(index) ? { username: `user-${index}` } : {})
    }
    const task = await desk.change({ kind: 'archive' })
    expect(task).toMatchObject({ total: 60, done: 45, refused: 15, undoable: 45 })
    expect((await desk.rows(task)).map((row) => row.split(' – ')[0])).toEqual(
      names.map((name, index) => `${name}: ${isRefused(index) ? 'refused' : 'done'}`),
    )
  })

  it('changes the others where one is refused only now', async () => {
    const ada = await register('Ada')
    const bo = await register('Bo')
    const { id } = await desk.try({ kind: 'archive' })
    await desk.office.update(await read(bo.id), { managerId: ada.id })
    expect(await desk.rows(await desk.run(id))).toEqual([
      'Ada: refused – Ada cannot be archived yet: 1 person reports to them. Offboard them first.',
      'Bo: done',
    ])
  })

  it('needs the call that asks for the password where it is sensitive', async () => {
    await register('Ada', { username: 'ada' })
    const { id } = await desk.try({ kind: 'disable-accounts' })
    const caller = await desk.office.caller()
    expect((await refusal(desk.handlers.run({ id }, caller))).code).toBe('FORBIDDEN')
  })

  it('is made once', async () => {
    const sales = await addDepartment('Sales')
    await register('Ada')
    const { id } = await desk.change({ kind: 'department', departmentId: sales })
    expect((await refusal(desk.run(id))).code).toBe('REFUSED')
  })

  it('keeps what is done when it is cancelled, and says so', async () => {
    const sales = await addDepartment('Sales')
    for (let count = 0; count < 60; count += 1) await register('Ada')
    const { id } = await desk.try({ kind: 'department', departmentId: sales })
    await desk.handlers.run({ id }, await desk.office.caller())
    for (let turn = 0; turn < 2; turn += 1) await setImmediate()
    await desk.handlers.cancel({ id }, await desk.office.caller())
    const task = await desk.ended(id)
    expect(task.state).toBe('cancelled')
    expect(task.done).toBeGreaterThan(0)
    expect(task.done).toBeLessThan(60)
    const { total } = await desk.office.list('', 0, 1, { departmentIds: [sales] })
    expect(total).toBe(task.done)
    expect(await actions()).toContain('employees.bulk_changed')
    expect((await desk.undo(task)).done).toBe(task.done)
  })

  it('stops when the session ends on the way', async () => {
    const sales = await addDepartment('Sales')
    for (let count = 0; count < 30; count += 1) await register('Ada')
    const { id } = await desk.try({ kind: 'department', departmentId: sales })
    const caller = await desk.office.caller()
    await desk.handlers.run({ id }, caller)
    await desk.office.signOutEverywhere(caller)
    const task = await desk.ended(id, caller)
    expect(task).toMatchObject({ state: 'stopped', problem: 'Your session ended meanwhile. Sign in again.' })
    expect(task.done).toBeLessThan(30)
  })

  it('is nobody else’s to see', async () => {
    await register('Ada')
    const { id } = await desk.try({ kind: 'employment-type', employmentType: 'intern' })
    await desk.office.signIn(2, await desk.office.addAdministrator('nils', 'Nils Bohr'), 'nils')
    const other = await desk.office.caller(2)
    expect((await refusal(desk.handlers.read({ id }, other))).code).toBe('NOT_FOUND')
  })

  it('is forgotten when it is closed', async () => {
    await register('Ada')
    const { id } = await desk.try({ kind: 'employment-type', employmentType: 'intern' })
    await desk.handlers.close({ id }, await desk.office.caller())
    expect((await refusal(desk.handlers.read({ id }, await desk.office.caller()))).code).toBe('NOT_FOUND')
  })
})

describe('disabling accounts', () => {
  it('spares oneself and those without an account, and ends sessions', async () => {
    await register('Ada', { username: 'ada' })
    await register('Bo')
    const maria = await register('Maria')
    await desk.makeOwn(maria.id)
    const task = await desk.change({ kind: 'disable-accounts' })
    expect(await desk.rows(task)).toEqual([
      'Ada: done',
      'Bo: refused – There is no account.',
      'Maria: refused – This is your own account. Ask another administrator.',
    ])
    expect(task.undoable).toBe(1)
    const undone = await desk.undo(task)
    expect(await desk.rows(undone)).toEqual(['Ada: done'])
    expect((await actions()).slice(-2)).toEqual(['account.enabled', 'employees.bulk_undone'])
  })

  it('leaves an account alone that was enabled and disabled again since', async () => {
    const { account } = await register('Ada', { username: 'ada' })
    const accountId = account?.id ?? 0
    const task = await desk.change({ kind: 'disable-accounts' })
    const caller = await desk.office.caller()
    await desk.office.administration.enable(accountId, caller.signedIn)
    await desk.office.administration.disable(accountId, caller.signedIn)
    expect(await desk.rows(await desk.undo(task))).toEqual(['Ada: refused – Somebody changed this since.'])
    expect((await read((await desk.office.list()).rows[0]?.id ?? 0)).account?.disabledAt).not.toBeNull()
  })
})

describe('resetting passwords', () => {
  it('gives a slip for each, with a password of its own', async () => {
    const ada = await register('Ada', { username: 'ada' })
    await register('Bo')
    const task = await desk.change({ kind: 'reset-passwords' })
    expect(task).toMatchObject({ done: 1, refused: 1, slips: 1, undoable: 0 })
    const page = { id: task.id, offset: 0, limit: 200 }
    const { slips } = await desk.handlers.slips(page, await desk.office.caller())
    expect(slips).toMatchObject([{ name: 'Ada', username: 'ada' }])
    expect(slips[0]?.temporaryPassword).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){4}$/)
    expect(slips[0]?.temporaryPassword).not.toBe(goodPassword)
    expect((await read(ada.id)).account?.mustChoosePassword).toBe(true)
    expect(await actions()).toContain('password.reset')
  })

  it('gives none for an account that is disabled', async () => {
    const { account } = await register('Ada', { username: 'ada' })
    await desk.office.administration.disable(account?.id ?? 0, (await desk.office.caller()).signedIn)
    expect(await desk.rows(await desk.try({ kind: 'reset-passwords' }))).toEqual([
      'Ada: refused – The account is disabled.',
    ])
  })
})

describe('offboarding', () => {
  const leaving = { leavingDate: '2026-11-19', leavingReason: 'redundant', successorId: null } as const

  it('lets many leave at once; the sessions of each end', async () => {
    const ada = await register('Ada', { username: 'ada', hireDate: '2020-01-01' })
    await desk.office.signIn(2, ada.account?.id ?? 0, 'ada')
    await register('Bo', { hireDate: '2026-11-20' })
    const task = await desk.change({ kind: 'offboard', leaving })
    expect(await desk.rows(task)).toEqual(['Ada: done', 'Bo: refused – Nobody can leave before the hire date.'])
    expect(await read(ada.id)).toMatchObject({ status: 'left', leaving: { reason: 'redundant' } })
    expect((await desk.office.lifecycle.find(2)).kind).toBe('ended')
    expect(task.undoable).toBe(0)
  })

  it('spares oneself', async () => {
    const maria = await register('Maria', { hireDate: '2020-01-01' })
    await desk.makeOwn(maria.id)
    expect(await desk.rows(await desk.change({ kind: 'offboard', leaving }))).toEqual([
      'Maria: refused – This is your own account. Ask another administrator.',
    ])
  })
})

describe('Undo', () => {
  it('brings back what stood there, but not over what was changed since', async () => {
    const sales = await addDepartment('Sales')
    const field = await addDepartment('Field')
    const ada = await register('Ada', { departmentId: field })
    const bo = await register('Bo', { departmentId: field })
    const task = await desk.change({ kind: 'department', departmentId: sales })
    expect(task.undoable).toBe(2)
    await desk.office.update(await read(bo.id), { notes: 'Moved' })
    const undone = await desk.undo(task)
    expect(undone).toMatchObject({ phase: 'undo', done: 1, refused: 1, undoable: 0 })
    expect(await desk.rows(undone)).toEqual(['Bo: refused – Somebody changed this since.', 'Ada: done'])
    expect((await read(ada.id)).department?.name).toBe('Field')
    expect((await read(bo.id)).department?.name).toBe('Sales')
    expect((await refusal(desk.undo(undone))).code).toBe('REFUSED')
  })
})

describe('archiving many', () => {
  it('spares those who can still sign in, and brings the others back', async () => {
    await register('Ada', { username: 'ada' })
    const bo = await register('Bo')
    const task = await desk.change({ kind: 'archive' })
    expect(await desk.rows(task)).toEqual([
      'Ada: refused – Ada cannot be archived yet: they can still sign in. Offboard them first.',
      'Bo: done',
    ])
    expect((await read(bo.id)).archivedAt).not.toBeNull()
    expect(await desk.rows(await desk.undo(task))).toEqual(['Bo: done'])
    expect((await read(bo.id)).archivedAt).toBeNull()
  })

  it('leaves who is archived already as they are', async () => {
    const { id } = await register('Bo')
    await desk.office.employees.handlers.archive({ id, version: 1 }, await desk.office.caller())
    const task = await desk.change({ kind: 'archive' }, { kind: 'chosen', ids: [id] })
    expect(await desk.rows(task)).toEqual(['Bo: unchanged'])
    expect(task.undoable).toBe(0)
  })

  it('leaves alone on undo who came back and was archived again since', async () => {
    const { id } = await register('Bo')
    const task = await desk.change({ kind: 'archive' })
    const { archive, restore } = desk.office.employees.handlers
    await restore({ id, version: 2 }, await desk.office.caller())
    await archive({ id, version: 3 }, await desk.office.caller())
    expect(await desk.rows(await desk.undo(task))).toEqual(['Bo: refused – Somebody changed this since.'])
    expect((await read(id)).archivedAt).not.toBeNull()
  })
})
