import { latestVersion, migrations } from '../../../electron/database/migrations/index.ts'
import { openDatabase } from '../../../electron/database/open.ts'
import { createTestClock } from '../../support/clock.ts'

/** Starts a migration of three statements and is killed after so many of them. */
const [file = '', statements = '0'] = process.argv.slice(2)
const sql = ['CREATE TABLE added (id INTEGER) STRICT', "UPDATE policy SET value = '2'", 'DROP TABLE session']
await openDatabase({
  file,
  clock: createTestClock(),
  migrations: [
    ...migrations,
    {
      version: latestVersion + 1,
      title: 'interrupted',
      up(connection) {
        for (const statement of sql.slice(0, Number(statements))) connection.exec(statement)
        process.kill(process.pid, 'SIGKILL')
      },
    },
  ],
})
