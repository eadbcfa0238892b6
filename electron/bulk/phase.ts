import type { BulkOutcome, BulkRow, BulkTask } from '../contract/bulk.ts'
import { Refusal } from '../contract/errors.ts'
import type { Log } from '../environment/log.ts'
import { expectedFailure } from '../ipc/failure.ts'

export interface PhaseParts {
  readonly log: Log
  /** Gives way to others, between two steps. */
  readonly pause: () => Promise<void>
}

/** What a phase is about. */
export interface PhasePlan {
  readonly kind: BulkTask['phase']
  /** Employees. */
  readonly total: number
  /** Does a little and answers what came of whom, until all are done. */
  readonly steps: () => AsyncIterable<readonly BulkRow[]>
  /** Runs when the last step is over, however it ended. */
  readonly after?: (phase: Phase) => Promise<void>
}

/** Going once through many employees. */
export interface Phase extends Pick<PhasePlan, 'kind' | 'total'> {
  readonly rows: readonly BulkRow[]
  state(): BulkTask['state']
  /** Why it stopped, in words. */
  problem(): string | null
  /** After the step at hand. */
  cancel(): void
  /** Settles when it is over. Never rejects. */
  readonly done: Promise<void>
}

export function startPhase({ log, pause }: PhaseParts, { kind, total, steps, after }: PhasePlan): Phase {
  const rows: BulkRow[] = []
  const cancelling = new AbortController()
  let state: BulkTask['state'] = 'working'
  let problem: string | null = null

  async function go(): Promise<BulkTask['state']> {
    try {
      for await (const more of steps()) {
        rows.push(...more)
        await pause()
        if (cancelling.signal.aborted) break
      }
      return rows.length < total ? 'cancelled' : 'finished'
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) log.error(`a bulk ${kind} stopped`, thrown)
      problem = expectedFailure(thrown)?.message ?? 'Something went wrong in Staffdesk. Ask your IT people.'
      return 'stopped'
    }
  }

  async function run(): Promise<void> {
    const end = await go()
    try {
      await after?.(phase)
    } catch (error) {
      log.error(`the end of a bulk ${kind} could not be noted`, error)
    }
    state = end
  }

  const phase: Phase = {
    kind,
    total,
    rows,
    state: () => state,
    problem: () => problem,
    cancel: () => cancelling.abort(),
    // In a turn of its own, so that whoever begins it has it at hand.
    done: Promise.resolve().then(run),
  }
  return phase
}

export const countOf = ({ rows }: Pick<Phase, 'rows'>, outcome: BulkOutcome): number =>
  rows.reduce((count, row) => count + (row.outcome === outcome ? 1 : 0), 0)

type Subject = Pick<BulkRow, 'employeeId' | 'name' | 'employeeNumber'>

/** The row of an employee who was not refused. */
export const rowOf = ({ employeeId, name, employeeNumber }: Subject, isChanged: boolean): BulkRow => ({
  employeeId,
  name,
  employeeNumber,
  outcome: isChanged ? 'done' : 'unchanged',
  reason: null,
})

/** What comes of one employee: a refusal is an outcome. */
export async function outcomeOf(subject: Subject, attempt: () => Promise<boolean>): Promise<BulkRow> {
  try {
    return rowOf(subject, await attempt())
  } catch (thrown) {
    return { ...rowOf(subject, false), outcome: 'refused', reason: refusalOf(thrown).error.message }
  }
}

/** What an attempt answers; null where somebody is refused. */
export async function unlessRefused<Value>(attempt: Promise<Value>): Promise<Value | null> {
  try {
    return await attempt
  } catch (thrown) {
    refusalOf(thrown)
    return null
  }
}

/** The refusal of an employee. Anything else is thrown on, as is that of a session that has ended. */
function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal && thrown.error.code !== 'UNAUTHENTICATED') return thrown
  throw thrown
}
