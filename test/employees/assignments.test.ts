import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PlannedInput } from '../../electron/contract/assignments.ts'
import { type EmployeeInput, type EmployeeRecord, employeeFields } from '../../electron/contract/employees.ts'
import type { Department } from '../../electron/contract/organisation.ts'
import { detailsOf } from '../../renderer/features/employees/details.ts'
import { type Office, openOffice, refusal } from './office.ts'

const day = 24 * 3_600_000

let office: Office
let sales: Department
let stores: Department
let ada: EmployeeRecord

/** The clock of the tests stands at 2026-11-20. */
beforeEach(async () => {
  office = await openOffice()
  sales = await addDepartment('Sales')
  stores = await addDepartment('Stores')
  ada = await register('Ada', { departmentId: sales.id })
})
afterEach(() => office.dispose())

async function addDepartment(name: string): Promise<Department> {
  const department = { name, code: '', parentId: null, headId: null }
  return (await office.organisation.addDepartment({ department }, await office.caller())).department
}

async function removeDepartment({ id }: Department): Promise<void> {
  const { departments } = await office.organisation.listDepartments({}, await office.caller())
  const version = departments.find((department) => department.id === id)?.version ?? 0
  await office.organisation.removeDepartment({ id, version }, await office.caller())
}

let number = 0
async function register(firstName: string, more: Partial<EmployeeInput> = {}): Promise<EmployeeRecord> {
  number += 1
  const person = { employeeNumber: `A${number}`, firstName, hireDate: '2020-01-01', ...more }
  return (await office.register(person)).employee
}

const read = async ({ id }: EmployeeRecord) =>
  (await office.employees.handlers.read({ id }, await office.caller())).employee

async function change(employee: EmployeeRecord, more: Partial<EmployeeInput>, effectiveFrom?: string) {
  const record = await read(employee)
  const fields = employeeFields.parse({ ...detailsOf(record), ...more })
  const { id, version } = record
  const input = { id, version, employee: fields, effectiveFrom }
  return (await office.employees.handlers.update(input, await office.caller())).employee
}

const assignments = async (employee: EmployeeRecord) =>
  (await office.employees.assignments.list({ employeeId: employee.id }, await office.caller())).assignments

/** From when to when, and in which department and under whom; what is planned in brackets, with its problem. */
const timeline = async (employee: EmployeeRecord) =>
  (await assignments(employee)).map(({ effectiveFrom, lastDay, department, manager, planned }) => {
    const told = [effectiveFrom, lastDay, department?.name, manager?.name, planned?.problem].filter(Boolean).join(' ')
    return planned ? `(${told})` : told
  })

async function plannedOf(employee: EmployeeRecord) {
  const planned = (await assignments(employee)).find((assignment) => assignment.planned !== null)
  if (!planned) throw new Error('nothing is planned')
  return { employeeId: employee.id, version: (await read(employee)).version, id: planned.id }
}

const changePlanned = async (employee: EmployeeRecord, planned: PlannedInput) =>
  office.employees.assignments.changePlanned({ ...(await plannedOf(employee)), planned }, await office.caller())

const cancelPlanned = async (employee: EmployeeRecord) =>
  office.employees.assignments.cancelPlanned(await plannedOf(employee), await office.caller())

async function days(count: number): Promise<void> {
  office.clock.advance(count * day)
  await office.signIn(1, (await office.caller().catch(() => null))?.signedIn.accountId ?? 1, 'maria')
  await office.employees.assignDue()
}

const lastAudit = async () => (await office.audit()).filter(({ action }) => action.startsWith('employee.')).at(-1)

