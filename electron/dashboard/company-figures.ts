import type { CompanyFigures, Figure } from '../contract/dashboard.ts'
import { type EmployeeFilter, everybody } from '../contract/employee-filter.ts'
import type { Database } from '../database/port.ts'
import { nameOf } from '../employees/fields.ts'
import { countListed } from '../employees/list-repository.ts'
import { toInstant, toPlainDate } from '../environment/clock.ts'
import { addDays, type Month, monthsUntil } from './calendar.ts'
import {
  countByDepartment,
  countByMonth,
  countByType,
  countScanned,
  type MonthCount,
  selectDepartments,
  selectNewest,
  selectSignIns,
} from './repository.ts'

const monthsShown = 12
const signInDaysShown = 14
const daysAhead = 30
const newestShown = 5

/** Everybody who works here, or whose work here only rests. */
const working: EmployeeFilter = { ...everybody, statuses: ['active', 'inactive', 'suspended'] }

/** Everybody who has ever begun to work here. */
const begun: EmployeeFilter = { ...everybody, statuses: ['active', 'inactive', 'suspended', 'left'] }

const gone: EmployeeFilter = { ...everybody, statuses: ['left'] }

type Reading = Pick<Database, 'read'>

/**
 * The company in figures. Every figure carries the filter by which it was counted, so that the list it opens holds
 * exactly as many.
 * @param now milliseconds since 1970; days and months are those of this computer's zone
 */
export async function readCompanyFigures(database: Reading, now: number): Promise<CompanyFigures> {
  const today = toPlainDate(now)
  const soon = { from: today, to: addDays(today, daysAhead) }
  const count = async (filter: EmployeeFilter): Promise<Figure> => ({
    count: sum(await database.read(countScanned(filter))),
    filter,
  })
  return {
    // An index holds the statuses.
    headcount: {
      count: sum(await database.read(countListed({ filter: working, found: { all: [], none: [] } }))),
      filter: working,
    },
    departments: await byDepartment(database),
    types: await byType(database),
    months: await byMonth(database, today, count),
    probationsEnding: await count({ ...working, probationEnds: soon }),
    contractsEnding: await count({ ...working, contractEnds: soon }),
    accountsNeverUsed: await count({ ...working, accounts: ['never-used'] }),
    signIns: await signInsByDay(database, today),
    registeredLately: (await database.read(selectNewest({ limit: newestShown }))).map((row) => ({
      id: row.id,
      name: nameOf(row),
      registeredAt: toInstant(row.created_at),
    })),
  }
}

async function byDepartment(database: Reading): Promise<CompanyFigures['departments']> {
  const departments = await database.read(selectDepartments({}))
  const counts = new Map((await database.read(countByDepartment(working))).map((row) => [row.departmentId, row.count]))
  const parents = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  const topOf = (id: number): number => {
    const parent = parents.get(id) ?? null
    return parent === null ? id : topOf(parent)
  }
  const totals = new Map<number, number>()
  for (const { id } of departments) {
    totals.set(topOf(id), (totals.get(topOf(id)) ?? 0) + (counts.get(id) ?? 0))
  }
  const named = departments
    .filter(({ parentId }) => parentId === null)
    .map(({ id, name }) => ({ name, count: totals.get(id) ?? 0, filter: { ...working, departmentIds: [id] } }))
    .sort((one, other) => other.count - one.count)
  const without = counts.get(null) ?? 0
  return without === 0
    ? named
    : [...named, { name: null, count: without, filter: { ...working, departmentIds: [null] } }]
}

async function byType(database: Reading): Promise<CompanyFigures['types']> {
  const rows = await database.read(countByType(working))
  return rows
    .map(({ type, count }) => ({ type, count, filter: { ...working, employmentTypes: [type] } }))
    .sort((one, other) => other.count - one.count)
}

async function byMonth(
  database: Reading,
  today: string,
  count: (filter: EmployeeFilter) => Promise<Figure>,
): Promise<CompanyFigures['months']> {
  const months = monthsUntil(today, monthsShown)
  const began = await database.read(countByMonth(begun, 'hire_date'))
  const left = await database.read(countByMonth(gone, 'leaving_date'))
  return Promise.all(
    months.map(async (month) => {
      const until = month.last < today ? month.last : today
      const onDay = { ...everybody, employedOn: until }
      const employed = sum(began, (row) => row.month <= month.name) - sum(left, (row) => row.month <= month.name)
      return {
        until,
        // Of the present month only the days up to today count, and some may have been hired for later.
        headcount: until === month.last ? { count: employed, filter: onDay } : await count(onDay),
        joined: inMonth(began, month, { ...begun, hired: { from: month.first, to: month.last } }),
        left: inMonth(left, month, { ...gone, leaving: { from: month.first, to: month.last } }),
      }
    }),
  )
}

const inMonth = (rows: readonly MonthCount[], { name }: Month, filter: EmployeeFilter): Figure => ({
  count: sum(rows, (row) => row.month === name),
  filter,
})

async function signInsByDay(database: Reading, today: string): Promise<CompanyFigures['signIns']> {
  const days = Array.from({ length: signInDaysShown }, (_, index) => addDays(today, index + 1 - signInDaysShown))
  const [first = today] = days
  const starts = await database.read(selectSignIns({ since: new Date(`${first}T00:00:00`).getTime() }))
  const counts = new Map<string, number>()
  for (const { startedAt } of starts) counts.set(toPlainDate(startedAt), (counts.get(toPlainDate(startedAt)) ?? 0) + 1)
  return days.map((day) => ({ day, count: counts.get(day) ?? 0 }))
}

const sum = <Row extends { readonly count: number }>(
  rows: readonly Row[],
  which: (row: Row) => boolean = () => true,
): number => rows.filter(which).reduce((total, { count }) => total + count, 0)
