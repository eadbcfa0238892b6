import type { AuditHead } from '../audit/chain.ts'
import { verifyAuditChain } from '../audit/verify.ts'
import { verifyDatabase } from '../database/integrity.ts'
import { openReader } from '../database/read-only.ts'

/** What a whole check of the data found. */
export type Verdict =
  | { readonly kind: 'sound'; readonly head: AuditHead | null }
  | { readonly kind: 'database-broken'; readonly problems: readonly string[] }
  | { readonly kind: 'audit-broken'; readonly brokenAt: number }

/**
 * Checks every page, index and reference of a database, and its audit since the link that was verified last. Takes
 * seconds on a large one, so it runs in a thread of its own and only reads.
 */
export async function verify(file: string, since: AuditHead | null): Promise<Verdict> {
  const check = verifyDatabase(file)
  if (!check.ok) return { kind: 'database-broken', problems: check.problems }
  const reader = openReader(file)
  try {
    const chain = await verifyAuditChain(reader, since)
    return chain.ok ? { kind: 'sound', head: chain.head } : { kind: 'audit-broken', brokenAt: chain.brokenAt }
  } finally {
    await reader.close()
  }
}
