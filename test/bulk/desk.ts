import { setImmediate } from 'node:timers/promises'
import { createAudit } from '../../electron/audit/append.ts'
import { createBulk } from '../../electron/bulk/bulk.ts'
import type { BulkTask } from '../../electron/contract/bulk.ts'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { contract, type InputOf } from '../../electron/contract/index.ts'
import { queries } from '../../electron/database/queries.ts'
import type { SignedInCaller } from '../../electron/lifecycle/caller.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { openOffice } from '../employees/office.ts'
import { createTestRandom } from '../support/random.ts'

type Request = InputOf<'bulk', 'prepare'>

const all: Request['selection'] = { kind: 'matching', filter: everybody, exceptIds: [] }

/** An office in which many employees are changed at once. */
export async function openBulkDesk() {
  const office = await openOffice()
  const random = createTestRandom(9)
  const log = createTestLog()
  let changes = 0
  const bulk = createBulk({
    database: office.database,
    lifecycle: office.lifecycle,
    administration: office.administration,
    disableAccountWithin: office.administration.disableWithin,
    audit: createAudit({ clock: office.clock, random, computer: 'Front desk' }),
    clock: office.clock,
    random,
    log,
    pause: () => setImmediate(),
    onChanged: () => {
      changes += 1
    },
  })
  const { handlers } = bulk

  /** What is known of a task as soon as nothing is under way. */
  async function ended(id: number, by?: SignedInCaller): Promise<BulkTask> {
    const caller = by ?? (await office.caller())
    for (;;) {
      const { task } = await handlers.read({ id }, caller)
      if (task.state !== 'working') return task
      await setImmediate()
    }
  }

  async function prepare(action: Request['action'], selection: Request['selection'] = all): Promise<BulkTask> {
    const input = contract.bulk.prepare.input.parse({ selection, action })
    return (await handlers.prepare(input, await office.caller())).task
  }

  async function run(id: number): Promise<BulkTask> {
    await handlers.runSensitive({ id }, await office.caller())
    return ended(id)
  }

  return {
    office,
    log,
    handlers,
    stop: bulk.stop,
    changes: () => changes,
    ended,
    prepare,
    run,

    /** Tries a change and answers what would come of it. */
    async try(action: Request['action'], selection?: Request['selection']) {
      return ended((await prepare(action, selection)).id)
    },

    /** Tries a change, makes it, and answers what came of it. */
    async change(action: Request['action'], selection?: Request['selection']) {
      return run((await ended((await prepare(action, selection)).id)).id)
    },

    async undo({ id }: BulkTask): Promise<BulkTask> {
      await handlers.undo({ id }, await office.caller())
      return ended(id)
    },

    /** Who, what came of it and why, in a line each. */
    async rows({ id }: BulkTask): Promise<string[]> {
      const page = { id, outcome: null, offset: 0, limit: 200 }
      const { rows } = await handlers.rows(page, await office.caller())
      return rows.map(({ name, outcome, reason }) => `${name}: ${outcome}${reason === null ? '' : ` – ${reason}`}`)
    },

    /** Makes an employee the one whose account is signed in. */
    async makeOwn(employeeId: number): Promise<void> {
      const { accountId } = (await office.caller()).signedIn
      await office.database.write((transaction) =>
        transaction.execute(
          queries.updateTable('employee').set({ account_id: accountId }).where('id', '=', employeeId),
        ),
      )
    },

    async dispose() {
      await bulk.stop()
      await office.dispose()
    },
  }
}

export type BulkDesk = Awaited<ReturnType<typeof openBulkDesk>>
