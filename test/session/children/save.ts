import { writeSync } from 'node:fs'
import { createSessionEngine, SessionUpdateError } from '../../../electron/session/index.ts'
import { createTestClock } from '../../support/clock.ts'
import { createTestRandom } from '../../support/random.ts'
import { testSecret } from '../support/engine.ts'

/**
 * Saves one session of a directory again and again, each time with a count that it shares with others one higher, and
 * one of its own. Acknowledges each save on a line. Ends after `rounds`, or when the session is gone.
 */
const [directory = '', key = '', seed = '', rounds = ''] = process.argv.slice(2)
const engine = createSessionEngine('file', {
  directory,
  clock: createTestClock(),
  random: createTestRandom(Number(seed)),
  secrets: () => [testSecret(1)],
  log: { info: () => {}, warn: () => {}, error: () => {} },
})

for (let round = 1; round <= Number(rounds); ) {
  const session = await engine.open(key)
  if (session.key === null) {
    writeSync(1, 'gone\n')
    break
  }
  session.set('shared', Number(session.get('shared', 0)) + 1)
  session.set(`own-${seed}`, round)
  try {
    await session.save()
    writeSync(1, `${round}\n`)
    round += 1
  } catch (error) {
    if (!(error instanceof SessionUpdateError)) throw error
  }
}
