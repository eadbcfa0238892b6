import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { foldForSearch } from '../../electron/database/fold.ts'
import { foldedSql } from '../../electron/database/fold-function.ts'
import { queries } from '../../electron/database/queries.ts'
import { openTestDatabase } from '../support/database.ts'

it('a query folds a text as searches do, plain or not', async () => {
  await using opened = await openTestDatabase()
  for (const text of ['Badge 7~', 'Ångström', 'STRAẞE', 'Łódź', 'ΟΔΟΣ', 'Ｌocker', 'no\u00a0break']) {
    const query = queries.selectNoFrom((select) => foldedSql(select.val(text)).as('folded'))
    expect(await opened.database.read(query), text).toEqual([{ folded: foldForSearch(text) }])
  }
  expect(await opened.database.read(queries.selectNoFrom(foldedSql(sql`null`).as('folded')))).toEqual([
    { folded: null },
  ])
})
