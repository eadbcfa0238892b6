import { type RawBuilder, sql } from 'kysely'

/** The rows of a query as one JSON object of texts. @param key the column of its names @param value that of its values */
export const jsonObject = (key: string, value: string): RawBuilder<string> =>
  sql<string>`json_group_object(${sql.ref(key)}, ${sql.ref(value)})`
