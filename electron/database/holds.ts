import { type RawBuilder, sql } from 'kysely'
import { textsOf } from './search-key.ts'

/** Whether a column holds the text anywhere. The text's own wildcards stand for themselves. */
export const holds = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`

/** Whether a word of a search is found in a column of search keys, for tables without an index of them. */
export const holdsWord = (column: string, word: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(
    textsOf(word).map((text) => holds(column, text)),
    sql` or `,
  )})`
