import type { Audit } from '../audit/audit.ts'
import type { SignInSlip } from '../contract/accounts.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { BulkAction } from '../contract/bulk.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database, Transaction } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import type { Task } from '../tasks/tasks.ts'
import type { Act, Changed, Undo } from './acts.ts'
import { createPace, type Pace } from './pace.ts'
import {
  type Came,
  cameOf,
  outcomeOf,
  type Phase,
  type PhaseParts,
  type Subject,
  startPhase,
  unlessRefused,
} from './phase.ts'

export interface BulkTaskParts extends PhaseParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin' | 'announceEnded'>
  readonly clock: Pick<Clock, 'monotonic'>
  /** Told when employees were changed. */
  readonly onChanged: () => void
}

export interface BulkRequest {
  readonly action: BulkAction
  readonly act: Act
  readonly subjects: readonly Subject[]
  readonly actor: ActingPerson
}

/** One change to many employees: tried, then made, then perhaps taken back. */
export interface BulkWork extends Task {
  readonly action: BulkAction
  /** What it is at, or was at last. */
  phase(): Phase
  /** How many changes can be taken back. */
  undoable(): number
  readonly slips: readonly SignInSlip[]
  /** Throws Refusal `REFUSED` unless it was tried to the end. */
  run(actor: ActingPerson): void
  /** Throws Refusal `REFUSED` where nothing is left to be taken back. */
  undo(actor: ActingPerson): void
}

interface Undoable extends Subject {
  readonly undo: Undo
}

const isChangeable = ({ row }: Came): boolean => row.outcome !== 'refused'

/** In their order, as many as one transaction changes and those between them whom it does not. */
function* batchesOf(tried: readonly Came[], { atOnce }: Pick<Pace, 'atOnce'>): Generator<readonly Came[]> {
  let batch: Came[] = []
  let changeable = 0
  for (const one of tried) {
    batch.push(one)
    if (isChangeable(one)) changeable += 1
    if (changeable < atOnce()) continue
    yield batch
    batch = []
    changeable = 0
  }
  if (batch.length > 0) yield batch
}

/** Rolls a trial back. One for all trials: to make one takes note of where it was made. */
const trialOver = new Error('the trial is over')

