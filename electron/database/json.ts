import { type RawBuilder, sql } from 'kysely'

/** The rows of a query as one JSON object of texts. @param key the column of its names @param value that of its values */
export const jsonObject = (key: string, value: string): RawBuilder<string> =>
  sql<string>`json_group_object(${sql.ref(key)}, ${sql.ref(value)})`

/** These ids as a query, however many there are: a statement takes fewer parameters. */
export const anyId = (ids: readonly number[]): RawBuilder<number> =>
  sql<number>`select value from json_each(${JSON.stringify(ids)})`
