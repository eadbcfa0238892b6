import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { AuditSearchTable } from '../database/schema.ts'
import { searchKeyOf } from '../database/search-key.ts'
import type { Clock } from '../environment/clock.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { Audit, AuditRecord } from './audit.ts'
import { type AuditEntry, type AuditValue, genesisHash, hashEntry, hashValue } from './chain.ts'
import { selectHead } from './head.ts'

export interface AuditParts {
  readonly clock: Clock
  /** This computer's name, as entries show it. */
  readonly computer: string
  readonly random: RandomBytes
}

const saltLength = 16

const insertEntry = prepared<AuditEntry, unknown>((parameter) =>
  queries.insertInto('audit_entry').values({
    id: parameter('id'),
    at: parameter('at'),
    actor_account_id: parameter('actor_account_id'),
    actor_name: parameter('actor_name'),
    computer: parameter('computer'),
    action: parameter('action'),
    subject_kind: parameter('subject_kind'),
    subject_id: parameter('subject_id'),
    subject_name: parameter('subject_name'),
    fields: parameter('fields'),
    outcome: parameter('outcome'),
    value_hash: parameter('value_hash'),
    previous_hash: parameter('previous_hash'),
    hash: parameter('hash'),
  }),
)

const insertValue = prepared<AuditValue, unknown>((parameter) =>
  queries.insertInto('audit_value').values({
    entry_id: parameter('entry_id'),
    salt: parameter('salt'),
    value: parameter('value'),
  }),
)

/** Over what may be left of an entry that somebody cut off: the chain tells of that, and the log goes on. */
const insertSearched = prepared<AuditSearchTable, unknown>((parameter) =>
  queries
    .insertInto('audit_search')
    .values({ entry_id: parameter('entry_id'), search_key: parameter('search_key') })
    .onConflict((conflict) => conflict.column('entry_id').doUpdateSet({ search_key: parameter('search_key') })),
)

/** The application's audit. Entries are chained in the order in which their transactions run. */
export function createAudit({ clock, computer, random }: AuditParts): Audit {
  function salted(changes: NonNullable<AuditRecord['changes']>): Pick<AuditValue, 'salt' | 'value'> {
    return { salt: Buffer.from(random(saltLength)).toString('hex'), value: describeChanges(changes) }
  }

  return {
    async append(transaction, { action, actor, subject, outcome = 'success', changes = {}, secretFields = [] }) {
      const head = (await transaction.execute(selectHead())).rows[0]
      const changed = Object.keys(changes)
      const value = changed.length > 0 ? salted(changes) : null
      const entry = {
        id: (head?.id ?? 0) + 1,
        at: clock.now(),
        actor_account_id: actor?.accountId ?? null,
        actor_name: actor?.username ?? null,
        computer,
        action,
        subject_kind: subject.kind,
        subject_id: subject.id,
        subject_name: subject.name,
        fields: JSON.stringify([...new Set([...changed, ...secretFields])]),
        outcome,
        value_hash: value && hashValue(value),
        previous_hash: head?.hash ?? genesisHash,
      }
      await transaction.execute(insertEntry({ ...entry, hash: hashEntry(entry) }))
      if (value) await transaction.execute(insertValue({ entry_id: entry.id, ...value }))
      const search_key = searchKeyOf([entry.actor_name ?? '', entry.subject_name ?? ''], [])
      await transaction.execute(insertSearched({ entry_id: entry.id, search_key }))
    },
  }
}

/** JSON leaves `undefined` out: an absent value is written as null, so that old and new always stand there. */
function describeChanges(changes: NonNullable<AuditRecord['changes']>): string {
  const described = Object.entries(changes).map(
    ([name, change]) => [name, { old: change.old ?? null, new: change.new ?? null }] as const,
  )
  return JSON.stringify(Object.fromEntries(described))
}