describe('the history of assignments', () => {
  it('begins with the hire date', async () => {
    expect(await timeline(ada)).toEqual(['2020-01-01 Sales'])
    const ahead = await register('Grace', { hireDate: '2027-02-01', departmentId: sales.id })
    expect(await timeline(ahead)).toEqual(['2027-02-01 Sales'])
  })

  it('grows by every change of the four fields, from today on, and by no other change', async () => {
    expect((await change(ada, { departmentId: stores.id })).department?.name).toBe('Stores')
    await change(ada, { notes: 'Left-handed' })
    expect(await timeline(ada)).toEqual(['2026-11-20 Stores', '2020-01-01 2026-11-19 Sales'])
    expect((await assignments(ada))[0]).toMatchObject({ createdBy: 'maria' })
  })

  it('is corrected from a day in the past, and the audit tells which', async () => {
    await change(ada, { departmentId: stores.id }, '2025-06-01')
    expect(await timeline(ada)).toEqual(['2025-06-01 Stores', '2020-01-01 2025-05-31 Sales'])
    expect((await lastAudit())?.changes).toEqual({
      departmentId: { old: 'Sales', new: 'Stores' },
      effectiveFrom: { old: null, new: '2025-06-01' },
    })
    await change(ada, { departmentId: null }, '2025-06-01')
    expect(await timeline(ada)).toEqual(['2025-06-01', '2020-01-01 2025-05-31 Sales'])
  })

  it('never begins before the hire date', async () => {
    const error = await refusal(change(ada, { departmentId: stores.id }, '2019-12-31'))
    expect(error).toMatchObject({ code: 'INVALID_INPUT', fields: { effectiveFrom: expect.any(String) } })
    expect(await timeline(ada)).toEqual(['2020-01-01 Sales'])
  })

  it('follows another hire date, together with what changes else', async () => {
    await change(ada, { departmentId: stores.id }, '2024-01-01')
    await change(ada, { hireDate: '2021-01-01' })
    expect(await timeline(ada)).toEqual(['2024-01-01 Stores', '2021-01-01 2023-12-31 Sales'])
    await change(ada, { hireDate: '2018-01-01', departmentId: null })
    expect(await timeline(ada)).toEqual(['2026-11-20', '2024-01-01 2026-11-19 Stores', '2018-01-01 2023-12-31 Sales'])
  })

  it('of somebody who has not begun is changed from the hire date on', async () => {
    const grace = await register('Grace', { hireDate: '2027-02-01', departmentId: sales.id })
    expect((await change(grace, { departmentId: stores.id })).department?.name).toBe('Stores')
    expect(await timeline(grace)).toEqual(['2027-02-01 Stores'])
  })

  it('keeps the name of a department that is removed, and follows one that is renamed', async () => {
    await change(ada, { departmentId: stores.id })
    await removeDepartment(sales)
    // Its id may be given again.
    await addDepartment('Board')
    const department = { name: 'Warehouse', code: '', parentId: null, headId: null }
    await office.organisation.changeDepartment({ id: stores.id, version: 1, department }, await office.caller())
    expect(await timeline(ada)).toEqual(['2026-11-20 Warehouse', '2020-01-01 2026-11-19 Sales'])
  })

  it('ends with the last day of work, and begins anew with a rehire', async () => {
    const { handlers } = office.employees
    const leaving = { leavingDate: '2026-10-31', leavingReason: 'resigned', successorId: null } as const
    await change(ada, { departmentId: stores.id }, '2027-01-01')
    await handlers.offboard({ id: ada.id, version: (await read(ada)).version, leaving }, await office.caller())
    expect(await timeline(ada)).toEqual(['2020-01-01 2026-10-31 Sales'])
    expect((await office.audit()).at(-2)).toMatchObject({
      action: 'employee.assignment_cancelled',
      changes: { departmentId: { old: 'Stores', new: null }, effectiveFrom: { old: '2027-01-01', new: null } },
    })

    await change(ada, { departmentId: stores.id }, '2026-06-01')
    expect(await timeline(ada)).toEqual(['2026-06-01 2026-10-31 Stores', '2020-01-01 2026-05-31 Sales'])
    expect((await refusal(change(ada, { departmentId: null }, '2026-11-01'))).fields).toHaveProperty('effectiveFrom')

    const { version } = await read(ada)
    await handlers.rehire({ id: ada.id, version, rehire: { hireDate: '2026-11-18' } }, await office.caller())
    await change(ada, { departmentId: null })
    expect(await timeline(ada)).toEqual([
      '2026-11-20',
      '2026-11-18 2026-11-19 Stores',
      '2026-06-01 2026-10-31 Stores',
      '2020-01-01 2026-05-31 Sales',
    ])
    expect((await refusal(change(ada, { hireDate: '2026-10-01' }))).fields).toHaveProperty(['employee.hireDate'])
  })

  it('tells of a manager who came by handing over', async () => {
    const grace = await register('Grace', { managerId: ada.id })
    const edith = await register('Edith')
    const leaving = { leavingDate: '2026-11-19', leavingReason: 'retired', successorId: edith.id } as const
    await office.employees.handlers.offboard({ id: ada.id, version: 1, leaving }, await office.caller())
    expect(await timeline(grace)).toEqual(['2026-11-20 Edith', '2020-01-01 2026-11-19 Ada'])
  })
})