/** Begins with the trial. */
export function startBulkWork(parts: BulkTaskParts, { action, act, subjects, actor: tries }: BulkRequest): BulkWork {
  const { database, audit, lifecycle, clock } = parts
  const pace = createPace(clock)
  const slips: SignInSlip[] = []
  const undoables: Undoable[] = []

  const isTried = async (transaction: Transaction, id: number): Promise<boolean> => {
    if ('changeWithin' in act) return (await act.changeWithin(transaction, id, tries)).isChanged
    await act.check(transaction, id, tries)
    return true
  }

  /** By the rules of the change itself, whose writing is rolled back: each alone, as everything stands now. */
  async function tryOne({ employeeId }: Subject): Promise<boolean> {
    let isChanged = false
    try {
      await database.write(async (transaction) => {
        await lifecycle.requireOpenWithin(transaction, tries)
        isChanged = await isTried(transaction, employeeId)
        throw trialOver
      })
    } catch (thrown) {
      if (thrown !== trialOver) throw thrown
    }
    return isChanged
  }

  async function* trial() {
    for (const subject of subjects) yield [await outcomeOf(subject, () => tryOne(subject))]
  }

  /** Changes some in one transaction, all or none; answers for each whether anything was changed. */
  async function changeWithin(
    change: Extract<Act, { changeWithin: unknown }>['changeWithin'],
    some: readonly Subject[],
    actor: ActingPerson,
  ): Promise<readonly boolean[]> {
    const changes = await database.write(async (transaction) => {
      await lifecycle.requireOpenWithin(transaction, actor)
      return pace.time(some.length, async () => {
        const made: Changed[] = []
        for (const { employeeId } of some) made.push(await change(transaction, employeeId, actor))
        return made
      })
    })
    for (const [index, { undo }] of changes.entries()) {
      const subject = some[index]
      if (undo && subject) undoables.push({ ...subject, undo })
    }
    await lifecycle.announceEnded(changes.flatMap(({ ended }) => ended))
    return changes.map(({ isChanged }) => isChanged)
  }

  async function changeOne(subject: Subject, actor: ActingPerson): Promise<boolean> {
    if ('changeWithin' in act) return (await changeWithin(act.changeWithin, [subject], actor))[0] === true
    slips.push(await act.reset(subject.employeeId, actor))
    return true
  }

  /**
   * Those whom the trial refused are not asked again: what was shown before is what is done. Of the others several are
   * changed in one commit, which costs most; where one of them is refused after all, each is changed alone.
   */
  async function* change(tried: readonly Came[], actor: ActingPerson) {
    for (const some of batchesOf(tried, pace)) {
      const rest = some.filter(isChangeable).map(({ row }) => row)
      const together = 'changeWithin' in act ? await unlessRefused(changeWithin(act.changeWithin, rest, actor)) : null
      if (together) {
        const changed = together.values()
        yield some.map((one) => (isChangeable(one) ? cameOf(one.row, changed.next().value === true) : one))
      } else {
        for (const one of some) {
          yield [isChangeable(one) ? await outcomeOf(one.row, () => changeOne(one.row, actor)) : one]
        }
      }
    }
  }

  /** Takes some back in one transaction, all or none. */
  async function takeBack(some: readonly Undoable[], actor: ActingPerson): Promise<boolean> {
    return database.write(async (transaction) => {
      await lifecycle.requireOpenWithin(transaction, actor)
      await pace.time(some.length, async () => {
        for (const { undo } of some) await undo(transaction, actor)
      })
      return true
    })
  }

  /** The last first; what is not reached stays to be taken back. */
  async function* takingBack(actor: ActingPerson) {
    while (undoables.length > 0) {
      const some = undoables.slice(-pace.atOnce()).reverse()
      if (await unlessRefused(takeBack(some, actor))) {
        undoables.length -= some.length
        yield some.map((subject) => cameOf(subject, true))
        continue
      }
      for (const one of some) {
        const came = await outcomeOf(one, () => takeBack([one], actor))
        undoables.pop()
        yield [came]
      }
    }
  }

  /** Each employee's change is in the audit by itself; here stands that they were one act. */
  const noting = (name: AuditAction, actor: ActingPerson) => async (ended: Phase) => {
    if (ended.count('done') > 0) parts.onChanged()
    const count = (value: number) => ({ old: null, new: String(value) })
    await database.write((transaction) =>
      audit.append(transaction, {
        action: name,
        actor,
        subject: { kind: 'employees', id: null, name: null },
        outcome: ended.problem() === null ? 'success' : 'failure',
        changes: {
          bulkAction: { old: null, new: action.kind },
          employees: count(ended.total),
          done: count(ended.count('done')),
          unchanged: count(ended.count('unchanged')),
          refused: count(ended.count('refused')),
        },
      }),
    )
  }

  let phase = startPhase(parts, { kind: 'trial', total: subjects.length, steps: trial })

  return {
    action,
    slips,
    phase: () => phase,
    undoable: () => undoables.length,
    run(actor) {
      if (phase.kind !== 'trial' || phase.state() !== 'finished') {
        throw new Refusal('REFUSED', 'This was not tried yet, or is done already. Begin anew.')
      }
      const { came: tried } = phase
      phase = startPhase(parts, {
        kind: 'change',
        total: subjects.length,
        steps: () => change(tried, actor),
        after: noting('employees.bulk_changed', actor),
      })
    },
    undo(actor) {
      if (phase.state() === 'working' || undoables.length === 0) {
        throw new Refusal('REFUSED', 'There is nothing that can be undone.')
      }
      phase = startPhase(parts, {
        kind: 'undo',
        total: undoables.length,
        steps: () => takingBack(actor),
        after: noting('employees.bulk_undone', actor),
      })
    },
    async stop() {
      phase.cancel()
      await phase.done
    },
  }
}
