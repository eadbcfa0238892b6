import { writeSync } from 'node:fs'
import { DatabaseError } from '../../../electron/database/errors.ts'
import { openDatabase } from '../../../electron/database/open.ts'
import { queries } from '../../../electron/database/queries.ts'
import { createTestClock } from '../../support/clock.ts'

/** Writes batches of five rows until it fails or is killed, and acknowledges each on a line once it is committed. */
const [file = '', size = '10'] = process.argv.slice(2)
const database = await openDatabase({ file, clock: createTestClock() })
const value = JSON.stringify('x'.repeat(Number(size)))
const committed = await database.read(queries.selectFrom('policy').select('name'))

try {
  for (let batch = committed.length / 5; ; batch += 1) {
    await database.write(async (transaction) => {
      for (let row = 0; row < 5; row += 1) {
        await transaction.execute(queries.insertInto('policy').values({ name: `${batch}/${row}`, value }))
      }
    })
    writeSync(1, `${batch}\n`)
  }
} catch (error) {
  const readable = await database.read(queries.selectFrom('policy').select('name'))
  writeSync(1, `${error instanceof DatabaseError ? error.kind : String(error)} with ${readable.length} rows readable\n`)
}
