/** The SQL of the sign-in throttle. */
import type { Database, Transaction } from '../database/port.ts'
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

/** What was last committed of it. */
export async function findCount(database: Pick<Database, 'read'>, nameKey: string): Promise<Count | null> {
  return (await database.read(byName({ name: nameKey })))[0] ?? null
}

const write = prepared<Count, never>((parameter) => {
  const changed = {
    failures: parameter('failures'),
    first_failure_at: parameter('first_failure_at'),
    last_failure_at: parameter('last_failure_at'),
    blocked_until: parameter('blocked_until'),
  }
  return queries
    .insertInto('sign_in_throttle')
    .values({ name_key: parameter('name_key'), ...changed })
    .onConflict((conflict) => conflict.column('name_key').doUpdateSet(changed))
})

export async function writeCount(transaction: Transaction, count: Count): Promise<void> {
  await transaction.execute(write(count))
}

const remove = prepared<{ name: string }, never>((parameter) =>
  queries.deleteFrom('sign_in_throttle').where('name_key', '=', parameter('name')),
)

export async function deleteCount(transaction: Transaction, nameKey: string): Promise<void> {
  await transaction.execute(remove({ name: nameKey }))
}

const removeBetween = prepared<{ first: string; end: string; before: number }, never>((parameter) =>
  queries
    .deleteFrom('sign_in_throttle')
    .where('name_key', '>=', parameter('first'))
    .where('name_key', '<', parameter('end'))
    .where('last_failure_at', '<', parameter('before')),
)

/** Forgets names that begin so and that nobody has tried since, so that the table cannot be made to grow for ever. */
export async function deleteCountsBefore(transaction: Transaction, prefix: string, before: number): Promise<void> {
  // Unlike LIKE, two bounds find their rows by the key.
  const end = `${prefix.slice(0, -1)}${String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1)}`
  await transaction.execute(removeBetween({ first: prefix, end, before }))
}
