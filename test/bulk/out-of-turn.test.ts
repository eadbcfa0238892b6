import { afterEach, beforeEach, expect, it } from 'vitest'
import { mostResets } from '../../electron/contract/bulk.ts'
import { queries } from '../../electron/database/queries.ts'
import { refusal } from '../employees/office.ts'
import { type BulkDesk, openBulkDesk } from './desk.ts'

/** Calls of a bulk change that come when they should not: a page can make any of them at any time. */

let desk: BulkDesk
beforeEach(async () => {
  desk = await openBulkDesk()
})
afterEach(() => desk.dispose())

const register = async (firstName: string) =>
  (await desk.office.register({ employeeNumber: firstName, firstName })).employee
const intern = { kind: 'employment-type', employmentType: 'intern' } as const

it('a change is not made before its trial is over', async () => {
  await register('Ada')
  const { id } = await desk.prepare(intern)
  expect(await refusal(desk.handlers.run({ id }, await desk.office.caller()))).toMatchObject({ code: 'REFUSED' })
  expect(await desk.ended(id)).toMatchObject({ phase: 'trial', done: 1 })
})

it('a change is not taken back while it is being taken back', async () => {
  for (const name of ['Ada', 'Bo', 'Cy']) await register(name)
  const { id } = await desk.change(intern)
  const caller = await desk.office.caller()
  await desk.handlers.undo({ id }, caller)
  expect(await refusal(desk.handlers.undo({ id }, caller))).toMatchObject({ code: 'REFUSED' })
  expect(await desk.ended(id)).toMatchObject({ phase: 'undo', state: 'finished', total: 3, done: 3, undoable: 0 })
})

it('nothing is taken back for somebody whose session has ended meanwhile', async () => {
  const { id: employeeId } = await register('Ada')
  const { id } = await desk.change(intern)
  const caller = await desk.office.caller()
  const ending = desk.office.signOutEverywhere(caller)
  await desk.handlers.undo({ id }, caller)
  await ending
  expect(await desk.ended(id, caller)).toMatchObject({ phase: 'undo', state: 'stopped', done: 0, undoable: 1 })
  await desk.office.signIn(1, caller.signedIn.accountId, 'maria')
  const { employee } = await desk.office.employees.handlers.read({ id: employeeId }, await desk.office.caller())
  expect(employee.employmentType).toBe('intern')
})

it('as many passwords are reset as can be printed, and not one more', async () => {
  const add = (from: number, to: number) =>
    desk.office.database.write(async (transaction) => {
      for (let number = from; number < to; number += 1) {
        const row = {
          employee_number: `${number}`,
          employee_number_key: `${number}`,
          first_name: 'Ada',
          last_name: '',
          hire_date: '2020-01-01',
          status: 'active',
          search_key: '',
          sort_key: 'ada',
          created_at: 1,
          updated_at: 1,
          version: 1,
        } as const
        await transaction.execute(queries.insertInto('employee').values(row as never))
      }
    })
  await add(0, mostResets)
  const task = await desk.prepare({ kind: 'reset-passwords' })
  expect(task.total).toBe(mostResets)
  await add(mostResets, mostResets + 1)
  expect(await refusal(desk.prepare({ kind: 'reset-passwords' }))).toMatchObject({ code: 'REFUSED' })
})
