import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import { createChartHandlers } from '../../electron/chart/chart.ts'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { teamFilter } from '../../electron/contract/team.ts'
import { queries } from '../../electron/database/queries.ts'
import { createPhotos, type Photos } from '../../electron/photos/photos.ts'
import { type Office, openOffice, type Person } from '../employees/office.ts'
import { lossy, riff } from '../photos/webp.ts'
import { createTestRandom } from '../support/random.ts'

/** Those of whom nobody but administrators knows: half-registered, gone or archived. */
const hidings = ['draft', 'left', 'archived'] as const

let office: Office
let photos: Photos
let chart: ReturnType<typeof createChartHandlers>
beforeEach(async () => {
  office = await openOffice()
  const random = createTestRandom(5)
  photos = createPhotos({
    database: office.database,
    audit: createAudit({ clock: office.clock, random, computer: 'Front desk' }),
    random,
    lifecycle: office.lifecycle,
    tellEnded: () => {},
    onChanged: () => {},
  })
  chart = createChartHandlers(office.database)
})
afterEach(() => office.dispose())

const page = { offset: 0, limit: 50 }

async function add(firstName: string, more: Partial<Person> = {}): Promise<EmployeeRecord> {
  const person = { employeeNumber: firstName, firstName, hireDate: '2020-01-01', ...more }
  return (await office.register(person)).employee
}

/** Straight into the table: by its calls nobody comes to report to somebody gone. */
async function hide({ id }: EmployeeRecord, how: (typeof hidings)[number]): Promise<void> {
  const columns = {
    draft: { status: 'draft' },
    left: { status: 'left', leaving_date: '2026-11-01', leaving_reason: 'resigned' },
    archived: { archived_at: 1 },
  } as const
  await office.database.write((transaction) =>
    transaction.execute(queries.updateTable('employee').set(columns[how]).where('id', '=', id)),
  )
}

async function letIn({ account }: EmployeeRecord, windowId: number): Promise<void> {
  const id = account?.id ?? 0
  await office.database.write((transaction) =>
    transaction.execute(queries.updateTable('account').set({ must_choose_password: 0 }).where('id', '=', id)),
  )
  await office.signIn(windowId, id, account?.username ?? '')
}

describe.each(hidings)('somebody hidden (%s)', (how) => {
  let hidden: EmployeeRecord
  let report: EmployeeRecord
  beforeEach(async () => {
    const boss = await add('Boss', { username: 'boss', role: 'manager' })
    hidden = await add('Hidden', { managerId: boss.id, username: 'hidden' })
    report = await add('Report', { managerId: hidden.id, username: 'report' })
    await letIn(boss, 2)
    await letIn(report, 3)
    await letIn(hidden, 4)
    const bytes = riff(lossy(16, 16))
    await photos.handlers.save({ employeeId: hidden.id, bytes }, await office.caller())
    await hide(hidden, how)
  })

  it('has a photo for administrators and for themselves alone', async () => {
    const versions = async (windowId: number) =>
      (await photos.handlers.versions({ ids: [hidden.id] }, await office.caller(windowId))).photos.length
    const sees = async (windowId: number) => {
      const { token } = await photos.handlers.token({}, await office.caller(windowId))
      return photos.maySee({ id: hidden.id, version: 1, token })
    }
    expect(await Promise.all([1, 2, 3, 4].map(versions))).toEqual([1, 0, 0, 1])
    expect(await Promise.all([1, 2, 3, 4].map(sees))).toEqual([true, false, false, true])
  })

  it('is nobody’s manager in the chart, where those who report to them stand at the top', async () => {
    const caller = await office.caller(3)
    expect(await chart.below({ id: hidden.id, ...page }, caller)).toEqual({ total: 0, people: [] })
    const top = await chart.below({ id: null, ...page }, caller)
    expect(top.total).toBe(2)
    expect(top.people.map(({ name, reports }) => [name, reports])).toEqual([
      ['Boss', 0],
      ['Report', 0],
    ])
  })

  it('is told of neither to those who report to them nor to those above', async () => {
    expect((await office.directory.readOwn({}, await office.caller(3))).own?.employee.manager).toBeNull()
    expect((await office.directory.readOwn({}, await office.caller(2))).own?.employee.reports).toBe(0)
    const { rows } = await office.team.list({ ...teamFilter.parse({ search: '' }), ...page }, await office.caller(2))
    expect(rows.map(({ firstName, manager }) => [firstName, manager])).toEqual([['Report', null]])
    const { member } = await office.team.read({ id: report.id }, await office.caller(2))
    expect(member.manager).toBeNull()
  })
})

it('whoever works here is told of on either side', async () => {
  const boss = await add('Boss', { username: 'boss', role: 'manager' })
  const middle = await add('Middle', { managerId: boss.id, username: 'middle' })
  await add('Report', { managerId: middle.id })
  await letIn(boss, 2)
  await letIn(middle, 3)
  const { own } = await office.directory.readOwn({}, await office.caller(3))
  expect(own?.employee).toMatchObject({ manager: { id: boss.id, name: 'Boss' }, reports: 1 })
  const { member } = await office.team.read({ id: middle.id }, await office.caller(2))
  expect(member).toMatchObject({ manager: { id: boss.id, name: 'Boss' }, reports: 1 })
})
