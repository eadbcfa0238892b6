import type { Audit } from '../audit/audit.ts'
import type { SignInSlip } from '../contract/accounts.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { BulkAction, BulkRow } from '../contract/bulk.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database } from '../database/port.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import type { Task } from '../tasks/tasks.ts'
import type { Act, Undo } from './acts.ts'
import { countOf, outcomeOf, type Phase, type PhaseParts, startPhase } from './phase.ts'

export interface BulkTaskParts extends PhaseParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  /** Told when employees were changed. */
  readonly onChanged: () => void
}

/** One of those who are meant. */
export type Subject = Pick<BulkRow, 'employeeId' | 'name' | 'employeeNumber'>

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

/** Employees of one transaction of the trial, for whose few milliseconds everybody else who writes waits. */
const triedAtOnce = 20

/** Rolls a trial back. */
class TrialOver extends Error {}

/** Begins with the trial. */
export function startBulkWork(parts: BulkTaskParts, { action, act, subjects, actor: tries }: BulkRequest): BulkWork {
  const { database, audit, lifecycle } = parts
  const slips: SignInSlip[] = []
  const undoables: (Subject & { readonly undo: Undo })[] = []

  /** By the rules of the change itself, whose writing is rolled back: what is tried together is seen by one another. */
  async function tryTogether(some: readonly Subject[]): Promise<readonly BulkRow[]> {
    const tried: BulkRow[] = []
    try {
      await database.write(async (transaction) => {
        await lifecycle.requireOpenWithin(transaction, tries)
        for (const subject of some) {
          tried.push(await outcomeOf(subject, () => act.tryWithin(transaction, subject.employeeId, tries)))
        }
        throw new TrialOver()
      })
    } catch (thrown) {
      if (!(thrown instanceof TrialOver)) throw thrown
    }
    return tried
  }

  async function* trial() {
    for (let at = 0; at < subjects.length; at += triedAtOnce) {
      yield await tryTogether(subjects.slice(at, at + triedAtOnce))
    }
  }

  async function perform(subject: Subject, actor: ActingPerson): Promise<boolean> {
    const { isChanged, undo, slip } = await act.perform(subject.employeeId, actor)
    if (undo) undoables.push({ ...subject, undo })
    if (slip) slips.push(slip)
    return isChanged
  }

  async function* change(actor: ActingPerson) {
    for (const subject of subjects) yield [await outcomeOf(subject, () => perform(subject, actor))]
  }

  async function* takingBack(actor: ActingPerson) {
    // The last first; what is not reached stays to be taken back.
    for (let next = undoables.at(-1); next; next = undoables.at(-1)) {
      const { undo } = next
      const row = await outcomeOf(next, () => undo(actor).then(() => true))
      undoables.pop()
      yield [row]
    }
  }

  /** Each employee's change is in the audit by itself; here stands that they were one act. */
  const noting = (name: AuditAction, actor: ActingPerson) => async (ended: Phase) => {
    if (countOf(ended, 'done') > 0) parts.onChanged()
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
          done: count(countOf(ended, 'done')),
          unchanged: count(countOf(ended, 'unchanged')),
          refused: count(countOf(ended, 'refused')),
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
      phase = startPhase(parts, {
        kind: 'change',
        total: subjects.length,
        steps: () => change(actor),
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
