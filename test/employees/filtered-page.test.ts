import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type EmployeeFilter,
  type EmployeeSort,
  employeeSortColumns,
  employeeStatuses,
  employmentTypes,
  everybody,
} from '../../electron/contract/employee-filter.ts'
import { queries } from '../../electron/database/queries.ts'
import { withinGroups } from '../../electron/employees/grouped-page.ts'
import { countListed, selectPage } from '../../electron/employees/list-repository.ts'
import { idsByWord, indexWithin } from '../../electron/employees/search-repository.ts'
import { createTestNumbers } from '../support/random.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
let people: ReturnType<typeof draw>[]

const next = createTestNumbers(5)
const below = (limit: number) => Math.floor(next() * limit)
const someOf = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value
const places = [1, 2, 3, null]

/** Somebody by chance; every third has an account, which may be disabled or never have been used. */
function draw(_: unknown, index: number) {
  const number = String(1000 + index)
  const hasAccount = below(3) === 0
  return {
    account: hasAccount
      ? { id: 100 + index, disabled_at: someOf([1, null]), last_sign_in_at: someOf([1, null]), isOpen: below(4) === 0 }
      : null,
    employee: {
      id: index + 1,
      employee_number: number,
      employee_number_key: number,
      first_name: 'Ada',
      last_name: 'Byron',
      hire_date: `20${10 + below(15)}-01-01`,
      status: someOf(employeeStatuses),
      leaving_date: '2026-01-01',
      leaving_reason: 'resigned' as const,
      account_id: hasAccount ? 100 + index : null,
      department_id: someOf(places),
      position_id: someOf(places),
      manager_id: index < 3 ? null : someOf(places),
      employment_type: someOf([...employmentTypes, null]),
      archived_at: below(8) === 0 ? 1 : null,
      search_key: below(3) === 0 ? ' found' : ' other',
      sort_key: `name ${below(50)}`,
      created_at: 0,
      updated_at: 0,
      version: 1,
    },
  }
}

beforeAll(async () => {
  office = await openOffice()
  people = Array.from({ length: 300 }, draw)
  const stamp = { created_at: 0, updated_at: 0, version: 1 }
  await office.database.write(async (transaction) => {
    for (const id of [1, 2, 3]) {
      const department = { id, name: `D${id}`, name_key: `d${id}`, code: null, code_key: null, head_id: null }
      const parent_id = id === 3 ? 2 : null
      await transaction.execute(
        queries.insertInto('department').values({ ...department, parent_id, search_key: '', ...stamp }),
      )
      await transaction.execute(
        queries.insertInto('position').values({ id, title: `P${id}`, title_key: `p${id}`, search_key: '', ...stamp }),
      )
    }
    for (const { account, employee } of people) {
      if (account) {
        const { isOpen, ...given } = account
        await transaction.execute(
          queries.insertInto('account').values({
            ...given,
            username: `u${below(1000)}.${given.id}`,
            username_key: `u${below(1000)}.${given.id}`,
            full_name: '',
            role: someOf(['employee', 'manager']),
            password_hash: 'none',
            must_choose_password: 0,
            temporary_password_expires_at: null,
            recovery_code_hash: null,
            created_at: 0,
            version: 1,
          }),
        )
        const session = { account_id: given.id, key_hash: 'a'.repeat(64), computer: '', told_at: null, ended_by: null }
        const times = { started_at: 0, last_activity_at: 0, locked_at: null, expires_at: 1 }
        const end = isOpen ? { ended_at: null, reason: null } : { ended_at: 1, reason: 'idle' }
        await transaction.execute(queries.insertInto('session_history').values({ ...session, ...times, ...end }))
      }
      await transaction.execute(queries.insertInto('employee').values(employee))
    }
    await indexWithin(transaction, 1, people.length)
  })
})
afterAll(() => office.dispose())

const chosen = <Value>(values: readonly Value[]): Value[] => (below(2) === 0 ? [] : [someOf(values), someOf(values)])

const drawFilter = (): EmployeeFilter => ({
  ...everybody,
  search: someOf(['', 'found']),
  statuses: chosen(employeeStatuses),
  departmentIds: chosen(places),
  positionIds: chosen(places),
  managerIds: chosen(places),
  employmentTypes: chosen([...employmentTypes, null]),
  accounts: below(2) === 0 ? [] : [someOf(['with', 'without', 'disabled', 'never-used', 'signed-in'] as const)],
  hired: someOf([everybody.hired, { from: '2014-01-01', to: '2022-12-31' }]),
  archived: below(6) === 0,
})

type Person = (typeof people)[number]

/** As the filter says it, without a database. */
function isMeant({ account, employee }: Person, filter: EmployeeFilter): boolean {
  const of = <Value>(values: readonly Value[], value: Value) => values.length === 0 || values.includes(value)
  const departments = filter.departmentIds.includes(2) ? [...filter.departmentIds, 3] : filter.departmentIds
  const states = {
    with: account !== null,
    without: account === null,
    disabled: account !== null && account.disabled_at !== null,
    'never-used': account !== null && account.last_sign_in_at === null,
    'signed-in': account?.isOpen === true,
  }
  return (
    (employee.archived_at !== null) === filter.archived &&
    (filter.search === '' || employee.search_key.includes(filter.search)) &&
    of(filter.statuses, employee.status) &&
    of(departments, employee.department_id) &&
    of(filter.positionIds, employee.position_id) &&
    of(filter.managerIds, employee.manager_id) &&
    of(filter.employmentTypes, employee.employment_type) &&
    filter.accounts.every((state) => states[state]) &&
    (filter.hired.from === '' || employee.hire_date >= filter.hired.from) &&
    (filter.hired.to === '' || employee.hire_date <= filter.hired.to)
  )
}

it('finds those whom a filter means, in one order, whichever way they are read', async () => {
  for (let round = 0; round < 150; round += 1) {
    const filter = drawFilter()
    const found = { all: filter.search === '' ? [] : [idsByWord(filter.search)], none: [] }
    const list = { filter, found }
    const meant = people.filter((person) => isMeant(person, filter)).map(({ employee }) => employee.id)
    const [counted] = await office.database.read(countListed(list))
    expect(counted?.count, JSON.stringify(filter)).toBe(meant.length)

    const sort: EmployeeSort = below(4) === 0 ? [] : [{ column: someOf(employeeSortColumns), descending: next() < 0.5 }]
    const ids = async (...given: Parameters<typeof selectPage>) =>
      (await office.database.read(selectPage(...given))).map(({ id }) => id)
    const all = { sort, custom: [], offset: 0, limit: people.length }
    const inOrder = await ids(list, all, false)
    expect([...inOrder].sort((one, other) => one - other)).toEqual(meant)
    expect(await ids(list, all, true)).toEqual(inOrder)
    const page = { ...all, offset: 10, limit: 20 }
    const within = await withinGroups(office.database, { list, page, part: meant.length })
    for (const walks of [false, true]) {
      expect(await ids(within.list, within.page, walks), JSON.stringify(page)).toEqual(inOrder.slice(10, 30))
    }
  }
})
