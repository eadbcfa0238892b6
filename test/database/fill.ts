import { genesisHash, hashEntry, hashValue } from '../../electron/audit/chain.ts'
import type { Database } from '../../electron/database/port.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestClock } from '../support/clock.ts'

/** One row in each table that others refer to, and one that refers to it; in any version of the schema. */
export async function fillDatabase(database: Database): Promise<void> {
  const clock = createTestClock()
  await database.write(async (transaction) => {
    await transaction.execute(
      queries.insertInto('account').values({
        id: 1,
        username: 'ada',
        username_key: 'ada',
        full_name: 'Ada Lovelace',
        role: 'admin',
        password_hash: 'hash',
        must_choose_password: 0,
        created_at: clock.now(),
        version: 1,
      }),
    )
    await transaction.execute(
      queries.insertInto('employee').values({
        id: 1,
        employee_number: 'E1',
        employee_number_key: 'e1',
        first_name: 'Ada',
        last_name: 'Lovelace',
        hire_date: '2026-01-31',
        status: 'active',
        account_id: 1,
        search_key: 'ada lovelace e1',
        sort_key: 'lovelace ada',
        created_at: clock.now(),
        updated_at: clock.now(),
        version: 1,
      }),
    )
    await transaction.execute(
      queries.insertInto('session_history').values({
        id: 1,
        account_id: 1,
        key_hash: 'a'.repeat(64),
        computer: 'Front desk',
        started_at: clock.now(),
        last_activity_at: clock.now(),
        expires_at: clock.now() + 1,
      }),
    )
    await transaction.execute(
      queries.insertInto('kept_property').values({ account_id: 1, name: 'theme', value: '"dark"' }),
    )
    const value = { salt: 'ab'.repeat(16), value: '{"firstName":{"old":null,"new":"Ada"}}' }
    const entry = {
      id: 1,
      at: clock.now(),
      actor_account_id: 1,
      actor_name: 'ada',
      computer: 'Front desk',
      action: 'employee.registered',
      subject_kind: 'employee',
      subject_id: 1,
      subject_name: 'Ada Lovelace',
      fields: '["firstName"]',
      outcome: 'success' as const,
      value_hash: hashValue(value),
      previous_hash: genesisHash,
    }
    await transaction.execute(queries.insertInto('audit_entry').values({ ...entry, hash: hashEntry(entry) }))
    await transaction.execute(queries.insertInto('audit_value').values({ entry_id: 1, ...value }))
  })
}
