/** The SQL of the sign-in throttle. */
import type { Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { SignInThrottleTable } from '../database/schema.ts'

export type Count = Readonly<SignInThrottleTable>

const byName = prepared<{ name: string }, Count>((parameter) =>
  queries.selectFrom('sign_in_throttle').selectAll().where('name_key', '=', parameter('name')),
)

export async function readCount(transaction: Transaction, nameKey: string): Promise<Count | null> {
  return (await transaction.execute(byName({ name: nameKey }))).rows[0] ?? null
}

export async function writeCount(transaction: Transaction, count: Count): Promise<void> {
  const { name_key: _, ...changed } = count
  await transaction.execute(
    queries
      .insertInto('sign_in_throttle')
      .values(count)
      .onConflict((conflict) => conflict.column('name_key').doUpdateSet(changed)),
  )
}

export async function deleteCount(transaction: Transaction, nameKey: string): Promise<void> {
  await transaction.execute(queries.deleteFrom('sign_in_throttle').where('name_key', '=', nameKey))
}

/** Forgets names that begin so and that nobody has tried since, so that the table cannot be made to grow for ever. */
export async function deleteCountsBefore(transaction: Transaction, prefix: string, before: number): Promise<void> {
  await transaction.execute(
    queries
      .deleteFrom('sign_in_throttle')
      .where('name_key', 'like', `${prefix}%`)
      .where('last_failure_at', '<', before),
  )
}
