import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
let ada: EmployeeRecord
let accountId: number

/** Ada was an administrator; her session is open in the second window. */
beforeEach(async () => {
  office = await openOffice()
  const person = { employeeNumber: 'E1', firstName: 'Ada', hireDate: '2020-01-01' }
  ada = (await office.register({ ...person, username: 'ada', role: 'admin' })).employee
  accountId = ada.account?.id ?? 0
  await office.signIn(2, accountId, 'ada')
})
afterEach(() => office.dispose())

const known = async () => {
  const { employee } = await office.employees.handlers.read({ id: ada.id }, await office.caller())
  return { id: ada.id, version: employee.version }
}

async function purge(): Promise<void> {
  await office.employees.handlers.purge({ ...(await known()), name: 'Ada' }, await office.caller())
}

async function disableAndArchive(): Promise<void> {
  await office.administration.disable(accountId, (await office.caller()).signedIn)
  await office.employees.handlers.archive(await known(), await office.caller())
}

describe('the account of somebody who is purged', () => {
  it('goes though it ended sessions of others, which are told as ended by nobody any more', async () => {
    const grace = (await office.register({ employeeNumber: 'E2', firstName: 'Grace', username: 'grace' })).employee
    await office.signIn(3, grace.account?.id ?? 0, 'grace')
    await office.administration.disable(grace.account?.id ?? 0, (await office.caller(2)).signedIn)
    await disableAndArchive()
    await purge()
    const ended = queries.selectFrom('session_history').select(['reason', 'ended_by'])
    expect(await office.database.read(ended.where('account_id', '=', grace.account?.id ?? 0))).toEqual([
      { reason: 'account_disabled', ended_by: null },
    ])
  })

  it('leaves no data of its sessions behind, not even of one whose end could not delete it', async () => {
    const kept = await office.database.read(
      queries
        .selectFrom('session')
        .selectAll()
        .where(
          'key_hash',
          'in',
          queries.selectFrom('session_history').select('key_hash').where('account_id', '=', accountId),
        ),
    )
    expect(kept).toHaveLength(1)
    await disableAndArchive()
    await office.database.write(async (transaction) => {
      for (const row of kept) await transaction.execute(queries.insertInto('session').values(row))
    })
    await purge()
    const hashes = (await office.database.read(queries.selectFrom('session').select('key_hash'))).map(
      ({ key_hash }) => key_hash,
    )
    expect(hashes).not.toContain(kept[0]?.key_hash)
  })

  it('is not taken while anybody can sign in with it, however that came about', async () => {
    await disableAndArchive()
    await office.database.write((transaction) =>
      transaction.execute(queries.updateTable('account').set({ disabled_at: null }).where('id', '=', accountId)),
    )
    expect(await refusal(purge())).toMatchObject({
      code: 'REFUSED',
      message: 'Ada can still sign in. Disable the account first.',
    })
  })
})
