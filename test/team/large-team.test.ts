import { afterEach, beforeEach, expect, it } from 'vitest'
import { employeeStatuses, employmentTypes } from '../../electron/contract/employee-filter.ts'
import { teamFilter } from '../../electron/contract/team.ts'
import { readTeamFigures } from '../../electron/dashboard/team-figures.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice } from '../employees/office.ts'
import { createTestNumbers } from '../support/random.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const people = 1500

/** A company in which about half of everybody has reports, of every status, some of them archived. */
async function fill() {
  const next = createTestNumbers(7)
  const below = (limit: number) => Math.floor(next() * limit)
  const employees = Array.from({ length: people }, (_, index) => ({
    id: index + 1,
    employee_number: `N-${index}`,
    employee_number_key: `n-${index}`,
    first_name: `First${below(40)}`,
    last_name: `Last${below(40)}`,
    hire_date: '2026-01-01',
    status: employeeStatuses[below(employeeStatuses.length)] ?? 'active',
    manager_id: index === 0 ? null : Math.max(1, index - below(6)),
    employment_type: employmentTypes[below(employmentTypes.length)] ?? null,
    probation_end_date: below(3) === 0 ? `2026-12-${String(1 + below(28)).padStart(2, '0')}` : null,
    leaving_date: '2026-11-01',
    leaving_reason: 'resigned' as const,
    archived_at: below(10) === 0 ? 1 : null,
    search_key: '',
    sort_key: `key ${below(400)}`,
    directory_key: `word${below(30)} x`,
    created_at: 0,
    updated_at: 0,
    version: 1,
  }))
  await office.database.write(async (transaction) => {
    for (const employee of employees) await transaction.execute(queries.insertInto('employee').values(employee))
  })
  return employees
}

type Filled = Awaited<ReturnType<typeof fill>>

/** By going up from everybody, one after the other. */
function teamOf(employees: Filled, leader: number): Filled {
  const isBelow = (manager: number | null): boolean =>
    manager !== null && (manager === leader || isBelow(employees[manager - 1]?.manager_id ?? null))
  return employees
    .filter(({ status, archived_at }) => status !== 'draft' && status !== 'left' && archived_at === null)
    .filter(({ manager_id }) => isBelow(manager_id))
    .sort((one, other) => (one.sort_key < other.sort_key ? -1 : one.sort_key > other.sort_key ? 1 : one.id - other.id))
}

it.each([1, 2, 400, 1200, 1490])('is the same to a manager of many and of few: number %i', async (leader) => {
  const employees = await fill()
  const { signedIn } = await office.caller()
  await office.database.write((transaction) =>
    transaction.execute(
      queries.updateTable('employee').set({ account_id: signedIn.accountId }).where('id', '=', leader),
    ),
  )
  const team = teamOf(employees, leader)
  const list = async (search: string, offset: number) =>
    office.team.list({ ...teamFilter.parse({ search }), offset, limit: 200 }, await office.caller())

  const page = await list('', 100)
  expect([page.members, page.total]).toEqual([team.length, team.length])
  expect(page.rows.map(({ id }) => id)).toEqual(team.slice(100, 300).map(({ id }) => id))

  for (const word of ['word1', 'n-14']) {
    const found = team.filter((one) => one.directory_key.includes(word) || one.employee_number_key.includes(word))
    const searched = await list(word, 0)
    expect([searched.members, searched.total]).toEqual([team.length, found.length])
    expect(searched.rows.map(({ id }) => id)).toEqual(found.slice(0, 200).map(({ id }) => id))
  }

  const figures = await readTeamFigures(office.database, signedIn.accountId, Date.parse('2026-12-05T12:00:00'))
  expect(figures.members).toBe(team.length)
  for (const type of employmentTypes) {
    const count = team.filter(({ employment_type }) => employment_type === type).length
    expect(figures.types.find((row) => row.type === type)?.count ?? 0).toBe(count)
  }
  const ending = team
    .filter(({ probation_end_date: end }) => end !== null && end >= '2026-12-05')
    .map(({ id, probation_end_date: end, sort_key: key }) => ({ id, on: end ?? '', key }))
    .sort((one, other) => `${one.on}${one.key}`.localeCompare(`${other.on}${other.key}`))
    .slice(0, 20)
  expect(figures.ending.map(({ on }) => on)).toEqual(ending.map(({ on }) => on))
})
