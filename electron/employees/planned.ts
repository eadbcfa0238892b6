import { timelineOf } from '../assignments/listing.ts'
import { findPlanned, goneIn, plannedFieldsOf, readPlanned } from '../assignments/planning.ts'
import {
  type AssignmentRow,
  deleteAssignment,
  selectAssignments,
  selectDue,
  updateProblem,
} from '../assignments/repository.ts'
import type { AuditActor } from '../audit/audit.ts'
import type { AssignedField, PlannedInput } from '../contract/assignments.ts'
import { Refusal } from '../contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import { DatabaseError } from '../database/errors.ts'
import type { Transaction } from '../database/port.ts'
import { toPlainDate } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { conflict } from './conflict.ts'
import { type EmployeeFields, nameOf } from './fields.ts'
import { presentFields } from './present-fields.ts'
import { toEmployeeRecord } from './record.ts'
import type { RegisteringParts } from './registering.ts'
import { type EmployeeRow, selectEmployee, updateStamp } from './repository.ts'
import { changeEmployeeWithin } from './writing.ts'

export interface PlannedParts extends Pick<RegisteringParts, 'database' | 'audit' | 'lifecycle' | 'clock'> {
  readonly log: Pick<Log, 'warn' | 'error'>
  /** Lets others have their turn between two changes: of one day there may be thousands. */
  readonly pause: () => Promise<void>
}

/**
 * The history of employees' assignments, and what is planned of it. A change of the plan throws Refusal `NOT_FOUND`, and
 * `CONFLICT` over a newer version of the employee.
 */
export interface Planned {
  list(employeeId: number): Promise<OutputOf<'assignments', 'list'>>
  /** Takes effect at once where its day is not ahead. Throws as `changeEmployeeWithin`. */
  change(input: ParsedInputOf<'assignments', 'changePlanned'>, actor: ActingPerson): Promise<void>
  cancel(input: ParsedInputOf<'assignments', 'cancelPlanned'>, actor: ActingPerson): Promise<void>
  /**
   * Lets everything take effect whose day has come; answers how much was done or refused. What the rules refuse by then
   * is told in the log, the audit and the list, and waits there to be changed or cancelled. Whatever stops one of them
   * holds up no other.
   */
  takeEffect(): Promise<number>
}

export function createPlanned(parts: PlannedParts): Planned {
  const { database, audit, lifecycle, clock, log, pause } = parts

  async function take(
    transaction: Transaction,
    { employeeId, version, id }: ParsedInputOf<'assignments', 'cancelPlanned'>,
    actor: ActingPerson,
  ) {
    await lifecycle.requireOpenWithin(transaction, actor)
    const row = await read(transaction, employeeId)
    if (row.version !== version) throw await conflict(transaction, toEmployeeRecord(row), version)
    return { row, planned: await readPlanned(transaction, employeeId, id) }
  }

  async function refused(id: number, employeeId: number, refusal: Refusal): Promise<void> {
    log.warn('a planned change of an employee could not take effect', { id: employeeId, code: refusal.error.code })
    await database.write(async (transaction) => {
      const planned = await findPlanned(transaction, employeeId, id)
      // Somebody took it back meanwhile.
      if (!planned) return
      const row = await read(transaction, employeeId)
      await transaction.execute(updateStamp({ id: employeeId, updated_at: clock.now(), version: row.version + 1 }))
      await transaction.execute(updateProblem({ id, problem: refusal.message }))
      await audit.append(transaction, {
        action: 'employee.assignment_refused',
        actor: null,
        subject: subjectOf(row),
        outcome: 'refused',
        changes: {
          effectiveFrom: { old: null, new: planned.effective_from },
          problem: { old: null, new: refusal.message },
        },
      })
    })
  }

  return {
    async list(employeeId) {
      return { assignments: timelineOf(await database.read(selectAssignments({ employeeId }))) }
    },

    change: ({ planned: wanted, ...which }, actor) =>
      database.write(async (transaction) => {
        const { row, planned } = await take(transaction, which, actor)
        await transaction.execute(deleteAssignment(planned))
        const chosen = { ...presentFields(row), ...chosenBy(planned, wanted) }
        const isChanged = await changeEmployeeWithin(parts, transaction, row, chosen, actor, {
          effectiveFrom: wanted.effectiveFrom,
        })
        // What is planned now is as it is already.
        if (!isChanged) await noteCancelled(parts, transaction, row, [planned], actor)
      }),

    cancel: (which, actor) =>
      database.write(async (transaction) => {
        const { row, planned } = await take(transaction, which, actor)
        await transaction.execute(deleteAssignment(planned))
        await noteCancelled(parts, transaction, row, [planned], actor)
        await transaction.execute(updateStamp({ id: row.id, updated_at: clock.now(), version: row.version + 1 }))
      }),

    async takeEffect() {
      const due = await database.read(selectDue({ today: toPlainDate(clock.now()) }))
      for (const { id, employee_id } of due) {
        await pause()
        try {
          await database.write(async (transaction) => {
            const row = await read(transaction, employee_id)
            const planned = await readPlanned(transaction, employee_id, id)
            const gone = goneIn(planned)
            if (gone !== null) throw new Refusal('REFUSED', `${gone} does not exist any more.`)
            await transaction.execute(deleteAssignment({ id }))
            const chosen = { ...presentFields(row), ...chosenBy(planned, {}) }
            const from = planned.effective_from < row.hire_date ? row.hire_date : planned.effective_from
            await changeEmployeeWithin(parts, transaction, row, chosen, null, { effectiveFrom: from })
          })
        } catch (error) {
          // Those that are left have their turn at the next start.
          if (error instanceof DatabaseError && error.kind === 'closed') throw error
          if (error instanceof Refusal) await refused(id, employee_id, error)
          else log.error(`a planned change of an employee could not take effect (${employee_id})`, error)
        }
      }
      return due.length
    },
  }
}

/** Tells that what was planned for an employee was taken back. */
export async function noteCancelled(
  { audit }: Pick<PlannedParts, 'audit'>,
  transaction: Transaction,
  row: EmployeeRow,
  cancelled: readonly AssignmentRow[],
  actor: AuditActor | null,
): Promise<void> {
  for (const planned of cancelled) {
    const names: Readonly<Record<AssignedField, string | null>> = {
      departmentId: planned.department_name,
      positionId: planned.position_title,
      managerId: planned.manager_name,
      employmentType: planned.employment_type,
    }
    const fields = plannedFieldsOf(planned).map((field) => [field, { old: names[field], new: null }] as const)
    await audit.append(transaction, {
      action: 'employee.assignment_cancelled',
      actor,
      subject: subjectOf(row),
      changes: { ...Object.fromEntries(fields), effectiveFrom: { old: planned.effective_from, new: null } },
    })
  }
}

/** The fields of a planned change as they are to be, those of `wanted` before those that were planned. */
function chosenBy(planned: AssignmentRow, wanted: Partial<PlannedInput>): Partial<EmployeeFields> {
  const known: Pick<EmployeeFields, AssignedField> = {
    departmentId: planned.department_id,
    positionId: planned.position_id,
    managerId: planned.manager_id,
    employmentType: planned.employment_type,
  }
  return Object.fromEntries(
    plannedFieldsOf(planned).map((field) => [field, wanted[field] === undefined ? known[field] : wanted[field]]),
  )
}

async function read(transaction: Transaction, id: number): Promise<EmployeeRow> {
  const [row] = (await transaction.execute(selectEmployee({ id }))).rows
  if (!row) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
  return row
}

const subjectOf = (row: EmployeeRow) => ({ kind: 'employee', id: row.id, name: nameOf(row) })
