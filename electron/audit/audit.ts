import type { AuditAction } from '../contract/audit.ts'
import type { Transaction } from '../database/port.ts'

/** Who did it. Null for the application itself and for people nobody has signed in yet. */
export interface AuditActor {
  readonly accountId: number
  readonly username: string
}

/** What happened, to what, and how it went. Secrets never stand in `changes`: name the field only. */
export interface AuditRecord {
  /** Such as `employee.registered`. */
  readonly action: AuditAction
  readonly actor: AuditActor | null
  readonly subject: { readonly kind: string; readonly id: number | null; readonly name: string | null }
  readonly outcome?: 'success' | 'refused' | 'failure'
  /** Changed fields whose values may be kept; values are JSON, an absent one counts as null. */
  readonly changes?: Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>
  /** Changed fields whose values must not be kept (`password`). */
  readonly secretFields?: readonly string[]
}

/** Appends to the hash-chained audit, inside the transaction of the change it tells of. */
export interface Audit {
  append(transaction: Transaction, record: AuditRecord): Promise<void>
}
