import type { BulkOutcome, BulkRow, BulkTask } from '../contract/bulk.ts'
import { Refusal } from '../contract/errors.ts'
import type { Log } from '../environment/log.ts'
import { expectedFailure } from '../ipc/failure.ts'

export interface PhaseParts {
  readonly log: Log
  /** Gives way to others, between two steps. */
  readonly pause: () => Promise<void>
}

/** What came of one employee, and what stood in the way. */
export interface Came {
  readonly row: BulkRow
  readonly obstacles: readonly string[]
}

/** What a phase is about. */
export interface PhasePlan {
  readonly kind: BulkTask['phase']
  /** Employees. */
  readonly total: number
  /** Does a little and answers what came of whom, until all are done. */
  readonly steps: () => AsyncIterable<readonly Came[]>
  /** Runs when the last step is over, however it ended. */
  readonly after?: (phase: Phase) => Promise<void>
}

/** Going once through many employees. */
export interface Phase extends Pick<PhasePlan, 'kind' | 'total'> {
  readonly came: readonly Came[]
  /** Of how many this came. */
  count(outcome: BulkOutcome): number
  /** Of how many each stood in the way. */
  readonly obstacles: ReadonlyMap<string, number>
  state(): BulkTask['state']
  /** Why it stopped, in words. */
  problem(): string | null
  /** After the step at hand. */
  cancel(): void
  /** Settles when it is over. Never rejects. */
  readonly done: Promise<void>
}

export function startPhase({ log, pause }: PhaseParts, { kind, total, steps, after }: PhasePlan): Phase {
  const came: Came[] = []
  const outcomes = new Map<BulkOutcome, number>()
  const obstacles = new Map<string, number>()
  const cancelling = new AbortController()
  let state: BulkTask['state'] = 'working'
  let problem: string | null = null

  /** Counts on the way, for whoever asks how far it is asks often. */
  function note(more: readonly Came[]): void {
    for (const one of more) {
      came.push(one)
      increase(outcomes, one.row.outcome)
      for (const obstacle of one.obstacles) increase(obstacles, obstacle)
    }
  }

  async function go(): Promise<BulkTask['state']> {
    try {
      for await (const more of steps()) {
        note(more)
        await pause()
        if (cancelling.signal.aborted) break
      }
      return came.length < total ? 'cancelled' : 'finished'
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
    came,
    count: (outcome) => outcomes.get(outcome) ?? 0,
    obstacles,
    state: () => state,
    problem: () => problem,
    cancel: () => cancelling.abort(),
    // In a turn of its own, so that whoever begins it has it at hand.
    done: Promise.resolve().then(run),
  }
  return phase
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** One of those who are meant. */
export type Subject = Pick<BulkRow, 'employeeId' | 'name' | 'employeeNumber'>

/** What came of an employee who was not refused. */
export const cameOf = ({ employeeId, name, employeeNumber }: Subject, isChanged: boolean): Came => ({
  row: { employeeId, name, employeeNumber, outcome: isChanged ? 'done' : 'unchanged', reason: null },
  obstacles: [],
})

/** What comes of one employee: a refusal is an outcome. */
export async function outcomeOf(subject: Subject, attempt: () => Promise<boolean>): Promise<Came> {
  try {
    return cameOf(subject, await attempt())
  } catch (thrown) {
    const { error, obstacles } = refusalOf(thrown)
    const { row } = cameOf(subject, false)
    return { row: { ...row, outcome: 'refused', reason: error.message }, obstacles }
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
