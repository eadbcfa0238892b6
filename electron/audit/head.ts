import type { Database } from '../database/port.ts'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { AuditHead } from './chain.ts'

const headQuery = prepared<object, AuditHead>(() =>
  queries.selectFrom('audit_entry').select(['id', 'hash']).orderBy('id', 'desc').limit(1),
)

export const selectHead = () => headQuery({})

/** The last committed entry's link; null while there is none. */
export async function readAuditHead(database: Pick<Database, 'read'>): Promise<AuditHead | null> {
  const [head] = await database.read(selectHead())
  return head ?? null
}
