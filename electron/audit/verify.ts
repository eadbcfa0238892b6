import type { Database } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import { type AuditEntry, type AuditHead, genesisHash, hashEntry, hashValue } from './chain.ts'

/** `brokenAt` is the first entry that was changed, or that follows one that was changed, taken out or cut off. */
export type ChainVerdict =
  | { readonly ok: true; readonly head: AuditHead | null }
  | { readonly ok: false; readonly brokenAt: number }

interface EntryWithValue extends AuditEntry {
  readonly salt: string | null
  readonly value: string | null
}

/** Few enough rows for a read to take milliseconds. */
const pageLength = 500

const selectPage = prepared<{ after: number }, EntryWithValue>((parameter) =>
  queries
    .selectFrom('audit_entry')
    .leftJoin('audit_value', 'audit_value.entry_id', 'audit_entry.id')
    .selectAll('audit_entry')
    .select(['audit_value.salt', 'audit_value.value'])
    .where('audit_entry.id', '>', parameter('after'))
    .orderBy('audit_entry.id')
    .limit(pageLength),
)

const selectLink = prepared<{ id: number }, AuditHead>((parameter) =>
  queries.selectFrom('audit_entry').select(['id', 'hash']).where('id', '=', parameter('id')),
)

/**
 * Walks the audit from its first entry, or from a link that was verified before and kept outside the database, to its
 * last. Whoever can write the file can also compute a whole new chain; only a link kept elsewhere shows that, and that
 * the newest entries were cut off. Values that a purge deleted are not missed.
 * @param since the link that is trusted; it must still stand in the chain
 */
export async function verifyAuditChain(
  database: Pick<Database, 'read'>,
  since: AuditHead | null = null,
): Promise<ChainVerdict> {
  if (since) {
    const [link] = await database.read(selectLink({ id: since.id }))
    if (link?.hash !== since.hash) return { ok: false, brokenAt: since.id }
  }
  let head = since
  for (;;) {
    const page = await database.read(selectPage({ after: head?.id ?? 0 }))
    if (page.length === 0) return { ok: true, head }
    for (const entry of page) {
      if (!follows(entry, head) || !vouchesFor(entry)) return { ok: false, brokenAt: entry.id }
      head = { id: entry.id, hash: entry.hash }
    }
  }
}

function follows(entry: AuditEntry, head: AuditHead | null): boolean {
  return entry.previous_hash === (head?.hash ?? genesisHash) && entry.hash === hashEntry(entry)
}

function vouchesFor({ value_hash, salt, value }: EntryWithValue): boolean {
  return salt === null || value === null || value_hash === hashValue({ salt, value })
}
