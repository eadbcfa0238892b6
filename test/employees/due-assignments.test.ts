import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type EmployeeRecord, employeeFields } from '../../electron/contract/employees.ts'
import { queries } from '../../electron/database/queries.ts'
import { detailsOf } from '../../renderer/features/employees/details.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const read = async ({ id }: EmployeeRecord) =>
  (await office.employees.handlers.read({ id }, await office.caller())).employee

/** Somebody who is planned to work part-time from 2026-12-01 on. The clock of the tests stands at 2026-11-20. */
async function planned(firstName: string): Promise<EmployeeRecord> {
  const { employee } = await office.register({ employeeNumber: firstName, firstName, hireDate: '2020-01-01' })
  const fields = employeeFields.parse({ ...detailsOf(employee), employmentType: 'part-time' })
  const input = { id: employee.id, version: employee.version, employee: fields, effectiveFrom: '2026-12-01' }
  return (await office.employees.handlers.update(input, await office.caller())).employee
}

async function pass(days: number): Promise<void> {
  const { accountId } = (await office.caller()).signedIn
  office.clock.advance(days * 24 * 3_600_000)
  await office.signIn(1, accountId, 'maria')
}

describe('a planned change whose day has come', () => {
  it('takes effect although the one before it was taken back since it was looked for', async () => {
    const ada = await planned('Ada')
    const grace = await planned('Grace')
    await pass(15)
    const caller = await office.caller()
    const { assignments } = await office.employees.assignments.list({ employeeId: ada.id }, caller)
    const which = { employeeId: ada.id, version: ada.version, id: assignments[0]?.id ?? 0 }
    await Promise.all([office.employees.assignments.cancelPlanned(which, caller), office.employees.assignDue()])
    expect((await read(ada)).employmentType).toBeNull()
    expect((await read(grace)).employmentType).toBe('part-time')
  })

  it('takes effect although the one before it fails', async () => {
    const ada = await planned('Ada')
    const grace = await planned('Grace')
    await pass(15)
    await office.database.write((transaction) =>
      transaction.execute(
        queries
          .updateTable('assignment')
          .set({ effective_from: '2020-01-01', last_day: '2020-01-01' })
          .where('employee_id', '=', ada.id)
          .where('planned_fields', 'is', null),
      ),
    )
    await office.employees.assignDue()
    expect((await read(ada)).employmentType).toBeNull()
    expect((await read(grace)).employmentType).toBe('part-time')
    expect(office.log.lines).toContainEqual(expect.stringContaining('error a planned change of an employee'))
  })
})
