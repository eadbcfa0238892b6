import { createAudit } from '../../electron/audit/append.ts'
import type { Database } from '../../electron/database/port.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestRandom } from '../support/random.ts'

/** Adds entries to the audit. */
export async function appendEntries(database: Database, count: number): Promise<void> {
  const audit = createAudit({ clock: createTestClock(), computer: 'Front desk', random: createTestRandom(count) })
  for (let number = 0; number < count; number += 1) {
    await database.write((transaction) =>
      audit.append(transaction, {
        action: 'session.created',
        actor: null,
        subject: { kind: 'session', id: number, name: null },
      }),
    )
  }
}
