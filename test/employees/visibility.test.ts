import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import { fieldsFor, type Viewer, type VisibleField, viewers, visibility } from '../../electron/contract/visibility.ts'
import { type Office, openOffice } from './office.ts'

/** The table that people read, row by row. */
const documented = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, field, ...cells] = /^\| `(\w+)` \| (yes|no) \| (yes|no) \| (yes|no) \| (yes|no) \|$/.exec(line) ?? []
    return field === undefined ? [] : [{ field: field as VisibleField, cells }]
  })

const cells = documented.flatMap(({ field, cells: row }) =>
  viewers.map((viewer, column) => ({ field, viewer, isSeen: row[column] === 'yes' })),
)

/** What stands in each field of the employee who is looked at, so that it is known wherever it turns up. */
const marks = {
  employeeNumber: 'zqnumber',
  firstName: 'Zqfirst',
  middleName: 'Zqmiddle',
  lastName: 'Zqlast',
  preferredName: 'Zqpreferred',
  dateOfBirth: '1971-03-07',
  workEmail: 'zqwork@acme.example',
  workPhone: '+46 8 711711',
  mobilePhone: '+46 70 733733',
  personalEmail: 'zqown@acme.example',
  address: 'Zqstreet 1',
  emergencyContactName: 'Zqcontact',
  emergencyContactPhone: '+46 70 755755',
  emergencyContactRelation: 'Zqsister',
  department: 'Zqdepartment',
  position: 'Zqposition',
  manager: 'Zqmanager',
  employmentType: 'part-time',
  hireDate: '2011-04-08',
  probationEndDate: '2011-10-09',
  contractEndDate: '2099-11-10',
  notes: 'Zqnotes',
  leavingDate: '2099-12-11',
  leavingReason: 'redundant',
  leavingSuccessor: 'Zqsuccessor',
  status: 'active',
  account: 'zqusername',
} as const satisfies Partial<Record<VisibleField, string>>

const marked = Object.keys(marks) as (keyof typeof marks)[]
const windows = { admin: 1, manager: 2, self: 3, colleague: 4 } as const satisfies Record<Viewer, number>
const page = { offset: 0, limit: 200 }
const everybody = { departmentId: null, managerId: null, ...page }

let office: Office
let adaId = 0

beforeAll(async () => {
  office = await openOffice()
  const admin = await office.caller()
  const { department } = await office.organisation.addDepartment(
    { department: { name: marks.department, code: 'D', parentId: null, headId: null } },
    admin,
  )
  const { position } = await office.organisation.addPosition({ position: { title: marks.position } }, admin)
  const top = await office.register({
    employeeNumber: 'M',
    firstName: marks.manager,
    username: 'top',
    role: 'manager',
  })
  const successor = await office.register({ employeeNumber: 'S', firstName: marks.leavingSuccessor })
  const { department: _, position: __, manager: ___, account, status, ...texts } = marks
  const { leavingDate, leavingReason, leavingSuccessor: ____, ...typed } = texts
  const { employee: ada } = await office.register({
    ...typed,
    username: account,
    departmentId: department.id,
    positionId: position.id,
    managerId: top.employee.id,
  })
  expect(ada.status).toBe(status)
  adaId = ada.id
  const field = { kind: 'text' as const, help: '', isRequired: false, choices: [] }
  for (const [name, isPrivate] of [
    ['Badge', false],
    ['Salary band', true],
  ] as const) {
    await office.customFields.add({ field: { ...field, name, isPrivate } }, admin)
  }
  const [badge, salary] = (await office.customFields.list({}, admin)).fields
  const custom = { [badge?.id ?? 0]: 'Zqbadge', [salary?.id ?? 0]: 'Zqsalary' }
  const { version } = await office.update(ada, {}, 1, custom)
  const leaving = { leavingDate, leavingReason, successorId: successor.employee.id }
  await office.employees.handlers.offboard({ id: adaId, version, leaving }, admin)
  const other = await office.register({ employeeNumber: 'C', firstName: 'Colleague', username: 'other' })
  for (const [viewer, { employee }] of [
    ['manager', top],
    ['self', { employee: ada }],
    ['colleague', other],
  ] as const) {
    await office.signIn(windows[viewer], employee.account?.id ?? 0, employee.account?.username ?? '')
  }
})
afterAll(() => office.dispose())

const caller = (viewer: Viewer) => office.caller(windows[viewer])

