import { type RawBuilder, sql } from 'kysely'

/** Whether a column holds the text anywhere. The text's own wildcards stand for themselves. */
export const holds = (column: string, text: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
