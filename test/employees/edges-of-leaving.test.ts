import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeRecord, LeavingInput } from '../../electron/contract/employees.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
let ada: EmployeeRecord
beforeEach(async () => {
  office = await openOffice()
  ada = await add('Ada')
})
afterEach(() => office.dispose())

const add = async (firstName: string) =>
  (await office.register({ employeeNumber: firstName, firstName, hireDate: '2026-11-02' })).employee

/** The clock of the tests stands at 2026-11-20. */
async function offboard(more: Partial<LeavingInput>): Promise<EmployeeRecord> {
  const { employee } = await office.employees.handlers.read({ id: ada.id }, await office.caller())
  const leaving = { leavingDate: '2026-11-20', leavingReason: 'resigned', successorId: null, ...more } as const
  const input = { id: ada.id, version: employee.version, leaving }
  return (await office.employees.handlers.offboard(input, await office.caller())).employee
}

const rehire = async ({ id, version }: EmployeeRecord, hireDate: string) =>
  (await office.employees.handlers.rehire({ id, version, rehire: { hireDate } }, await office.caller())).employee

describe('somebody who leaves', () => {
  it('may do so on the very day on which they came, and come back on the very day on which they left', async () => {
    const left = await offboard({ leavingDate: '2026-11-02' })
    expect(left).toMatchObject({ status: 'left', leaving: { date: '2026-11-02' } })
    expect(await rehire(left, '2026-11-02')).toMatchObject({ status: 'active', hireDate: '2026-11-02' })
  })

  it('is succeeded by nobody who is archived', async () => {
    const grace = await add('Grace')
    await office.employees.handlers.archive({ id: grace.id, version: grace.version }, await office.caller())
    expect(await refusal(offboard({ successorId: grace.id }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'leaving.successorId': 'This employee cannot take over. Choose somebody else.' },
    })
  })
})
