import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/audit/verify.ts'
import type { EmployeeRecord } from '../../electron/contract/employees.ts'
import { queries } from '../../electron/database/queries.ts'
import { type Office, openOffice, refusal } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const privateValues = {
  lastName: 'Lovelace',
  dateOfBirth: '1985-12-10',
  personalEmail: 'augusta.secret@home.example',
  mobilePhone: '+44 7700 900123',
  address: '12 Saint James Square',
  emergencyContactName: 'Ralph Wentworth',
  notes: 'Suffers from gambling debts',
} as const

async function add(employeeNumber: string, firstName: string, more: Partial<Parameters<Office['register']>[0]> = {}) {
  const person = { employeeNumber, firstName, hireDate: '2020-01-01', ...more }
  return (await office.register(person)).employee
}
const read = async (id: number) => (await office.employees.handlers.read({ id }, await office.caller())).employee
const known = async ({ id }: EmployeeRecord) => ({ id, version: (await read(id)).version })
const archive = async (employee: EmployeeRecord) =>
  office.employees.handlers.archive(await known(employee), await office.caller())
const purge = async (employee: EmployeeRecord, name: string) =>
  office.employees.handlers.purge({ ...(await known(employee)), name }, await office.caller())
const dependents = async ({ id }: EmployeeRecord) =>
  office.employees.handlers.readDependents({ id }, await office.caller())
const count = async (table: 'employee' | 'account' | 'session_history' | 'kept_property' | 'sign_in_throttle') =>
  (await office.database.read(queries.selectFrom(table).select(sql<number>`count(*)`.as('count'))))[0]?.count

/** Ada with an account that was used, archived. */
async function archivedAda(): Promise<EmployeeRecord> {
  const ada = await add('E1', 'Ada', { ...privateValues, username: 'ada' })
  const accountId = ada.account?.id ?? 0
  await office.signIn(2, accountId, 'ada')
  await office.database.write(async (transaction) => {
    const row = { account_id: accountId, name: 'theme', value: '"dark"' }
    await transaction.execute(queries.insertInto('kept_property').values(row))
    const failure = { name_key: 'ada', failures: 1, first_failure_at: 1, last_failure_at: 1, blocked_until: null }
    await transaction.execute(queries.insertInto('sign_in_throttle').values(failure))
  })
  await office.administration.disable(accountId, (await office.caller()).signedIn)
  await archive(ada)
  return ada
}

