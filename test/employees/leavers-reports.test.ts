import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeRecord, LeavingInput } from '../../electron/contract/employees.ts'
import { departmentFields } from '../../electron/contract/organisation.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice, refusal } from './office.ts'

const day = 24 * 3_600_000

let office: Office
let ada: EmployeeRecord
beforeEach(async () => {
  office = await openOffice()
  ada = await add('Ada')
})
afterEach(() => office.dispose())

async function add(firstName: string, managerId: number | null = null): Promise<EmployeeRecord> {
  const person = { employeeNumber: firstName, firstName, hireDate: '2020-01-01', managerId }
  return (await office.register(person)).employee
}

const read = async ({ id }: EmployeeRecord) =>
  (await office.employees.handlers.read({ id }, await office.caller())).employee

/** The clock of the tests stands at 2026-11-20. */
async function offboard(employee: EmployeeRecord, more: Partial<LeavingInput> = {}): Promise<void> {
  const { id, version } = await read(employee)
  const leaving = { leavingDate: '2026-11-20', leavingReason: 'resigned', successorId: null, ...more } as const
  await office.employees.handlers.offboard({ id, version, leaving }, await office.caller())
}

/** Lets so many days go by, and the administrator in again. */
async function pass(days: number): Promise<void> {
  const { accountId } = (await office.caller()).signedIn
  office.clock.advance(days * day)
  await office.signIn(1, accountId, 'maria')
}

const timeline = async ({ id }: EmployeeRecord) => {
  const { assignments } = await office.employees.assignments.list({ employeeId: id }, await office.caller())
  return assignments.map(({ effectiveFrom, lastDay, manager }) => [effectiveFrom, lastDay, manager?.name ?? null])
}

describe('somebody to whom people report who have left already', () => {
  it('can leave: those people go to the successor on their own last day, after which nothing holds', async () => {
    const grace = await add('Grace')
    const joan = await add('Joan', ada.id)
    await offboard(joan, { leavingDate: '2026-11-01' })
    await offboard(ada, { successorId: grace.id })
    expect((await read(ada)).status).toBe('left')
    expect((await read(joan)).manager?.name).toBe('Grace')
    expect(await timeline(joan)).toEqual([
      ['2026-11-01', '2026-11-01', 'Grace'],
      ['2020-01-01', '2026-10-31', 'Ada'],
    ])
  })

  it('can leave by themselves, when a last day that was planned is over', async () => {
    const joan = await add('Joan', ada.id)
    await offboard(joan, { leavingDate: '2026-11-01' })
    await offboard(ada, { leavingDate: '2026-11-25' })
    await pass(6)
    await office.employees.leaveDue()
    expect((await read(ada)).status).toBe('left')
  })
})

it('somebody who has left cannot come to lead a department', async () => {
  await offboard(ada)
  const department = departmentFields.parse({ name: 'Engines', code: '', parentId: null, headId: ada.id })
  expect(await refusal(office.organisation.addDepartment({ department }, await office.caller()))).toMatchObject({
    code: 'INVALID_INPUT',
    fields: { 'department.headId': 'This employee does not work here any more. Choose somebody else.' },
  })
})

describe('a leaving that is ahead', () => {
  it('is handed on with the rest where whoever was to take over leaves first', async () => {
    const grace = await add('Grace')
    const heir = await add('Heir')
    const joan = await add('Joan', ada.id)
    await offboard(ada, { leavingDate: '2026-12-31', successorId: grace.id })
    await offboard(grace, { successorId: heir.id })
    expect((await read(ada)).leaving?.successor?.name).toBe('Heir')
    expect(await office.audit()).toContainEqual(
      expect.objectContaining({ subject: 'Ada', changes: { successorId: { old: 'Grace', new: 'Heir' } } }),
    )
    await pass(42)
    await office.employees.leaveDue()
    expect((await read(joan)).manager?.name).toBe('Heir')
  })

  it('is handed to nobody where the two were to take over from each other', async () => {
    const grace = await add('Grace')
    await offboard(ada, { leavingDate: '2026-12-31', successorId: grace.id })
    await offboard(grace, { successorId: ada.id })
    expect((await read(ada)).leaving).toMatchObject({ date: '2026-12-31', successor: null })
  })

  it('is not done where another day was chosen since it was looked for', async () => {
    await offboard(ada, { leavingDate: '2026-11-22' })
    await pass(3)
    const { id, version } = await read(ada)
    const leaving = { leavingDate: '2026-12-31', leavingReason: 'resigned', successorId: null } as const
    const caller = await office.caller()
    await Promise.all([
      office.employees.handlers.offboard({ id, version, leaving }, caller),
      office.employees.leaveDue(),
    ])
    expect(await read(ada)).toMatchObject({ status: 'active', leaving: { date: '2026-12-31' } })
  })

  it('comes about although that of somebody before them fails', async () => {
    const grace = await add('Grace')
    await add('Joan', ada.id)
    await offboard(ada, { leavingDate: '2026-11-22' })
    await offboard(grace, { leavingDate: '2026-11-22' })
    // Nobody can be handed over after the last day that their history tells of: the table refuses it.
    await office.database.write((transaction) =>
      transaction.execute(
        queries.updateTable('assignment').set({ effective_from: '2020-01-01', last_day: '2020-01-01' }),
      ),
    )
    await pass(3)
    await office.employees.leaveDue()
    expect((await read(ada)).status).toBe('active')
    expect((await read(grace)).status).toBe('left')
    expect(office.log.lines).toContainEqual(expect.stringContaining('could not leave'))
  })
})
