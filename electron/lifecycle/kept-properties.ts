/**
 * Session properties that outlive a session. They are stored with the account too, so that a new session starts with
 * them; a kept property that a session deletes is deleted there as well.
 */
import type { Database, Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { Json, Session } from '../session/index.ts'
import type { Snapshot } from './snapshot.ts'

/** The names that are kept. */
export const keptProperties: readonly string[] = ['draft', 'employee_list', 'theme']

/** Puts the account's kept properties into a session, where it does not hold them already. */
export async function loadKeptProperties(database: Database, accountId: number, session: Session): Promise<void> {
  for (const { name, value } of await readKept(database, accountId)) {
    if (!session.has(name)) session.set(name, JSON.parse(value) as Json)
  }
}

/** The kept properties that a call changed. */
export function changedKeptProperties(before: Snapshot, after: Snapshot): readonly string[] {
  // Values are frozen, so one that is no longer the same object was set anew.
  return keptProperties.filter((name) => before.get(name) !== after.get(name))
}

/** Stores these kept properties with the account as the session holds them now. */
export async function storeKeptProperties(
  transaction: Transaction,
  accountId: number,
  names: readonly string[],
  after: Snapshot,
): Promise<void> {
  for (const name of names) await store(transaction, accountId, name, after.get(name))
}

async function store(transaction: Transaction, accountId: number, name: string, kept: Json | undefined): Promise<void> {
  if (kept === undefined) {
    await transaction.execute(
      queries.deleteFrom('kept_property').where('account_id', '=', accountId).where('name', '=', name),
    )
    return
  }
  const value = JSON.stringify(kept)
  await transaction.execute(
    queries
      .insertInto('kept_property')
      .values({ account_id: accountId, name, value })
      .onConflict((conflict) => conflict.columns(['account_id', 'name']).doUpdateSet({ value })),
  )
}

const kept = prepared<{ accountId: number }, { name: string; value: string }>((parameter) =>
  queries
    .selectFrom('kept_property')
    .select(['name', 'value'])
    .where('account_id', '=', parameter('accountId'))
    .where('name', 'in', keptProperties),
)

const readKept = (database: Database, accountId: number) => database.read(kept({ accountId }))
