import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeFilter, EmployeeSort } from '../../electron/contract/employee-filter.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let ids: Readonly<Record<'sales' | 'north' | 'clerk', number>>

beforeEach(async () => {
  office = await openOffice()
  const caller = await office.caller()
  const department = async (name: string, parentId: number | null) =>
    (await office.organisation.addDepartment({ department: { name, code: '', parentId, headId: null } }, caller))
      .department.id
  const sales = await department('Sales', null)
  const north = await department('North', sales)
  const { position } = await office.organisation.addPosition({ position: { title: 'Clerk' } }, caller)
  ids = { sales, north, clerk: position.id }
  const { employee: ada } = await office.register({ employeeNumber: '1', firstName: 'Ada', departmentId: sales })
  await office.register({
    employeeNumber: '2',
    firstName: 'Ben',
    departmentId: north,
    positionId: position.id,
    managerId: ada.id,
    employmentType: 'intern',
    hireDate: '2026-11-02',
    contractEndDate: '2027-01-31',
    username: 'ben',
  })
  await office.register({ employeeNumber: '3', firstName: 'Cleo', hireDate: '2025-05-01', username: 'cleo' })
})
afterEach(() => office.dispose())

const names = async (filter: Partial<EmployeeFilter>, sort: EmployeeSort = []) =>
  (await office.list('', 0, 200, filter, sort)).rows.map(({ firstName }) => firstName)

describe('a filter', () => {
  it('means everybody where it says nothing', async () => {
    expect(await names({})).toEqual(['Ada', 'Ben', 'Cleo'])
  })

  it('means a department with those below it', async () => {
    expect(await names({ departmentIds: [ids.sales] })).toEqual(['Ada', 'Ben'])
    expect(await names({ departmentIds: [ids.north] })).toEqual(['Ben'])
  })

  it('holds position, manager and employment type against each other', async () => {
    const [ada] = (await office.list('ada')).rows
    expect(await names({ positionIds: [ids.clerk] })).toEqual(['Ben'])
    expect(await names({ managerIds: [ada?.id ?? 0] })).toEqual(['Ben'])
    expect(await names({ employmentTypes: ['intern', 'contractor'] })).toEqual(['Ben'])
    expect(await names({ positionIds: [ids.clerk], employmentTypes: ['contractor'] })).toEqual([])
  })

  it('takes the first and the last day of a time in', async () => {
    expect(await names({ hired: { from: '2026-11-02', to: '2026-11-02' } })).toEqual(['Ben'])
    expect(await names({ hired: { from: '', to: '2026-11-02' } })).toEqual(['Ben', 'Cleo'])
    expect(await names({ contractEnds: { from: '2027-01-01', to: '' } })).toEqual(['Ben'])
  })

  it('tells accounts by what became of them', async () => {
    const [ben] = (await office.list('ben')).rows
    const benAccount = ben?.account?.id ?? 0
    expect(await names({ accounts: ['without'] })).toEqual(['Ada'])
    expect(await names({ accounts: ['never-used'] })).toEqual(['Ben', 'Cleo'])
    await office.signIn(2, benAccount, 'ben')
    expect(await names({ accounts: ['signed-in'] })).toEqual(['Ben'])
    const { signedIn } = await office.caller()
    const ended = await office.database.write((transaction) =>
      office.administration.disableWithin(transaction, benAccount, signedIn),
    )
    expect(ended).toHaveLength(1)
    expect(await names({ accounts: ['signed-in'] })).toEqual([])
    expect(await names({ accounts: ['with', 'disabled'] })).toEqual(['Ben'])
  })

  it('means those who left, and counts them', async () => {
    const { employee } = await office.register({ employeeNumber: '4', firstName: 'Dora', hireDate: '2026-01-01' })
    const leaving = { leavingDate: '2026-03-31', leavingReason: 'resigned', successorId: null } as const
    await office.employees.handlers.offboard({ id: employee.id, version: 1, leaving }, await office.caller())
    expect(await names({ statuses: ['left'] })).toEqual(['Dora'])
    expect(await names({ leaving: { from: '2026-03-01', to: '2026-03-31' } })).toEqual(['Dora'])
    expect(await office.list('', 0, 1, { statuses: ['active'] })).toMatchObject({ total: 3, registered: 4 })
  })
})

describe('the order', () => {
  it('follows the columns that are asked for, the first before the second, then names', async () => {
    await office.register({ employeeNumber: '0', firstName: 'Aaron', departmentId: ids.north, hireDate: '2027-01-01' })
    const department = { column: 'department', descending: false } as const
    expect(await names({}, [department])).toEqual(['Aaron', 'Ben', 'Ada', 'Cleo'])
    expect(await names({}, [department, { column: 'hireDate', descending: false }])).toEqual([
      'Ben',
      'Aaron',
      'Ada',
      'Cleo',
    ])
    expect(await names({}, [{ column: 'employeeNumber', descending: true }])).toEqual(['Cleo', 'Ben', 'Ada', 'Aaron'])
  })

  it.each(['username', 'role', 'workEmail', 'department', 'position', 'manager', 'employmentType'] as const)(
    'puts those without a value last, whichever way it goes by %s',
    async (column) => {
      await office.register({
        employeeNumber: '4',
        firstName: 'Dora',
        workEmail: 'dora@office.example',
        departmentId: ids.north,
        positionId: ids.clerk,
        managerId: 1,
        employmentType: 'full-time',
        username: 'dora',
      })
      await office.register({ employeeNumber: '5', firstName: 'Aaron' })
      for (const descending of [false, true]) {
        const inOrder = await names({}, [{ column, descending }])
        expect(inOrder.indexOf('Dora')).toBeLessThan(inOrder.indexOf('Aaron'))
      }
    },
  )
})
