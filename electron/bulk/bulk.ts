import { type BulkTask, isSensitive, mostResets } from '../contract/bulk.ts'
import { Refusal } from '../contract/errors.ts'
import { nameOf } from '../employees/fields.ts'
import { readSelected } from '../employees/selection-repository.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { createTasks } from '../tasks/tasks.ts'
import { type ActParts, createAct } from './acts.ts'
import { type BulkTaskParts, type BulkWork, startBulkWork } from './bulk-task.ts'
import type { Phase } from './phase.ts'

export type BulkParts = ActParts & BulkTaskParts

export interface Bulk {
  readonly handlers: FeatureHandlers<'bulk'>
  /** Cancels what is under way; what is done stays. */
  stop(): Promise<void>
}

/** One change to many employees at once. */
export function createBulk(parts: BulkParts): Bulk {
  const tasks = createTasks<BulkWork>()
  return {
    stop: tasks.stop,
    handlers: {
      async prepare({ selection, action }, { signedIn: actor }) {
        const selected = await readSelected(parts.database, selection, [], parts.pause)
        if (selected.length === 0) throw new Refusal('REFUSED', 'There is nobody to change.')
        if (action.kind === 'reset-passwords' && selected.length > mostResets) {
          throw new Refusal(
            'REFUSED',
            `At most ${mostResets} passwords can be reset at once. Choose fewer employees: each gets a slip that is printed.`,
          )
        }
        const subjects = selected.map((row) => ({
          employeeId: row.id,
          name: nameOf(row),
          employeeNumber: row.employee_number,
        }))
        const work = startBulkWork(parts, { action, act: createAct(parts, action), subjects, actor })
        return { task: told(tasks.keep(actor.accountId, work), work) }
      },
      read: async ({ id }, { signedIn }) => ({ task: told(id, tasks.find(signedIn.accountId, id)) }),
      async run({ id }, { signedIn }) {
        const work = tasks.find(signedIn.accountId, id)
        if (isSensitive(work.action)) throw new Refusal('FORBIDDEN', 'This needs your password: use the other call.')
        work.run(signedIn)
        return { task: told(id, work) }
      },
      async runSensitive({ id }, { signedIn }) {
        const work = tasks.find(signedIn.accountId, id)
        work.run(signedIn)
        return { task: told(id, work) }
      },
      async cancel({ id }, { signedIn }) {
        await tasks.find(signedIn.accountId, id).stop()
        return {}
      },
      async rows({ id, outcome, offset, limit }, { signedIn }) {
        const { came } = tasks.find(signedIn.accountId, id).phase()
        const asked = outcome === null ? came : came.filter(({ row }) => row.outcome === outcome)
        return { total: asked.length, rows: asked.slice(offset, offset + limit).map(({ row }) => row) }
      },
      slips: async ({ id, offset, limit }, { signedIn }) => ({
        slips: tasks.find(signedIn.accountId, id).slips.slice(offset, offset + limit),
      }),
      async undo({ id }, { signedIn }) {
        const work = tasks.find(signedIn.accountId, id)
        work.undo(signedIn)
        return { task: told(id, work) }
      },
      async close({ id }, { signedIn }) {
        await tasks.forget(signedIn.accountId, id)
        return {}
      },
    },
  }
}

function told(id: number, work: BulkWork): BulkTask {
  const phase = work.phase()
  return {
    id,
    phase: phase.kind,
    state: phase.state(),
    total: phase.total,
    done: phase.count('done'),
    unchanged: phase.count('unchanged'),
    refused: phase.count('refused'),
    problem: phase.problem(),
    obstacles: obstaclesOf(phase),
    undoable: work.undoable(),
    slips: work.slips.length,
  }
}

const obstaclesOf = ({ obstacles }: Phase): BulkTask['obstacles'] =>
  [...obstacles]
    .map(([obstacle, employees]) => ({ obstacle, employees }))
    .sort((one, other) => other.employees - one.employees)
