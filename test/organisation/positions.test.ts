import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Position, positionFields } from '../../electron/contract/organisation.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const add = async (title: string): Promise<Position> =>
  (await office.organisation.addPosition({ position: positionFields.parse({ title }) }, await office.caller())).position

const change = async ({ id, version }: Position, title: string): Promise<Position> => {
  const position = positionFields.parse({ title })
  return (await office.organisation.changePosition({ id, version, position }, await office.caller())).position
}

const remove = async ({ id, version }: Position) =>
  office.organisation.removePosition({ id, version }, await office.caller())

const list = async () => (await office.organisation.listPositions({}, await office.caller())).positions

describe('a position', () => {
  it('is added, changed as a newer version and removed, and each is told', async () => {
    const clerk = await add(' Clerk ')
    expect(clerk).toEqual({ id: clerk.id, version: 1, title: 'Clerk', employees: 0 })
    const changed = await change(clerk, 'Senior clerk')
    expect(changed).toEqual({ ...clerk, version: 2, title: 'Senior clerk' })
    expect(await list()).toEqual([changed])
    await remove(changed)
    expect(await list()).toEqual([])
    expect(office.organisationChanges()).toBe(3)
  })

  it('stands in the list by its title and counts who is in it', async () => {
    const clerk = await add('clerk')
    await add('Buyer')
    await office.register({ employeeNumber: '1', firstName: 'Ada', positionId: clerk.id })
    expect((await list()).map(({ title, employees }) => [title, employees])).toEqual([
      ['Buyer', 0],
      ['clerk', 1],
    ])
  })

  it('makes no version and no audit entry where nothing changed', async () => {
    const clerk = await add('Clerk')
    const before = await office.audit()
    expect(await change(clerk, 'Clerk')).toEqual(clerk)
    expect(await office.audit()).toEqual(before)
  })

  it('leaves an audit entry of every change', async () => {
    await remove(await change(await add('Clerk'), 'Buyer'))
    expect((await office.audit()).slice(-3)).toEqual([
      entry('added', 'Clerk', null, 'Clerk'),
      entry('changed', 'Buyer', 'Clerk', 'Buyer'),
      entry('removed', 'Buyer', 'Buyer', null),
    ])
  })
})

const entry = (what: string, subject: string, old: string | null, now: string | null) => ({
  action: `position.${what}`,
  actor: 'maria',
  subject,
  fields: ['title'],
  changes: { title: { old, new: now } },
})

describe('what is refused', () => {
  it.each([
    ['Clerk', 'CLERK'],
    ['Senior clerk', ' senior  Clerk'],
  ])('the title %j where %j is there, beside its field', async (first, second) => {
    await add(first)
    const buyer = await add('Buyer')
    const message = `There is a position ${first} already.`
    const error = { code: 'DUPLICATE', message, fields: { 'position.title': message } }
    expect(await refusal(add(second))).toEqual(error)
    expect(await refusal(change(buyer, second))).toEqual(error)
  })

  it('a removal while somebody is in it, in numbers', async () => {
    const clerk = await add('Clerk')
    const advice = 'Give them another position first.'
    await office.register({ employeeNumber: '1', firstName: 'Ada', positionId: clerk.id })
    expect(await refusal(remove(clerk))).toEqual({ code: 'REFUSED', message: `1 employee is Clerk. ${advice}` })
    await office.register({ employeeNumber: '2', firstName: 'Grace', positionId: clerk.id })
    expect((await refusal(remove(clerk))).message).toBe(`2 employees are Clerk. ${advice}`)
  })

  it('a change or a removal over a newer version, and of one that is gone', async () => {
    const clerk = await add('Clerk')
    const buyer = await change(clerk, 'Buyer')
    expect((await refusal(change(clerk, 'Clerk 2'))).code).toBe('CONFLICT')
    expect((await refusal(remove(clerk))).code).toBe('CONFLICT')
    await remove(buyer)
    expect((await refusal(change(buyer, 'Clerk'))).code).toBe('NOT_FOUND')
    expect((await refusal(remove(buyer))).code).toBe('NOT_FOUND')
  })

  it('whoever was signed out while the call was under way; nothing is told of what was refused', async () => {
    const clerk = await add('Clerk')
    const caller = await office.caller()
    await office.signOutEverywhere(caller)
    const { id, version } = clerk
    const position = { title: 'X' }
    for (const act of [
      () => office.organisation.addPosition({ position }, caller),
      () => office.organisation.changePosition({ id, version, position }, caller),
      () => office.organisation.removePosition({ id, version }, caller),
    ]) {
      expect((await refusal(act())).code).toBe('UNAUTHENTICATED')
    }
    expect((await office.organisation.listPositions({}, caller)).positions).toEqual([clerk])
    expect(office.organisationChanges()).toBe(1)
  })
})
