import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CelebrationChoice, celebrationDays } from '../../electron/contract/directory.ts'
import type { InputOf } from '../../electron/contract/index.ts'
import { contract } from '../../electron/contract/index.ts'
import { type Office, openOffice, type Person, refusal } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

/** As the router answers: what the contract does not know fails. */
async function list(filter: Partial<InputOf<'directory', 'list'>> = {}) {
  const input = { search: '', departmentId: null, managerId: null, offset: 0, limit: 200, ...filter }
  return contract.directory.list.output.parse(await office.directory.list(input, await office.caller()))
}

const names = async (filter: Parameters<typeof list>[0] = {}) => (await list(filter)).rows.map((row) => row.firstName)

const card = async (id: number) =>
  contract.directory.read.output.parse(await office.directory.read({ id }, await office.caller())).person

/** Registers somebody who signs in at the window of their number. */
async function signedIn(window: number, person: Person) {
  const { employee } = await office.register(person)
  await office.signIn(window, employee.account?.id ?? 0, person.username ?? '')
  return employee
}

async function choose(window: number, choice: Partial<CelebrationChoice>) {
  const celebrations = { birthday: false, anniversary: false, ...choice }
  return office.directory.chooseCelebrations({ celebrations }, await office.caller(window))
}

const upcoming = async () =>
  contract.directory.celebrations.output
    .parse(await office.directory.celebrations({}, await office.caller()))
    .celebrations.map(({ person, kind, month, day, inDays }) => [person.firstName, kind, month, day, inDays])

async function leaveNow(id: number, version = 1) {
  await office.employees.handlers.offboard(
    { id, version, leaving: { leavingDate: '2026-12-01', leavingReason: 'resigned', successorId: null } },
    await office.caller(),
  )
  office.clock.advance(12 * 24 * 3_600_000)
  await office.employees.leaveDue()
}

