import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { departmentFields } from '../../electron/contract/organisation.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

let number = 0
async function add(firstName: string, more: Partial<Parameters<Office['register']>[0]> = {}): Promise<EmployeeRecord> {
  number += 1
  const registered = await office.register({ employeeNumber: `E${number}`, firstName, hireDate: '2020-01-01', ...more })
  return registered.employee
}
const read = async ({ id }: EmployeeRecord) =>
  (await office.employees.handlers.read({ id }, await office.caller())).employee
const known = async (employee: EmployeeRecord) => {
  const { id, version } = await read(employee)
  return { id, version }
}
const archive = async (employee: EmployeeRecord) =>
  (await office.employees.handlers.archive(await known(employee), await office.caller())).employee
const restore = async (employee: EmployeeRecord) =>
  (await office.employees.handlers.restore(await known(employee), await office.caller())).employee
const names = async (archived: boolean, search = '') =>
  (await office.list(search, 0, 200, { archived })).rows.map(({ firstName }) => firstName)

describe('an archived employee', () => {
  it('is out of the list, its search and its totals, and stands among the archived', async () => {
    const ada = await add('Ada')
    await add('Blaise')
    const changes = office.changes()
    expect((await archive(ada)).archivedAt).toBe('2026-11-20T09:00:00.000Z')
    expect(office.changes()).toBe(changes + 1)
    expect(await names(false)).toEqual(['Blaise'])
    expect(await names(false, 'ada')).toEqual([])
    expect(await names(true)).toEqual(['Ada'])
    expect(await names(true, 'ada')).toEqual(['Ada'])
    expect((await office.list('ada')).total).toBe(0)
    const { total, registered } = await office.list()
    expect([total, registered]).toEqual([1, 1])
    expect((await office.list('', 0, 200, { archived: true })).total).toBe(1)
    expect(await office.employees.count()).toBe(1)
  })

  it('comes back as it was, and both are in the history', async () => {
    const ada = await add('Ada', { notes: 'Likes numbers' })
    await archive(ada)
    expect(await restore(ada)).toMatchObject({ archivedAt: null, notes: 'Likes numbers', version: 3 })
    expect(await names(false)).toEqual(['Ada'])
    expect((await office.audit()).slice(-2)).toMatchObject([
      { action: 'employee.archived', actor: 'maria', subject: 'Ada', fields: ['archivedAt'] },
      { action: 'employee.restored', actor: 'maria', subject: 'Ada', fields: ['archivedAt'] },
    ])
  })

  it('comes back after the manager to whom they report, never below somebody archived', async () => {
    const boss = await add('Boss')
    const ada = await add('Ada', { managerId: boss.id })
    await archive(ada)
    await archive(boss)
    expect(await refusal(restore(ada))).toMatchObject({
      code: 'REFUSED',
      message: 'Ada reports to Boss, who is archived. Restore Boss first.',
    })
    await restore(boss)
    expect(await restore(ada)).toMatchObject({ archivedAt: null, manager: { name: 'Boss' } })
  })

  it('cannot be changed, leave, sign in, or be put over anybody', async () => {
    const ada = await add('Ada', { username: 'ada' })
    const { signedIn } = await office.caller()
    const accountId = ada.account?.id ?? 0
    await office.administration.disable(accountId, signedIn)
    await archive(ada)
    const archived = await read(ada)
    const leaving = { leavingDate: '2026-11-20', leavingReason: 'other', successorId: null } as const
    const restoreFirst = { code: 'REFUSED', message: 'Ada is archived. Restore them first.' }
    expect(await refusal(office.update(archived, { lastName: 'King' }))).toEqual(restoreFirst)
    expect(
      await refusal(office.employees.handlers.offboard({ ...(await known(ada)), leaving }, await office.caller())),
    ).toEqual(restoreFirst)
    expect(await refusal(office.administration.enable(accountId, signedIn))).toEqual(restoreFirst)
    expect(
      await refusal(
        office.employees.handlers.changeStatus({ ...(await known(ada)), status: 'inactive' }, await office.caller()),
      ),
    ).toEqual(restoreFirst)
    expect((await refusal(add('Blaise', { managerId: ada.id }))).fields).toHaveProperty('employee.managerId')
    const department = departmentFields.parse({ name: 'Sales', code: '', parentId: null, headId: ada.id })
    expect(
      (await refusal(office.organisation.addDepartment({ department }, await office.caller()))).fields,
    ).toHaveProperty('department.headId')
  })

  it('no longer counts as a report', async () => {
    const boss = await add('Boss')
    const ada = await add('Ada', { managerId: boss.id })
    expect((await read(boss)).reports).toBe(1)
    await archive(ada)
    expect((await read(boss)).reports).toBe(0)
  })
})

describe('archiving is refused', () => {
  it('while the person can sign in or somebody depends on them, with everything that stands in the way', async () => {
    const ada = await add('Ada', { lastName: 'Lovelace', username: 'ada' })
    await add('Blaise', { managerId: ada.id })
    const department = departmentFields.parse({ name: 'Sales', code: '', parentId: null, headId: ada.id })
    await office.organisation.addDepartment({ department }, await office.caller())
    const leaver = await add('Charles')
    await office.employees.handlers.offboard(
      {
        ...(await known(leaver)),
        leaving: { leavingDate: '2026-12-24', leavingReason: 'retired', successorId: ada.id },
      },
      await office.caller(),
    )
    expect(await refusal(archive(ada))).toEqual({
      code: 'REFUSED',
      message:
        'Ada Lovelace cannot be archived yet: they can still sign in, 1 person reports to them, they lead Sales and they are to take over from Charles. Offboard them first.',
    })
  })

  it('for who is archived already, and over a newer version', async () => {
    const ada = await add('Ada')
    expect((await refusal(restore(ada))).message).toBe('Ada is not archived.')
    await archive(ada)
    expect((await refusal(archive(ada))).code).toBe('REFUSED')
    const old = { id: ada.id, version: ada.version }
    expect((await refusal(office.employees.handlers.restore(old, await office.caller()))).code).toBe('CONFLICT')
  })

  it('where the session of whoever does it has ended', async () => {
    const ada = await add('Ada')
    const caller = await office.caller()
    await office.signOutEverywhere(caller)
    expect((await refusal(office.employees.handlers.archive({ id: ada.id, version: 1 }, caller))).code).toBe(
      'UNAUTHENTICATED',
    )
  })
})