/** Ada's record as a viewer is told it, held against what the contract promises. */
const records: Readonly<Record<Viewer, () => Promise<object>>> = {
  admin: async () => {
    const answer = await office.employees.handlers.read({ id: adaId }, await caller('admin'))
    const { leaving, ...employee } = contract.employees.read.output.parse(answer).employee
    const { date, reason, successor } = leaving ?? {}
    return { ...employee, leavingDate: date, leavingReason: reason, leavingSuccessor: successor }
  },
  manager: async () =>
    contract.team.read.output.parse(await office.team.read({ id: adaId }, await caller('manager'))).member,
  self: async () =>
    contract.directory.readOwn.output.parse(await office.directory.readOwn({}, await caller('self'))).own?.employee ??
    {},
  colleague: async () =>
    contract.directory.read.output.parse(await office.directory.read({ id: adaId }, await caller('colleague'))).person,
}

/** The list in which a viewer finds others, searched. */
const lists: Readonly<Record<Viewer, (search: string) => Promise<{ total: number; rows: readonly { id: number }[] }>>> =
  {
    admin: (search) => office.list(search),
    manager: async (search) =>
      contract.team.list.output.parse(
        await office.team.list(contract.team.list.input.parse({ search, ...page }), await caller('manager')),
      ),
    self: async (search) =>
      contract.directory.list.output.parse(await office.directory.list({ ...everybody, search }, await caller('self'))),
    colleague: async (search) =>
      contract.directory.list.output.parse(
        await office.directory.list({ ...everybody, search }, await caller('colleague')),
      ),
  }

const isAda = ({ id }: { id: number }) => id === adaId

describe('the table that people read', () => {
  it('is the one that the answers are made of', () => {
    expect(documented.map(({ field }) => field)).toEqual(Object.keys(visibility))
    for (const viewer of viewers) {
      const seen = cells.filter((cell) => cell.viewer === viewer && cell.isSeen).map(({ field }) => field)
      expect(seen, viewer).toEqual(fieldsFor(viewer))
    }
  })
})

describe('custom fields', () => {
  it('are told to the manager and to oneself where they are not for administrators only', async () => {
    const told = [{ name: 'Badge', kind: 'text', value: 'Zqbadge' }]
    expect((await office.team.read({ id: adaId }, await caller('manager'))).custom).toEqual(told)
    const { own } = await office.directory.readOwn({}, await caller('self'))
    expect(own?.custom).toEqual(told)
    expect(JSON.stringify(own)).not.toContain('Zqsalary')
  })
})

describe.each(viewers)('%s', (viewer) => {
  const own = cells.filter((cell) => cell.viewer === viewer)

  it.each(own)('reads $field of an employee: $isSeen', async ({ field, isSeen }) => {
    const record = await records[viewer]()
    expect(Object.hasOwn(record, field)).toBe(isSeen)
    if (!(field in marks)) return
    const mark = marks[field as keyof typeof marks]
    expect(JSON.stringify(record).includes(mark)).toBe(isSeen)
  })

  it.each(own.filter(({ isSeen }) => !isSeen))('is not told $field by a list', async ({ field }) => {
    const { rows } = await lists[viewer]('')
    const row = rows.find(isAda) ?? {}
    expect(Object.keys(row).length).toBeGreaterThan(3)
    expect(Object.hasOwn(row, field)).toBe(false)
    if (field in marks) expect(JSON.stringify(row)).not.toContain(marks[field as keyof typeof marks])
  })

  it.each(own.filter(({ field, isSeen }) => field in marks && !isSeen))(
    'finds no one by their $field, nor counts whom it would find',
    async ({ field }) => {
      const mark = marks[field as keyof typeof marks]
      for (const search of [mark, mark.slice(2), `Zqfirst ${mark}`]) {
        const { total, rows } = await lists[viewer](search)
        expect([rows.some(isAda), total], search).toEqual([false, rows.length])
      }
    },
  )
})

describe('who is not an administrator', () => {
  const searched = ['firstName', 'lastName', 'preferredName', 'workEmail', 'workPhone', 'department', 'position']

  it.each([
    ['manager', ['employeeNumber', ...searched]],
    ['self', searched],
    ['colleague', searched],
  ] as const)('finds people, as %s, by these alone', async (viewer, expected) => {
    const finding: string[] = []
    for (const field of marked) if ((await lists[viewer](marks[field])).rows.some(isAda)) finding.push(field)
    expect(finding.sort()).toEqual([...expected].sort())
  })

  it('narrows and orders lists by nothing but what whoever asks sees', () => {
    const shapes = [contract.directory.list.input.shape, contract.team.list.input.shape]
    const narrowing = shapes.map((shape) => Object.keys(shape).filter((name) => !(name in page)))
    expect(narrowing).toEqual([
      ['search', 'departmentId', 'managerId'],
      ['search', 'isDirect', 'statuses', 'employmentTypes'],
    ])
    for (const field of ['manager', 'status', 'employmentType'] as const) expect(visibility[field]).toContain('manager')
    expect(visibility.department).toContain('colleague')
    expect(visibility.manager).toContain('colleague')
  })
})
