import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EmployeeFilter, type EmployeeSort, everybody } from '../../electron/contract/employee-filter.ts'
import { withinGroups } from '../../electron/employees/grouped-page.ts'
import { selectPage } from '../../electron/employees/list-repository.ts'
import { idsByWord } from '../../electron/employees/search-repository.ts'
import { type Office, openOffice } from './office.ts'

let office: Office

/** Departments of one name, managers of one name, roles, and people without each. */
beforeAll(async () => {
  office = await openOffice()
  const caller = await office.caller()
  const department = async (name: string, parentId: number | null) =>
    (await office.organisation.addDepartment({ department: { name, code: '', parentId, headId: null } }, caller))
      .department.id
  const [sales, stock] = [await department('Sales', null), await department('Stock', null)]
  const departments = [null, sales, await department('Office', sales), await department('Office', stock), stock]
  const title = async (given: string) =>
    (await office.organisation.addPosition({ position: { title: given } }, caller)).position.id
  const positions = [await title('Clerk'), null, await title('Buyer')]
  const manager = async (number: string) =>
    (await office.register({ employeeNumber: number, firstName: 'Mona', username: `m${number}`, role: 'manager' }))
      .employee.id
  const managers = [await manager('91'), await manager('92'), null]
  for (let number = 0; number < 24; number += 1) {
    await office.register({
      employeeNumber: String(number),
      firstName: ['Cleo', 'Ada', 'Ben'][number % 3] ?? '',
      departmentId: departments[number % 5] ?? null,
      positionId: positions[(number >> 1) % 3] ?? null,
      managerId: managers[(number >> 2) % 3] ?? null,
      ...(number % 4 === 0 ? { username: `u${number % 8}${number}` } : {}),
    })
  }
})
afterAll(() => office.dispose())

const columns = ['department', 'position', 'manager', 'username', 'role'] as const

describe('a page of an order by groups', () => {
  const orders: EmployeeSort[] = columns.flatMap((column) =>
    [false, true].flatMap((descending): EmployeeSort[] => [
      [{ column, descending }],
      [
        { column, descending },
        { column: 'employeeNumber', descending: true },
      ],
    ]),
  )
  const lists: [what: string, Partial<EmployeeFilter>, search: string[]][] = [
    ['everybody', {}, []],
    ['those whom a filter means', { accounts: ['without'] }, []],
    ['those who were found', {}, ['ada']],
  ]

  it.each(lists)('holds the same employees of %s as if all were sorted', async (_what, filter, words) => {
    const list = { filter: { ...everybody, ...filter }, found: { all: words.map(idsByWord), none: [] } }
    const ids = async (query: ReturnType<typeof selectPage>) => (await office.database.read(query)).map(({ id }) => id)
    for (const sort of orders) {
      for (let offset = 0; offset < 26; offset += 5) {
        const page = { sort, custom: [], offset, limit: 7 }
        const within = await withinGroups(office.database, { list, page, part: 26 })
        const expected = await ids(selectPage(list, page, false))
        for (const walks of [false, true]) {
          expect(await ids(selectPage(within.list, within.page, walks)), JSON.stringify(page)).toEqual(expected)
        }
      }
    }
  })

  it('leaves what stands before and after its groups alone', async () => {
    const list = { filter: everybody, found: { all: [], none: [] } }
    const page = { sort: [{ column: 'role', descending: true }] as const, custom: [], offset: 1, limit: 1 }
    const within = await withinGroups(office.database, { list, page: { ...page, sort: [...page.sort] }, part: 26 })
    expect(within).toMatchObject({ part: 2, page: { sort: [], offset: 1, limit: 1 } })
  })

  it('is left as it is where the order makes no groups', async () => {
    const list = { filter: everybody, found: { all: [], none: [] } }
    const whole = { list, page: { sort: [], custom: [], offset: 0, limit: 7 }, part: 26 }
    expect(await withinGroups(office.database, whole)).toBe(whole)
  })
})
