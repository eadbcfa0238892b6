import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { CompanyTable } from '../database/schema.ts'

/** The one row that says whose database this is. */
export const insertCompany = (company: Omit<CompanyTable, 'id'>) =>
  queries.insertInto('company').values({ id: 1, ...company })

/** The company whose database this is; undefined where set-up never finished. */
export async function readCompany(database: Pick<Database, 'read'>): Promise<CompanyTable | undefined> {
  const [company] = await database.read(queries.selectFrom('company').selectAll())
  return company
}
