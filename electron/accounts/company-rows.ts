/** What accounts need to know of the company: its name and its password policy. */
import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import { defaultMinimumLength, lowestMinimumLength } from './password-policy.ts'

export async function readCompanyName(database: Database): Promise<string> {
  const [row] = await database.read(queries.selectFrom('company').select('name'))
  if (!row) throw new Error('the database holds no company')
  return row.name
}

/** The shortest password that the company allows, in code points. A value that makes no sense means the default. */
export async function readMinimumLength(database: Database): Promise<number> {
  const [row] = await database.read(
    queries.selectFrom('policy').select('value').where('name', '=', 'minimum_password_length'),
  )
  const value: unknown = row ? JSON.parse(row.value) : defaultMinimumLength
  const sensible = Number.isInteger(value) && Number(value) >= lowestMinimumLength && Number(value) <= 64
  return sensible ? Number(value) : defaultMinimumLength
}
