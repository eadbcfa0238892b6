import type { SelectQueryBuilder } from 'kysely'
import { type AuditChange, type AuditEntry, type AuditFilter, auditAreas } from '../contract/audit.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import { holdsWord } from '../database/holds.ts'
import type { Database } from '../database/port.ts'
import { queries } from '../database/queries.ts'
import type { AuditEntryTable, Schema } from '../database/schema.ts'
import { searchWords } from '../database/search-key.ts'
import { toInstant } from '../environment/clock.ts'

type Filtered<Output> = SelectQueryBuilder<Schema, 'audit_entry', Output>
type Narrow = <Output>(query: Filtered<Output>) => Filtered<Output>

interface Row extends Omit<AuditEntryTable, 'id'> {
  readonly id: number
  readonly value: string | null
}

/** What administrators read of the audit. */
export interface AuditReading {
  list(input: ParsedInputOf<'audit', 'list'>): Promise<OutputOf<'audit', 'list'>>
  employee(input: ParsedInputOf<'audit', 'employee'>): Promise<OutputOf<'audit', 'employee'>>
}

/**
 * The next entries that are meant and stand before another, the last first. Read so, a long log stays in step however
 * much is added to it meanwhile.
 * @param beforeId null for the newest
 */
export async function readEntriesBefore(
  database: Pick<Database, 'read'>,
  filter: AuditFilter,
  beforeId: number | null,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const page = matching(queries.selectFrom('audit_entry'), filter)
    .$if(beforeId !== null, (all) => all.where('audit_entry.id', '<', beforeId))
    .selectAll('audit_entry')
    .orderBy('audit_entry.id', 'desc')
    .limit(limit)
  return (await database.read<Row>(withValues(page))).map(toEntry)
}

/** Joined afterwards, so that no values are looked up for the entries skipped. */
const withValues = (page: SelectQueryBuilder<Schema, 'audit_entry', Omit<Row, 'value'>>) =>
  queries
    .selectFrom(page.as('entry'))
    .leftJoin('audit_value', 'audit_value.entry_id', 'entry.id')
    .selectAll('entry')
    .select('audit_value.value')
    .orderBy('entry.id', 'desc')

/** @param pause lets others have their turn between two statements, each of which may go through the whole log */
export function createAuditReading(database: Pick<Database, 'read'>, pause: () => Promise<void>): AuditReading {
  async function read(narrow: Narrow, offset: number, limit: number): Promise<OutputOf<'audit', 'list'>> {
    const page = narrow(queries.selectFrom('audit_entry'))
      .selectAll('audit_entry')
      .orderBy('audit_entry.id', 'desc')
      .limit(limit)
      .offset(offset)
    const rows = await database.read<Row>(withValues(page))
    await pause()
    const [count] = await database.read(
      narrow(queries.selectFrom('audit_entry')).select((select) => select.fn.countAll<number>().as('count')),
    )
    return { total: count?.count ?? 0, entries: rows.map(toEntry) }
  }

  return {
    list: ({ offset, limit, ...filter }) => read((query) => matching(query, filter), offset, limit),
    employee: ({ id, offset, limit }) => read((query) => ofEmployee(query, id), offset, limit),
  }
}

function matching<Output>(
  query: Filtered<Output>,
  { search, area, outcome, from, before }: AuditFilter,
): Filtered<Output> {
  const words = searchWords(search)
  return query
    .$if(words.length > 0, (all) => all.where('audit_entry.id', 'in', found(words)))
    .$if(area !== null, (all) => all.where('audit_entry.action', 'in', area === null ? [] : auditAreas[area]))
    .$if(outcome !== null, (all) => all.where('audit_entry.outcome', '=', outcome ?? 'success'))
    .$if(from !== null, (all) => all.where('audit_entry.at', '>=', Date.parse(from ?? '')))
    .$if(before !== null, (all) => all.where('audit_entry.at', '<', Date.parse(before ?? '')))
}

const found = (words: readonly string[]) =>
  words.reduce(
    (entries, word) => entries.where(holdsWord('search_key', word)),
    queries.selectFrom('audit_search').select('entry_id'),
  )

function ofEmployee<Output>(query: Filtered<Output>, id: number): Filtered<Output> {
  return query.where((expression) =>
    expression.or([
      expression.and([expression('subject_kind', '=', 'employee'), expression('subject_id', '=', id)]),
      expression.and([
        expression('subject_kind', '=', 'account'),
        expression(
          'subject_id',
          '=',
          expression.selectFrom('employee').select('employee.account_id').where('employee.id', '=', id),
        ),
      ]),
    ]),
  )
}

function toEntry(row: Row): AuditEntry {
  return {
    id: row.id,
    at: toInstant(row.at),
    actor: row.actor_name,
    computer: row.computer,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    outcome: row.outcome,
    changes: changesOf(row),
  }
}

function changesOf({ fields, value }: Pick<Row, 'fields' | 'value'>): AuditChange[] {
  const names = JSON.parse(fields) as string[]
  const kept = (value === null ? {} : JSON.parse(value)) as Readonly<Record<string, { old: unknown; new: unknown }>>
  return names.map((field) => {
    const change = kept[field]
    return { field, old: textOf(change?.old), new: textOf(change?.new), isKept: change !== undefined }
  })
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value)
