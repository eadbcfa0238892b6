/** Counts failed tries of one name, says so after each, and is meant to be killed. */
import { createThrottle } from '../../../electron/accounts/throttle.ts'
import { openDatabase } from '../../../electron/database/open.ts'
import { createTestClock } from '../../support/clock.ts'

const [file = '', start = ''] = process.argv.slice(2)
const clock = createTestClock(start)
const database = await openDatabase({ file, clock })
const throttle = createThrottle({ database, clock })
for (;;) {
  await throttle.count('anna')
  // The password would be verified now.
  process.stdout.write('counted\n')
  await new Promise<void>((resolve) => setImmediate(resolve))
  clock.advance(60 * 60_000)
}
