import { writeSync } from 'node:fs'
import { queries } from '../../../electron/database/queries.ts'
import { openSecondWriter } from '../../../electron/database/second-writer.ts'

/** Commits so many characters as a second writer, closes it, and says how both went. */
const [file = '', size = '0'] = process.argv.slice(2)
const writer = openSecondWriter(file)
const value = JSON.stringify('x'.repeat(Number(size)))
await writer.write((transaction) => transaction.execute(queries.insertInto('policy').values({ name: 'long', value })))
writeSync(1, 'committed\n')
try {
  await writer.close()
  writeSync(1, 'closed\n')
} catch (error) {
  writeSync(1, `${String(error)}\n`)
}
