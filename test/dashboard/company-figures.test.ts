import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { companyFigures, type Figure, signInFigures, teamFigures } from '../../electron/contract/dashboard.ts'
import { addDays, monthsUntil } from '../../electron/dashboard/calendar.ts'
import { createDashboardHandlers } from '../../electron/dashboard/dashboard.ts'
import { companyName, type Office, openOffice } from '../employees/office.ts'

let office: Office
let sales: number

// The clock stands at 20 November 2026.
beforeEach(async () => {
  office = await openOffice()
  const caller = await office.caller()
  const department = async (name: string, parentId: number | null) =>
    (await office.organisation.addDepartment({ department: { name, code: '', parentId, headId: null } }, caller))
      .department.id
  sales = await department('Sales', null)
  const north = await department('North', await department('Inland', sales))
  await department('Stock', null)
  const soon = { probationEndDate: '2026-12-20', contractEndDate: '2026-12-21' }
  await office.register({ employeeNumber: '1', firstName: 'Ada', hireDate: '2026-09-30', departmentId: sales, ...soon })
  await office.register({ employeeNumber: '2', firstName: 'Ben', hireDate: '2026-10-01', departmentId: north })
  await office.register({ employeeNumber: '3', firstName: 'Cleo', hireDate: '2026-11-21', username: 'cleo' })
  const intern = { employmentType: 'intern', contractEndDate: '2026-11-19' } as const
  await office.register({ employeeNumber: '4', firstName: 'Dora', hireDate: '2019-01-01', username: 'dora', ...intern })
  await leave('Ben', '2026-10-31')
})
afterEach(() => office.dispose())

async function leave(name: string, leavingDate: string): Promise<void> {
  const [employee] = (await office.list(name)).rows
  const leaving = { leavingDate, leavingReason: 'resigned', successorId: null } as const
  await office.employees.handlers.offboard({ id: employee?.id ?? 0, version: 1, leaving }, await office.caller())
}

let pauses: number

function handlers() {
  const { database, clock, lifecycle, employees } = office
  pauses = 0
  const pause = async () => {
    pauses += 1
  }
  return createDashboardHandlers({ database, clock, companyName, lifecycle, countEmployees: employees.count, pause })
}

const read = async () => companyFigures.parse(await handlers().company({}, await office.caller()))
const readSignIns = async () => signInFigures.parse(await handlers().signIns({}, await office.caller()))

const counts = (figures: readonly Figure[]) => figures.map(({ count }) => count)

