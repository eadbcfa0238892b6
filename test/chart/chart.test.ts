import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createChartHandlers } from '../../electron/chart/chart.ts'
import { chartPerson } from '../../electron/contract/chart.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'

let office: Office
let handlers: ReturnType<typeof createChartHandlers>

beforeEach(async () => {
  office = await openOffice()
  handlers = createChartHandlers(office.database)
})
afterEach(() => office.dispose())

let numbers = 0
async function add(firstName: string, lastName: string, managerId: number | null = null, username?: string) {
  numbers += 1
  const { employee } = await office.register({
    employeeNumber: `N-${numbers}`,
    firstName,
    lastName,
    managerId,
    hireDate: '2026-01-05',
    ...(username !== undefined && { username }),
  })
  return employee
}

const below = async (id: number | null, offset = 0, limit = 50) =>
  handlers.below({ id, offset, limit }, await office.caller())
const path = async (id: number | null, windowId = 1) => handlers.path({ id }, await office.caller(windowId))
const find = async (search: string) => handlers.find({ search, limit: 20 }, await office.caller())
const names = ({ people }: { people: readonly { name: string }[] }) => people.map(({ name }) => name)

describe('a branch of the chart', () => {
  it('holds those who report to somebody, in the order of lists, page after page', async () => {
    const top = await add('Grace', 'Hopper')
    await add('Alan', 'Turing', top.id)
    await add('Ada', 'Lovelace', top.id)
    await add('Zoë', 'Apple', top.id)
    const all = await below(top.id)
    expect(all.total).toBe(3)
    expect(names(all)).toEqual(['Zoë Apple', 'Ada Lovelace', 'Alan Turing'])
    expect(names(await below(top.id, 1, 1))).toEqual(['Ada Lovelace'])
    expect((await below(top.id, 1, 1)).total).toBe(3)
  })

  it('begins with those who report to nobody', async () => {
    const top = await add('Grace', 'Hopper')
    await add('Ada', 'Lovelace', top.id)
    await add('Alan', 'Turing')
    const tops = await below(null)
    expect(names(tops)).toEqual(['Grace Hopper', 'Alan Turing'])
    expect(tops.people.map(({ reports }) => reports)).toEqual([1, 0])
  })

  it('leaves out whoever has left, from the people and from the counts', async () => {
    const top = await add('Grace', 'Hopper')
    const ada = await add('Ada', 'Lovelace', top.id)
    const gone = await add('Alan', 'Turing', top.id)
    const leaving = { leavingDate: '2026-11-19', leavingReason: 'resigned', successorId: null } as const
    await office.employees.handlers.offboard({ id: gone.id, version: gone.version, leaving }, await office.caller())
    expect(names(await below(top.id))).toEqual(['Ada Lovelace'])
    expect((await below(null)).people).toMatchObject([{ name: 'Grace Hopper', reports: 1 }])
    expect(names(await find('turing'))).toEqual([])
    expect((await refusal(path(gone.id))).code).toBe('NOT_FOUND')
    expect(names(await path(ada.id))).toEqual(['Grace Hopper', 'Ada Lovelace'])
  })

  it('tells of a person what everybody may know, and nothing else', async () => {
    const caller = await office.caller()
    const { department } = await office.organisation.addDepartment(
      { department: { name: 'Engines', code: '', parentId: null, headId: null } },
      caller,
    )
    const { position } = await office.organisation.addPosition({ position: { title: 'Analyst' } }, caller)
    await office.register({
      employeeNumber: '77',
      firstName: 'Ada',
      lastName: 'Lovelace',
      departmentId: department.id,
      positionId: position.id,
      personalEmail: 'ada@home.example',
      dateOfBirth: '1990-12-10',
    })
    const [ada] = (await below(null)).people
    expect(chartPerson.parse(ada)).toEqual({
      id: expect.any(Number),
      name: 'Ada Lovelace',
      position: 'Analyst',
      department: 'Engines',
      reports: 0,
      photo: null,
    })
  })
})

describe('the way to somebody', () => {
  it('goes from the topmost to them', async () => {
    const top = await add('Grace', 'Hopper')
    const middle = await add('Ada', 'Lovelace', top.id)
    const low = await add('Alan', 'Turing', middle.id)
    expect(names(await path(low.id))).toEqual(['Grace Hopper', 'Ada Lovelace', 'Alan Turing'])
    expect(names(await path(top.id))).toEqual(['Grace Hopper'])
  })

  it('leads to whoever asks, and nowhere for an administrator without an employee record', async () => {
    const top = await add('Grace', 'Hopper')
    const ada = await add('Ada', 'Lovelace', top.id, 'ada')
    await office.signIn(2, ada.account?.id ?? 0, 'ada')
    expect(names(await path(null, 2))).toEqual(['Grace Hopper', 'Ada Lovelace'])
    expect(names(await path(null))).toEqual([])
  })
})

describe('finding somebody', () => {
  it('takes every word anywhere in the name, accents folded, and puts first those it begins', async () => {
    await add('Marina', 'Bell')
    await add('Zoë', 'Marsh')
    await add('Omar', 'Abel')
    await add('Ada', 'Lovelace')
    expect(names(await find('mar'))).toEqual(['Marina Bell', 'Zoë Marsh', 'Omar Abel'])
    expect(names(await find('zoe mar'))).toEqual(['Zoë Marsh'])
    expect(names(await find('  '))).toEqual([])
    expect(names(await find('%'))).toEqual([])
  })

  it('looks through names alone: no number, username or email can be guessed by it', async () => {
    await office.register({
      employeeNumber: 'SECRET-9',
      firstName: 'Ada',
      lastName: 'Lovelace',
      workEmail: 'countess@example.com',
      username: 'kingslayer',
    })
    for (const search of ['secret-9', 'countess', 'kingslayer']) expect(names(await find(search))).toEqual([])
  })
})