describe('a change for a day ahead', () => {
  it('is kept as planned, told in the audit, and changes nothing yet but the other fields', async () => {
    const saved = await change(ada, { departmentId: stores.id, notes: 'Moves soon' }, '2026-12-01')
    expect(saved).toMatchObject({ department: { name: 'Sales' }, notes: 'Moves soon', version: 2 })
    expect(await timeline(ada)).toEqual(['(2026-12-01 Stores)', '2020-01-01 Sales'])
    expect((await office.audit()).slice(-2)).toMatchObject([
      {
        action: 'employee.assignment_planned',
        changes: {
          departmentId: { old: 'Sales', new: 'Stores' },
          effectiveFrom: { old: null, new: '2026-12-01' },
        },
      },
      { action: 'employee.updated', changes: { notes: { old: null, new: 'Moves soon' } } },
    ])
    expect(office.changes()).toBe(2)
  })

  it('takes effect when the day comes, not before, with what was changed meanwhile kept', async () => {
    await change(ada, { departmentId: stores.id }, '2026-11-22')
    await change(ada, { employmentType: 'part-time' })
    await days(1)
    expect((await read(ada)).department?.name).toBe('Sales')
    const told = office.changes()
    await days(1)
    expect(await read(ada)).toMatchObject({ department: { name: 'Stores' }, employmentType: 'part-time' })
    expect(await timeline(ada)).toEqual([
      '2026-11-22 Stores',
      '2026-11-20 2026-11-21 Sales',
      '2020-01-01 2026-11-19 Sales',
    ])
    expect(await lastAudit()).toMatchObject({ action: 'employee.updated', actor: null })
    expect(office.changes()).toBe(told + 1)
  })

  it('holds from its own day, when Staffdesk was closed on it', async () => {
    await change(ada, { departmentId: stores.id }, '2026-11-22')
    await days(10)
    expect(await timeline(ada)).toEqual(['2026-11-22 Stores', '2020-01-01 2026-11-21 Sales'])
  })

  it('becomes one with another of the same day, in which the later word counts', async () => {
    const grace = await register('Grace')
    await change(ada, { departmentId: stores.id }, '2026-12-01')
    await change(ada, { managerId: grace.id }, '2026-12-01')
    await change(ada, { departmentId: null }, '2026-12-01')
    expect(await timeline(ada)).toEqual(['(2026-12-01 Grace)', '2020-01-01 Sales'])
  })

  it('can be given another day or another choice, or be made at once', async () => {
    await change(ada, { departmentId: stores.id }, '2026-12-01')
    await changePlanned(ada, { effectiveFrom: '2027-01-01', departmentId: stores.id })
    expect(await timeline(ada)).toEqual(['(2027-01-01 Stores)', '2020-01-01 Sales'])
    await changePlanned(ada, { effectiveFrom: '2026-11-01' })
    expect(await timeline(ada)).toEqual(['2026-11-01 Stores', '2020-01-01 2026-10-31 Sales'])
    await change(ada, { departmentId: sales.id }, '2026-12-01')
    await changePlanned(ada, { effectiveFrom: '2026-12-01', departmentId: stores.id })
    expect(await timeline(ada)).toEqual(['2026-11-01 Stores', '2020-01-01 2026-10-31 Sales'])
    expect(await lastAudit()).toMatchObject({ action: 'employee.assignment_cancelled' })
  })

  it('can be taken back, once, over the newest version', async () => {
    await change(ada, { departmentId: stores.id }, '2026-12-01')
    const which = await plannedOf(ada)
    const { assignments: handlers } = office.employees
    const stale = { ...which, version: which.version - 1 }
    expect((await refusal(handlers.cancelPlanned(stale, await office.caller()))).code).toBe('CONFLICT')
    await cancelPlanned(ada)
    expect(await timeline(ada)).toEqual(['2020-01-01 Sales'])
    expect(await lastAudit()).toMatchObject({ action: 'employee.assignment_cancelled', actor: 'maria' })
    const again = { ...which, version: which.version + 1 }
    expect((await refusal(handlers.cancelPlanned(again, await office.caller()))).code).toBe('NOT_FOUND')
    await days(30)
    expect((await read(ada)).department?.name).toBe('Sales')
  })

  it.each([
    [
      'a circle',
      async (grace: EmployeeRecord) => void (await change(grace, { managerId: ada.id })),
      /cannot report|can report to themselves/,
    ],
    [
      'a manager who has left',
      async (grace: EmployeeRecord) => {
        const leaving = { leavingDate: '2026-11-20', leavingReason: 'resigned', successorId: null } as const
        const { id, version } = await read(grace)
        await office.employees.handlers.offboard({ id, version, leaving }, await office.caller())
      },
      /Grace has left/,
    ],
  ])('is checked again when it takes effect: %s', async (_what, meanwhile, problem) => {
    const grace = await register('Grace')
    await change(ada, { managerId: grace.id }, '2026-11-22')
    await meanwhile(grace)
    await days(2)
    await days(1)
    expect((await read(ada)).manager).toBeNull()
    const [planned] = await assignments(ada)
    expect(planned?.planned?.problem).toMatch(problem)
    const told = (await office.audit()).filter(({ action }) => action === 'employee.assignment_refused')
    expect(told).toMatchObject([{ subject: 'Ada', actor: null, changes: { effectiveFrom: { new: '2026-11-22' } } }])

    await cancelPlanned(ada)
    expect(await timeline(ada)).toEqual(['2020-01-01 Sales'])
  })

  it('is refused by its day where the place is gone, and goes on once it is changed', async () => {
    const grace = await register('Grace')
    await change(ada, { departmentId: stores.id }, '2026-11-22')
    await change(grace, { departmentId: stores.id }, '2026-11-22')
    await removeDepartment(stores)
    await addDepartment('Board')
    await change(grace, { employmentType: 'intern' })
    await days(2)
    expect(await timeline(ada)).toEqual(['(2026-11-22 Stores Stores does not exist any more.)', '2020-01-01 Sales'])
    await changePlanned(ada, { effectiveFrom: '2026-11-22', departmentId: null })
    expect(await timeline(ada)).toEqual(['2026-11-22', '2020-01-01 2026-11-21 Sales'])
    expect((await assignments(grace))[0]?.planned?.problem).toMatch(/Stores/)
  })
})
