import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RegistrationDraft, unknownEmployee } from '../../electron/contract/employees.ts'
import type { SignedInCaller } from '../../electron/lifecycle/caller.ts'
import { type Office, openOffice, refusal } from './office.ts'

const draft: RegistrationDraft = {
  step: 1,
  employeeNumber: '0042',
  firstName: 'Ada',
  lastName: '',
  dateOfBirth: '',
  workEmail: 'ada@',
  departmentId: null,
  positionId: null,
  managerId: null,
  employmentType: null,
  hireDate: '',
  createAccount: true,
  username: '',
  role: 'employee',
}

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

/** One call as the router makes it: the session is loaded before and saved after. */
async function call<Value>(act: (caller: SignedInCaller) => Promise<Value>): Promise<Value> {
  const caller = await office.caller()
  const value = await act(caller)
  await office.lifecycle.save(caller.signedIn)
  return value
}

const read = () => call((caller) => office.employees.handlers.readDraft({}, caller))
const save = (kept: RegistrationDraft) => call((caller) => office.employees.handlers.saveDraft({ draft: kept }, caller))
const discard = () => call((caller) => office.employees.handlers.discardDraft({}, caller))

describe('the draft of a registration', () => {
  it('is kept whatever is half typed, broken characters mended', async () => {
    await save({ ...draft, firstName: 'Ada\ud83d', custom: { 7: '\udc00' } })
    expect(await read()).toEqual({ draft: { ...draft, firstName: 'Ada\ufffd', custom: { 7: '\ufffd' } } })
    await save({ ...draft, custom: undefined })
    expect(await read()).toEqual({ draft })
  })

  it('is there for the next call until it is discarded', async () => {
    expect(await read()).toEqual({ draft: null })
    await save(draft)
    expect(await read()).toEqual({ draft })
    await save({ ...draft, step: 2 })
    expect(await read()).toEqual({ draft: { ...draft, step: 2 } })
    await discard()
    expect(await read()).toEqual({ draft: null })
    await discard()
  })

  it('waits for its owner after a logout, and nobody else sees it', async () => {
    await save(draft)
    await office.lifecycle.signOut(1)
    await office.signIn(1, await office.addAdministrator('grace', 'Grace Hopper'), 'grace')
    expect(await read()).toEqual({ draft: null })
    await office.signIn(1, 1, 'maria')
    expect(await read()).toEqual({ draft })
  })

  it('is gone once the employee is registered', async () => {
    await save(draft)
    await call((caller) =>
      office.employees.handlers.register(
        {
          employee: { ...unknownEmployee, employeeNumber: '1', firstName: 'Ada', hireDate: '2026-12-01' },
          account: null,
        },
        caller,
      ),
    )
    expect(await read()).toEqual({ draft: null })
  })

  it('stays when the registration is refused', async () => {
    await office.register({ employeeNumber: '0042', firstName: 'Grace' })
    await save(draft)
    expect((await refusal(office.register({ employeeNumber: '0042', firstName: 'Ada' }))).code).toBe('DUPLICATE')
    expect(await read()).toEqual({ draft })
  })

  it('counts as none when it has a form that this version does not know', async () => {
    await call(async ({ signedIn }) => signedIn.session.set('draft', { step: 9, name: 'Ada' }))
    expect(await read()).toEqual({ draft: null })
  })
})