describe('the company in figures', () => {
  it('counts who works here by department, with all below it, and by type', async () => {
    const { headcount, departments, types } = await read()
    expect(headcount.count).toBe(3)
    expect(departments.map(({ name, count }) => [name, count])).toEqual([
      ['Sales', 1],
      ['Stock', 0],
      [null, 2],
    ])
    expect(types.map(({ type, count }) => [type, count])).toEqual([
      [null, 2],
      ['intern', 1],
    ])
  })

  it('counts those below a department with it, and those whose work rests', async () => {
    const [inland] = (await office.organisation.listDepartments({}, await office.caller())).departments.filter(
      ({ name }) => name === 'Inland',
    )
    await office.register({ employeeNumber: '5', firstName: 'Emil', departmentId: inland?.id ?? null })
    for (const [name, status] of [
      ['Ada', 'suspended'],
      ['Dora', 'inactive'],
      ['Emil', 'draft'],
    ] as const) {
      const [employee] = (await office.list(name)).rows
      const known = { id: employee?.id ?? 0, version: 1 }
      await office.employees.handlers.changeStatus({ ...known, status }, await office.caller())
    }
    await office.register({ employeeNumber: '6', firstName: 'Finn', departmentId: inland?.id ?? null })
    const { headcount, departments } = await read()
    expect(headcount.count).toBe(4)
    expect(departments[0]).toMatchObject({ name: 'Sales', count: 2 })
  })

  it('counts a leaver in the month of leaving, whenever they came', async () => {
    await leave('Dora', '2026-11-15')
    const months = (await read()).months.slice(-3)
    expect(counts(months.map((month) => month.left))).toEqual([0, 1, 1])
    expect(counts(months.map((month) => month.headcount))).toEqual([2, 2, 1])
  })

  it('follows the last twelve months up to today', async () => {
    const { months } = await read()
    expect(months.map(({ until }) => until)).toHaveLength(12)
    expect(months.slice(-3).map(({ until }) => until)).toEqual(['2026-09-30', '2026-10-31', '2026-11-20'])
    expect(counts(months.slice(-3).map((month) => month.headcount))).toEqual([2, 2, 2])
    expect(counts(months.slice(-3).map((month) => month.joined))).toEqual([1, 1, 1])
    expect(counts(months.slice(-3).map((month) => month.left))).toEqual([0, 1, 0])
    expect(counts(months.slice(0, 1).map((month) => month.headcount))).toEqual([1])
  })

  it('tells what ends within thirty days and which accounts nobody has used', async () => {
    const { probationsEnding, contractsEnding } = await read()
    const { accountsNeverUsed } = await readSignIns()
    expect(counts([probationsEnding, contractsEnding, accountsNeverUsed])).toEqual([1, 0, 2])
    const [cleo] = (await office.list('Cleo')).rows
    await office.signIn(2, cleo?.account?.id ?? 0, 'cleo')
    expect((await readSignIns()).accountsNeverUsed.count).toBe(1)
  })

  it('leaves the archived out of the newest', async () => {
    const [dora, ada] = [(await office.list('Dora')).rows[0], (await office.list('Ada')).rows[0]]
    await office.employees.handlers.archive({ id: ada?.id ?? 0, version: 1 }, await office.caller())
    const { registeredLately } = await read()
    expect(registeredLately.map(({ name }) => name)).toEqual(['Dora', 'Cleo', 'Ben'])
    expect(registeredLately[0]?.id).toBe(dora?.id)
  })

  it('counts the sign-ins of fourteen days', async () => {
    await office.signIn(2, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    const { days } = await readSignIns()
    expect(days).toHaveLength(14)
    expect(days[0]).toEqual({ day: '2026-11-07', count: 0 })
    expect(days.at(-1)).toEqual({ day: '2026-11-20', count: 2 })
  })

  it('lets others have their turn before each of its statements', async () => {
    await read()
    expect(pauses).toBeGreaterThan(5)
  })

  it('names the newest employees first', async () => {
    const { registeredLately } = await read()
    expect(registeredLately.map(({ name }) => name)).toEqual(['Dora', 'Cleo', 'Ben', 'Ada'])
  })

  it('gives each figure the filter whose list holds just as many', async () => {
    await office.register({ employeeNumber: '5', firstName: 'Emil', hireDate: '2026-11-20', departmentId: sales })
    const { headcount, departments, types, months, probationsEnding, contractsEnding } = await read()
    const { accountsNeverUsed } = await readSignIns()
    const figures = [
      headcount,
      ...departments,
      ...types,
      ...months.flatMap((month) => [month.headcount, month.joined, month.left]),
      probationsEnding,
      contractsEnding,
      accountsNeverUsed,
    ]
    const totals = await Promise.all(figures.map(async ({ filter }) => (await office.list('', 0, 1, filter)).total))
    expect(totals).toEqual(counts(figures))
    expect(Math.max(...totals)).toBe(4)
  })
})

describe('a team in figures', () => {
  it('counts those below the manager, and names whose probation or contract ends within thirty days', async () => {
    const manager = await office.register({ employeeNumber: 'M', firstName: 'Mona', username: 'mona', role: 'manager' })
    const below = { managerId: manager.employee.id, hireDate: '2026-01-01' }
    const ends = { probationEndDate: '2026-12-20', contractEndDate: '2026-11-20' }
    const { employee } = await office.register({ ...below, ...ends, employeeNumber: '7', firstName: 'Gil' })
    const later = { probationEndDate: '2026-12-21', employmentType: 'intern' } as const
    await office.register({
      ...later,
      employeeNumber: '8',
      firstName: 'Hal',
      hireDate: '2026-01-01',
      managerId: employee.id,
    })
    await office.signIn(2, manager.employee.account?.id ?? 0, 'mona')
    const { team } = handlers()
    expect(teamFigures.parse(await team({}, await office.caller(2)))).toEqual({
      members: 2,
      types: [
        { type: null, count: 1 },
        { type: 'intern', count: 1 },
      ],
      ending: [
        { id: employee.id, name: 'Gil', what: 'contract', on: '2026-11-20' },
        { id: employee.id, name: 'Gil', what: 'probation', on: '2026-12-20' },
      ],
    })
    expect((await team({}, await office.caller(1))).members).toBe(0)
  })
})

describe('the calendar', () => {
  it('crosses months, years and 29 February', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-29', -30)).toBe('2026-02-27')
    expect(monthsUntil('2028-03-31', 3).map(({ last }) => last)).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
    expect(monthsUntil('2026-01-15', 2).map(({ name }) => name)).toEqual(['2025-12', '2026-01'])
  })
})