describe('a purge', () => {
  it('says beforehand what goes', async () => {
    const ada = await archivedAda()
    expect(await dependents(ada)).toEqual({
      reports: 0,
      departments: [],
      successions: 0,
      account: { username: 'ada', stays: false, sessions: 1, keptProperties: 1 },
      historyEntries: 5,
    })
  })

  it('takes the employee, the account and what belonged to it, and leaves everybody else', async () => {
    const ada = await archivedAda()
    const before = [await count('employee'), await count('account'), await count('session_history')]
    expect(before).toEqual([1, 2, 2])
    await purge(ada, 'Ada Lovelace')
    expect([await count('employee'), await count('account'), await count('session_history')]).toEqual([0, 1, 1])
    expect([await count('kept_property'), await count('sign_in_throttle')]).toEqual([0, 0])
    expect((await refusal(read(ada.id))).code).toBe('NOT_FOUND')
    expect((await office.audit()).at(-1)).toEqual({
      action: 'employee.purged',
      actor: 'maria',
      subject: 'E1',
      fields: [],
      changes: {},
    })
  })

  it('deletes the values of the history, and the chain still verifies', async () => {
    const ada = await archivedAda()
    await purge(ada, 'Ada Lovelace')
    const values = JSON.stringify((await office.audit()).map(({ changes }) => changes))
    for (const value of Object.values(privateValues)) expect(values).not.toContain(value)
    expect(await verifyAuditChain(office.database)).toMatchObject({ ok: true })
  })

  it('takes them out of the search', async () => {
    const ada = await archivedAda()
    const inIndex = () =>
      office.database.read(
        sql<{ rowid: number }>`select rowid from employee_search where employee_search match '"lovelace"'`.compile(
          queries,
        ),
      )
    expect(await inIndex()).toHaveLength(1)
    await purge(ada, 'Ada Lovelace')
    expect(await inIndex()).toEqual([])
  })

  it('leaves nothing private in the files of the database', async () => {
    const ada = await archivedAda()
    const inFiles = () => {
      const files = readdirSync(office.folder).filter((name) => name.startsWith('staffdesk.db'))
      const all = files.map((name) => readFileSync(join(office.folder, name)))
      return Object.entries(privateValues)
        .filter(([field, value]) => field !== 'lastName' && all.some((bytes) => bytes.includes(value)))
        .map(([field]) => field)
    }
    expect(inFiles()).toHaveLength(6)
    await purge(ada, 'Ada Lovelace')
    await office.database.close()
    expect(inFiles()).toEqual([])
  })

  it('never gives the number, nor the ids, to somebody else', async () => {
    const ada = await archivedAda()
    await purge(ada, 'Ada Lovelace')
    expect((await refusal(add('e1', 'Eve'))).fields?.['employee.employeeNumber']).toContain('never given twice')
    const eve = await add('E2', 'Eve', { username: 'eve' })
    expect(eve.id).toBeGreaterThan(ada.id)
    expect(eve.account?.id).toBeGreaterThan(ada.account?.id ?? 0)
  })

  it('takes them from those who came to depend on them', async () => {
    const ada = await add('E1', 'Ada', { lastName: 'Lovelace' })
    const report = await add('E2', 'Blaise', { managerId: ada.id })
    await archive(report)
    const leaver = await add('E3', 'Charles')
    await archive(ada)
    await office.database.write(async (transaction) => {
      const row = {
        name: 'Sales',
        name_key: 'sales',
        search_key: '',
        head_id: ada.id,
        created_at: 1,
        updated_at: 1,
        version: 1,
      }
      await transaction.execute(queries.insertInto('department').values(row))
      await transaction.execute(
        queries.updateTable('employee').set({ successor_id: ada.id }).where('id', '=', leaver.id),
      )
    })
    expect(await dependents(ada)).toMatchObject({ reports: 1, departments: ['Sales'], successions: 1, account: null })
    await purge(ada, 'Ada Lovelace')
    expect((await read(report.id)).manager).toBeNull()
    const { departments } = await office.organisation.listDepartments({}, await office.caller())
    expect(departments).toMatchObject([{ name: 'Sales', head: null }])
    const values = JSON.stringify((await office.audit()).slice(-3))
    expect(values).not.toContain('Lovelace')
  })

  it('keeps the account that the recovery code belongs to, without the name', async () => {
    const [maria] = await office.database.read(queries.selectFrom('account').select(['id', 'username']))
    const ada = await add('E1', 'Maria', { lastName: 'Mitchell' })
    await office.database.write(async (transaction) => {
      const account = { account_id: maria?.id ?? 0 }
      await transaction.execute(queries.updateTable('employee').set(account).where('id', '=', ada.id))
    })
    const other = await office.addAdministrator('noor', 'Noor')
    await office.signIn(3, other, 'noor')
    await office.administration.disable(maria?.id ?? 0, (await office.caller(3)).signedIn)
    const caller = await office.caller(3)
    await office.employees.handlers.archive({ id: ada.id, version: 1 }, caller)
    const asked = await office.employees.handlers.readDependents({ id: ada.id }, caller)
    expect(asked.account).toMatchObject({ username: 'maria', stays: true })
    await office.employees.handlers.purge({ id: ada.id, version: 2, name: 'Maria Mitchell' }, caller)
    const names = await office.database.read(queries.selectFrom('account').select('full_name').orderBy('id'))
    expect(names.map(({ full_name }) => full_name)).toEqual(['maria', 'Noor'])
  })
})

describe('a purge is refused', () => {
  it('for somebody who is not archived', async () => {
    const ada = await add('E1', 'Ada')
    expect(await refusal(purge(ada, 'Ada'))).toEqual({ code: 'REFUSED', message: 'Archive Ada first.' })
  })

  it('for another name than theirs', async () => {
    const ada = await archivedAda()
    const { code, fields } = await refusal(purge(ada, 'Ada Lovelance'))
    expect([code, fields]).toEqual(['INVALID_INPUT', { name: 'Type Ada Lovelace exactly as it stands here.' }])
    expect(await count('employee')).toBe(1)
  })
})

/**
 * What refers to an employee or an account and would hold up a purge. Whoever adds a reference either lets it cascade
 * or has the purge empty it, and names it here.
 */
it('knows every reference to an employee and to an account', async () => {
  const references = await office.database.read(
    sql<{ reference: string }>`
      select tables.name || '.' || keys."from" || ' → ' || keys."table" as reference
      from sqlite_schema as tables, pragma_foreign_key_list(tables.name) as keys
      where tables.type = 'table' and keys."table" in ('employee', 'account') and keys.on_delete <> 'CASCADE'
      order by reference
    `.compile(queries),
  )
  expect(references.map(({ reference }) => reference)).toEqual([
    'department.head_id → employee',
    'employee.account_id → account',
    'employee.manager_id → employee',
    'employee.successor_id → employee',
    'session_history.account_id → account',
    'session_history.ended_by → account',
  ])
})
