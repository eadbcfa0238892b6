import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import type { createEmployeeListHandlers } from '../../electron/employee-list/employee-list.ts'
import type { SignedInCaller } from '../../electron/lifecycle/caller.ts'
import { type Office, openOffice } from '../employees/office.ts'
import { handlersOf } from './handlers.ts'

const layout = { columns: ['department', 'status', 'custom.7'], widths: { name: 300, 'custom.7': 200 } } as const

let office: Office
let handlers: ReturnType<typeof createEmployeeListHandlers>
beforeEach(async () => {
  office = await openOffice()
  handlers = handlersOf(office)
})
afterEach(() => office.dispose())

/** One call as the router makes it: the session is loaded before and saved after. */
async function call<Value>(act: (caller: SignedInCaller) => Promise<Value>): Promise<Value> {
  const caller = await office.caller()
  const value = await act(caller)
  await office.lifecycle.save(caller.signedIn)
  return value
}

const read = () => call((caller) => handlers.readLayout({}, caller))
const save = (input: unknown) =>
  call((caller) => handlers.saveLayout(contract.employeeList.saveLayout.input.parse(input), caller))

describe('the layout of the list', () => {
  it('is kept with its person beyond the session, and forgotten when it is reset', async () => {
    expect(await read()).toEqual({ layout: null })
    await save({ layout })
    expect(await read()).toEqual({ layout })
    await office.lifecycle.signOut(1)
    await office.signIn(1, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    expect(await read()).toEqual({ layout: null })
    await office.signIn(1, 1, 'maria')
    expect(await read()).toEqual({ layout })
    await save({ layout: null })
    expect(await read()).toEqual({ layout: null })
  })

  it('of a form that is not known counts as none', async () => {
    await call(async ({ signedIn }) => signedIn.session.set('employee_list', { columns: ['shoe size'], widths: {} }))
    expect(await read()).toEqual({ layout: null })
  })

  it('holds known columns and sensible widths alone', () => {
    const { input } = contract.employeeList.saveLayout
    expect(input.safeParse({ layout: { columns: ['shoe size'], widths: {} } }).success).toBe(false)
    expect(input.safeParse({ layout: { columns: ['custom.size'], widths: {} } }).success).toBe(false)
    expect(input.safeParse({ layout: { columns: [], widths: { name: 9000 } } }).success).toBe(false)
    expect(input.safeParse({ layout: { columns: [], widths: { 'custom.7': 9000 } } }).success).toBe(false)
  })
})
