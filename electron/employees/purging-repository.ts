/** The SQL of a purge: everything that refers to an employee or to their account. */
import { sql } from 'kysely'
import type { Transaction } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'

interface Purged {
  readonly id: number
  /** 0 for none. */
  readonly accountId: number
}

type Parameter = <Name extends keyof Purged>(name: Name) => Purged[Name]

/** The entries that tell of the employee, of the account or of its sessions. */
const ownEntries = (parameter: Parameter) =>
  queries
    .selectFrom('audit_entry')
    .select('audit_entry.id')
    .where((expression) =>
      expression.or([
        expression.and([expression('subject_kind', '=', 'employee'), expression('subject_id', '=', parameter('id'))]),
        expression.and([
          expression('subject_kind', '=', 'account'),
          expression('subject_id', '=', parameter('accountId')),
        ]),
        expression.and([
          expression('subject_kind', '=', 'session'),
          expression(
            'subject_id',
            'in',
            queries
              .selectFrom('session_history')
              .select('session_history.id')
              .where('session_history.account_id', '=', parameter('accountId')),
          ),
        ]),
      ]),
    )

interface Counts {
  readonly sessions: number
  readonly kept_properties: number
  readonly history_entries: number
}

export const countOwned = prepared<Purged, Counts>((parameter) =>
  queries.selectNoFrom([
    queries
      .selectFrom('session_history')
      .select(sql<number>`count(*)`.as('count'))
      .where('account_id', '=', parameter('accountId'))
      .$asScalar()
      .$notNull()
      .as('sessions'),
    queries
      .selectFrom('kept_property')
      .select(sql<number>`count(*)`.as('count'))
      .where('account_id', '=', parameter('accountId'))
      .$asScalar()
      .$notNull()
      .as('kept_properties'),
    queries
      .selectFrom('audit_value')
      .select(sql<number>`count(*)`.as('count'))
      .where('entry_id', 'in', ownEntries(parameter))
      .$asScalar()
      .$notNull()
      .as('history_entries'),
  ]),
)

const deleteValues = prepared<Purged, never>((parameter) =>
  queries.deleteFrom('audit_value').where('entry_id', 'in', ownEntries(parameter)),
)

const deleteRow = prepared<Pick<Purged, 'id'>, never>((parameter) =>
  queries.deleteFrom('employee').where('id', '=', parameter('id')),
)

/** Deletes an employee to whom nobody reports, who leads nothing and is to take over nothing, with the values of what happened to them. */
export async function deleteEmployee(transaction: Transaction, purged: Purged): Promise<void> {
  await transaction.execute(deleteValues(purged))
  await transaction.execute(deleteRow(purged))
}

type OfAccount = Pick<Purged, 'accountId'>

const deleteData = prepared<OfAccount, never>((parameter) =>
  queries
    .deleteFrom('session')
    .where(
      'key_hash',
      'in',
      queries.selectFrom('session_history').select('key_hash').where('account_id', '=', parameter('accountId')),
    ),
)

const deleteHistory = prepared<OfAccount, never>((parameter) =>
  queries.deleteFrom('session_history').where('account_id', '=', parameter('accountId')),
)

const forgetEnder = prepared<OfAccount, never>((parameter) =>
  queries.updateTable('session_history').set({ ended_by: null }).where('ended_by', '=', parameter('accountId')),
)

const deleteProperties = prepared<OfAccount, never>((parameter) =>
  queries.deleteFrom('kept_property').where('account_id', '=', parameter('accountId')),
)

const deleteThrottle = prepared<OfAccount, never>((parameter) =>
  queries
    .deleteFrom('sign_in_throttle')
    .where(
      'name_key',
      '=',
      queries.selectFrom('account').select('username_key').where('id', '=', parameter('accountId')),
    ),
)

const deleteRowOfAccount = prepared<OfAccount, never>((parameter) =>
  queries.deleteFrom('account').where('id', '=', parameter('accountId')),
)

const forgetName = prepared<OfAccount, never>((parameter) =>
  queries
    .updateTable('account')
    .set((expression) => ({ full_name: expression.ref('username'), version: expression('version', '+', 1) }))
    .where('id', '=', parameter('accountId')),
)

/**
 * Deletes what an account left behind, and the account.
 * @param stays whether the account itself has to stay; then only its person's name goes
 */
export async function deleteAccount(transaction: Transaction, accountId: number, stays: boolean): Promise<void> {
  await transaction.execute(deleteData({ accountId }))
  await transaction.execute(deleteHistory({ accountId }))
  await transaction.execute(forgetEnder({ accountId }))
  await transaction.execute(deleteProperties({ accountId }))
  await transaction.execute(deleteThrottle({ accountId }))
  await transaction.execute(stays ? forgetName({ accountId }) : deleteRowOfAccount({ accountId }))
}

/** Whether the company's recovery code belongs to an account. */
export const selectRecoverable = prepared<{ id: number }, { id: number }>((parameter) =>
  queries
    .selectFrom('account')
    .select('id')
    .where('id', '=', parameter('id'))
    .where('recovery_code_hash', 'is not', null),
)
