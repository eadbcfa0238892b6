import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmployeeRecord, employeeFields, unknownEmployee } from '../../electron/contract/employees.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

async function addDepartment(name: string) {
  const department = { name, code: '', parentId: null, headId: null }
  return (await office.organisation.addDepartment({ department }, await office.caller())).department
}

const addPosition = async (title: string) =>
  (await office.organisation.addPosition({ position: { title } }, await office.caller())).position

let registered = 0
const register = async (firstName: string, managerId: number | null = null): Promise<EmployeeRecord> => {
  registered += 1
  return (await office.register({ employeeNumber: `N${registered}`, firstName, managerId })).employee
}

describe('department, position and manager', () => {
  it('are kept with a new employee, answered by name and shown in the list', async () => {
    const sales = await addDepartment('Sales')
    const clerk = await addPosition('Clerk')
    const grace = await register('Grace')
    const places = {
      departmentId: sales.id,
      positionId: clerk.id,
      managerId: grace.id,
      employmentType: 'intern',
    } as const
    const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', ...places })
    const named = {
      department: { id: sales.id, name: 'Sales' },
      position: { id: clerk.id, name: 'Clerk' },
    }
    expect(employee).toMatchObject({ ...named, manager: { id: grace.id, name: 'Grace' }, employmentType: 'intern' })
    expect((await office.list('ada')).rows).toEqual([expect.objectContaining(named)])
  })

  it('leave names in the audit, when they are given and when they change', async () => {
    const [sales, stores] = [await addDepartment('Sales'), await addDepartment('Stores')]
    const clerk = await addPosition('Clerk')
    const grace = await register('Grace')
    const places = { departmentId: sales.id, positionId: clerk.id, managerId: grace.id }
    const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', ...places })
    expect((await office.audit()).at(-1)?.changes).toMatchObject({
      departmentId: { old: null, new: 'Sales' },
      positionId: { old: null, new: 'Clerk' },
      managerId: { old: null, new: 'Grace' },
    })
    await office.update(employee, { departmentId: stores.id, positionId: null, managerId: null })
    expect((await office.audit()).at(-1)?.changes).toEqual({
      departmentId: { old: 'Sales', new: 'Stores' },
      positionId: { old: 'Clerk', new: null },
      managerId: { old: 'Grace', new: null },
    })
  })

  it.each([
    ['departmentId', /department does not exist/],
    ['positionId', /position does not exist/],
    ['managerId', /manager does not exist/],
  ] as const)('that are gone are refused beside their field: %s', async (field, message) => {
    const ada = await register('Ada')
    for (const act of [
      () => office.register({ employeeNumber: 'X', firstName: 'X', [field]: 999 }),
      () => office.update(ada, { [field]: 999 }),
    ]) {
      const error = await refusal(act())
      expect(error.code).toBe('INVALID_INPUT')
      expect(error.fields).toEqual({ [`employee.${field}`]: expect.stringMatching(message) })
    }
    expect((await office.list()).registered).toBe(1)
  })
})

describe('a reporting line', () => {
  it('that would close a circle is refused with its path, beside the manager', async () => {
    const ada = await register('Ada')
    const grace = await register('Grace', ada.id)
    const edith = await register('Edith', grace.id)
    const message = 'Nobody can report to themselves: Ada → Edith → Grace → Ada. Choose another manager.'
    expect(await refusal(office.update(ada, { managerId: edith.id }))).toEqual({
      code: 'REFUSED',
      message,
      fields: { 'employee.managerId': message },
    })
    expect((await refusal(office.update(ada, { managerId: grace.id }))).message).toContain('Ada → Grace → Ada.')
    expect((await refusal(office.update(ada, { managerId: ada.id }))).message).toContain('Ada → Ada.')
    const { employee } = await office.employees.handlers.read({ id: ada.id }, await office.caller())
    expect(employee).toEqual({ ...ada, reports: 1 })
  })

  it('may be turned round step by step', async () => {
    const ada = await register('Ada')
    const grace = await register('Grace', ada.id)
    const freed = await office.update(grace, { managerId: null })
    expect((await office.update(ada, { managerId: freed.id })).manager).toEqual({ id: grace.id, name: 'Grace' })
  })
})

describe('the dates of an employee', () => {
  const problemsOf = (dates: object) => {
    const typed = { ...unknownEmployee, employeeNumber: '1', firstName: 'Ada', hireDate: '2026-03-01', ...dates }
    return (employeeFields.safeParse(typed).error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])
  }

  it.each([
    {},
    { dateOfBirth: '2026-02-28' },
    { probationEndDate: '2026-03-01', contractEndDate: '2026-03-01' },
    { dateOfBirth: '1990-01-01', probationEndDate: '2026-06-01', contractEndDate: '2027-03-01' },
  ])('stand in order: %j', (dates) => expect(problemsOf(dates)).toEqual([]))

  it.each([
    [{ dateOfBirth: '2026-03-01' }, 'hireDate', 'The hire date must be after the date of birth.'],
    [{ dateOfBirth: '2027-01-01' }, 'hireDate', 'The hire date must be after the date of birth.'],
    [{ probationEndDate: '2026-02-28' }, 'probationEndDate', 'The probation cannot end before the hire date.'],
    [{ contractEndDate: '2025-12-31' }, 'contractEndDate', 'The contract cannot end before the hire date.'],
  ])('are refused in another order: %j', (dates, field, message) =>
    expect(problemsOf(dates)).toEqual([[field, message]]),
  )

  it('are all told that are out of order', () => {
    const dates = { dateOfBirth: '2026-03-01', probationEndDate: '2026-01-01', contractEndDate: '2026-01-01' }
    expect(problemsOf(dates).map(([field]) => field)).toEqual(['hireDate', 'probationEndDate', 'contractEndDate'])
  })

  it('are told beside whatever else is wrong, and never measured by a date that is none', () => {
    const wrong = { firstName: '', contractEndDate: '2026-01-01', dateOfBirth: '2026-13-01' }
    expect(problemsOf(wrong).map(([field]) => field)).toEqual(['firstName', 'dateOfBirth', 'contractEndDate'])
  })
})
