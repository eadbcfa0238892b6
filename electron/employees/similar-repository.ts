/** The SQL of the next free number and of who may be registered already. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { EmployeeTable } from '../database/schema.ts'

const patternName = 'employee_number_pattern'

/** The company's pattern as it was stored; null for none. */
export async function readStoredPattern(database: Pick<Database, 'read'>): Promise<unknown> {
  const [row] = await database.read(queries.selectFrom('policy').select('value').where('name', '=', patternName))
  return row ? JSON.parse(row.value) : null
}

export async function writePattern(transaction: Transaction, pattern: string): Promise<void> {
  const value = JSON.stringify(pattern)
  await transaction.execute(
    queries
      .insertInto('policy')
      .values({ name: patternName, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
  )
}

/**
 * The highest number ever used that consists of a text, so many digits and another text; null for none. All in the
 * folded form of numbers. Numbers of one length are in the order of their texts, so the key's index finds it.
 */
export async function readHighest(
  database: Pick<Database, 'read'>,
  before: string,
  width: number,
  after: string,
): Promise<string | null> {
  const [row] = await database.read(
    queries
      .selectFrom('used_employee_number')
      .select('number_key')
      .where('number_key', '>=', before)
      .where('number_key', '<', `${before}\u{10ffff}`)
      .where(sql<boolean>`number_key glob ${glob(before) + '[0-9]'.repeat(width) + glob(after)}`)
      .orderBy('number_key', 'desc')
      .limit(1),
  )
  return row?.number_key ?? null
}

/** A text that stands for itself in a GLOB. */
const glob = (text: string): string => text.replace(/[*?[\]]/g, '[$&]')

export interface AlikeRow
  extends Pick<
    EmployeeTable,
    | 'employee_number'
    | 'employee_number_key'
    | 'first_name'
    | 'last_name'
    | 'date_of_birth'
    | 'work_email_key'
    | 'sort_key'
    | 'status'
    | 'archived_at'
  > {
  readonly id: number
}

const alikeColumns = [
  'id',
  'employee_number',
  'employee_number_key',
  'first_name',
  'last_name',
  'date_of_birth',
  'work_email_key',
  'sort_key',
  'status',
  'archived_at',
] as const

const alike = () => queries.selectFrom('employee').select(alikeColumns)

export const selectByNumbers = (keys: readonly string[], limit: number) =>
  alike().where('employee_number_key', 'in', keys).orderBy('id').limit(limit)

export const selectByEmail = (key: string) => alike().where('work_email_key', '=', key)

/** Each half has an index of its own. */
export const selectByName = (sortKey: string, limit: number) =>
  alike()
    .where('sort_key', '=', sortKey)
    .where('archived_at', 'is', null)
    .unionAll(alike().where('sort_key', '=', sortKey).where('archived_at', 'is not', null))
    .limit(limit)
