import type { SuiteResult, Table } from '../report/finding.ts'
import { measureCachedAndSigned } from './cached-and-signed.ts'
import { measureCall } from './call.ts'
import { measureClearing } from './clearing.ts'
import { measureGrowth } from './growth.ts'
import { measureLogin } from './login.ts'
import type { BenchParts, Part } from './parts.ts'
import { measureRefusals } from './refusals.ts'
import { measureStores } from './stores.ts'

const parts: readonly Part[] = [
  measureStores,
  measureCachedAndSigned,
  measureClearing,
  measureLogin,
  measureRefusals,
  measureCall,
]

/** Sessions, from the stores to a call of the page. */
export async function measureSessions(given: BenchParts): Promise<SuiteResult> {
  const tables: Table[] = []
  for (const part of parts) tables.push(...(await part(given)))
  const curves = await measureGrowth(given)
  return { tables, growth: { title: 'Sessions: create and load, by how many there are', curves } }
}