describe('the directory', () => {
  it('lists who works here by name, page by page, and nobody who left', async () => {
    for (const firstName of ['Grace', 'Ada', 'Bo']) await office.register({ employeeNumber: firstName, firstName })
    const gone = await office.register({ employeeNumber: 'G', firstName: 'Gone', hireDate: '2026-01-05' })
    expect(await names()).toEqual(['Ada', 'Bo', 'Gone', 'Grace'])
    await leaveNow(gone.employee.id)
    await office.signIn(1, 1, 'maria')
    expect(await list({ offset: 1, limit: 1 })).toMatchObject({ total: 3, listed: 3, rows: [{ firstName: 'Bo' }] })
    expect(await list({ search: 'gone' })).toMatchObject({ total: 0, listed: 3 })
    expect(await refusal(card(gone.employee.id))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('finds people without accents by what everybody sees, every word somewhere', async () => {
    const admin = await office.caller()
    const { department } = await office.organisation.addDepartment(
      { department: { name: 'Vertrieb Süd', code: '', parentId: null, headId: null } },
      admin,
    )
    const { position } = await office.organisation.addPosition({ position: { title: 'Einkäufer' } }, admin)
    await office.register({
      employeeNumber: 'N-1',
      firstName: 'José',
      lastName: 'Łukasz',
      workPhone: '+46 8 123 45-67',
      departmentId: department.id,
      positionId: position.id,
    })
    await office.register({ employeeNumber: 'N-2', firstName: 'Bo', departmentId: department.id })
    for (const search of ['jose lukasz', 'Łukasz, José', '81234567', 'einkaufer', 'sud jose', '+46 8 123'])
      expect(await names({ search }), search).toEqual(['José'])
    expect(await names({ search: 'vertrieb' })).toEqual(['Bo', 'José'])
    expect(await names({ search: 'bo jose' })).toEqual([])
    expect(await names({ search: 'N-1' })).toEqual([])
    await office.organisation.changeDepartment(
      { id: department.id, version: 1, department: { name: 'Export', code: '', parentId: null, headId: null } },
      admin,
    )
    expect(await names({ search: 'export bo' })).toEqual(['Bo'])
  })

  it('finds people by what their record holds now', async () => {
    const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', lastName: 'Byron' })
    await office.update(employee, { lastName: 'King', workEmail: 'ada@acme.example' })
    expect([await names({ search: 'byron' }), await names({ search: 'king ada@acme' })]).toEqual([[], ['Ada']])
  })

  it('narrows down to a department with those below it, by names that everybody may read', async () => {
    const admin = await office.caller()
    const add = async (name: string, parentId: number | null) =>
      (
        await office.organisation.addDepartment(
          { department: { name, code: `C${name}`, parentId, headId: null } },
          admin,
        )
      ).department.id
    const sales = await add('Sales', null)
    const field = await add('Field', sales)
    await office.register({ employeeNumber: '1', firstName: 'Ada', departmentId: field })
    await office.register({ employeeNumber: '2', firstName: 'Bo' })
    expect(await names({ departmentId: sales })).toEqual(['Ada'])
    const answer = contract.directory.departments.output.parse(await office.directory.departments({}, admin))
    expect(answer.departments).toEqual([
      { id: field, name: 'Field', parentId: sales },
      { id: sales, name: 'Sales', parentId: null },
    ])
  })

  it('tells of each person to whom they report and who reports to them', async () => {
    const { employee: grace } = await office.register({ employeeNumber: '1', firstName: 'Grace', lastName: 'Hopper' })
    const ada = await office.register({ employeeNumber: '2', firstName: 'Ada', managerId: grace.id })
    const gone = await office.register({
      employeeNumber: '3',
      firstName: 'Bo',
      managerId: grace.id,
      hireDate: '2026-01-05',
    })
    expect(await card(ada.employee.id)).toMatchObject({ manager: { id: grace.id, name: 'Grace Hopper' }, reports: 0 })
    expect(await card(grace.id)).toMatchObject({ manager: null, reports: 2 })
    await leaveNow(gone.employee.id)
    await office.signIn(1, 1, 'maria')
    expect(await card(grace.id)).toMatchObject({ reports: 1 })
    expect(await names({ managerId: grace.id })).toEqual(['Ada'])
  })

  it('shows people themselves, and says where there is no record', async () => {
    const ada = await signedIn(2, { employeeNumber: '1', firstName: 'Ada', username: 'ada', dateOfBirth: '1990-05-06' })
    const own = async (window: number) =>
      contract.directory.readOwn.output.parse(await office.directory.readOwn({}, await office.caller(window))).own
    expect(await own(2)).toMatchObject({
      employee: { id: ada.id, dateOfBirth: '1990-05-06' },
      celebrations: { birthday: false, anniversary: false },
    })
    expect(await own(1)).toBeNull()
  })
})

describe('celebrations', () => {
  it('are told by nobody until they say so, each for itself, without a year', async () => {
    const dates = { dateOfBirth: '1990-11-25', hireDate: '2020-12-01' }
    await signedIn(2, { employeeNumber: '1', firstName: 'Ada', username: 'ada', ...dates })
    expect(await upcoming()).toEqual([])
    const announced = office.changes()
    await choose(2, { birthday: true })
    expect(await upcoming()).toEqual([['Ada', 'birthday', 11, 25, 5]])
    await choose(2, { birthday: true, anniversary: true })
    expect(await upcoming()).toEqual([
      ['Ada', 'birthday', 11, 25, 5],
      ['Ada', 'anniversary', 12, 1, 11],
    ])
    expect(office.changes()).toBe(announced + 2)
    const answer = JSON.stringify(await office.directory.celebrations({}, await office.caller()))
    expect(answer).not.toMatch(/1990|2020/)
  })

  it('are gone at once for who takes them back, and every choice is in the audit', async () => {
    await signedIn(2, { employeeNumber: '1', firstName: 'Ada', username: 'ada', dateOfBirth: '1990-11-25' })
    await choose(2, { birthday: true })
    await choose(2, { birthday: true })
    await choose(2, {})
    expect(await upcoming()).toEqual([])
    const chosen = (await office.audit()).filter(({ action }) => action === 'employee.celebrations_chosen')
    expect(chosen.map(({ actor, subject, changes }) => [actor, subject, changes])).toEqual([
      ['ada', 'Ada', { birthday: { old: 'no', new: 'yes' } }],
      ['ada', 'Ada', { birthday: { old: 'yes', new: 'no' } }],
    ])
  })

  it('are those of today and the fortnight after it, the nearest first', async () => {
    const birthdays = ['1990-11-19', '1990-11-20', '1990-12-04', '1990-12-05', '1990-11-28']
    for (const [index, dateOfBirth] of birthdays.entries()) {
      const username = `user${index}`
      await signedIn(index + 2, { employeeNumber: username, firstName: dateOfBirth, username, dateOfBirth })
      await choose(index + 2, { birthday: true })
    }
    expect((await upcoming()).map(([name, , , , inDays]) => [name, inDays])).toEqual([
      ['1990-11-20', 0],
      ['1990-11-28', 8],
      ['1990-12-04', celebrationDays],
    ])
  })

  it('know no anniversary in the year in which somebody came, nor a birthday that nobody knows', async () => {
    await signedIn(2, { employeeNumber: '1', firstName: 'New', username: 'new', hireDate: '2026-11-25' })
    await signedIn(3, { employeeNumber: '2', firstName: 'Old', username: 'old', hireDate: '2025-11-25' })
    for (const window of [2, 3]) await choose(window, { birthday: true, anniversary: true })
    expect(await upcoming()).toEqual([['Old', 'anniversary', 11, 25, 5]])
  })

  it('of 29 February come on the 28th in a year that has none', async () => {
    await signedIn(2, { employeeNumber: '1', firstName: 'Leap', username: 'leap', dateOfBirth: '2000-02-29' })
    await choose(2, { birthday: true })
    office.clock.advance(Date.parse('2027-02-20T09:00:00Z') - office.clock.now())
    await office.signIn(1, 1, 'maria')
    expect(await upcoming()).toEqual([['Leap', 'birthday', 2, 29, 8]])
  })

  it('of who left are told no more', async () => {
    const dates = { hireDate: '2026-01-05', dateOfBirth: '1990-12-06' }
    const ada = await signedIn(2, { employeeNumber: '1', firstName: 'Ada', username: 'ada', ...dates })
    await choose(2, { birthday: true })
    await leaveNow(ada.id)
    await office.signIn(1, 1, 'maria')
    expect(await upcoming()).toEqual([])
  })

  it('are offered to nobody without a record, nor kept after the session ended', async () => {
    expect(await refusal(choose(1, { birthday: true }))).toMatchObject({ code: 'NOT_FOUND' })
    await signedIn(2, { employeeNumber: '1', firstName: 'Ada', username: 'ada' })
    const ada = await office.caller(2)
    await office.signOutEverywhere(ada)
    const celebrations = { birthday: true, anniversary: false }
    expect(await refusal(office.directory.chooseCelebrations({ celebrations }, ada))).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })
})
