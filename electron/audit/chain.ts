import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { AuditEntryTable, AuditValueTable } from '../database/schema.ts'

export type AuditEntry = Selectable<AuditEntryTable>
export type AuditValue = Selectable<AuditValueTable>

/** The last link of a chain. Kept elsewhere too, it shows whether entries were cut off the end. */
export interface AuditHead {
  readonly id: number
  readonly hash: string
}

/** What the first entry follows. */
export const genesisHash = '0'.repeat(64)

/**
 * The hash of an entry: SHA-256 of all its columns in this order as one JSON array. Well-formed text, whole numbers
 * and null have only one form in JSON, so equal rows have equal hashes on every machine.
 */
export function hashEntry(entry: Omit<AuditEntry, 'hash'>): string {
  return sha256(
    JSON.stringify([
      entry.previous_hash,
      entry.id,
      entry.at,
      entry.actor_account_id,
      entry.actor_name,
      entry.computer,
      entry.action,
      entry.subject_kind,
      entry.subject_id,
      entry.subject_name,
      entry.fields,
      entry.outcome,
      entry.value_hash,
    ]),
  )
}

/** The hash by which an entry vouches for its values. The salt keeps a short purged value from being guessed. */
export function hashValue({ salt, value }: Pick<AuditValue, 'salt' | 'value'>): string {
  return sha256(salt + value)
}

const sha256 = (text: string): string => hash('sha256', text)
