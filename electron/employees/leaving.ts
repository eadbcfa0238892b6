import type { Administration } from '../accounts/administration.ts'
import { cancelAll } from '../assignments/planning.ts'
import { beginAgain, endTimeline } from '../assignments/recording.ts'
import type { leavingFields, rehireFields } from '../contract/employees.ts'
import { Refusal } from '../contract/errors.ts'
import type { z } from '../contract/zod.ts'
import { DatabaseError } from '../database/errors.ts'
import type { Transaction } from '../database/port.ts'
import type { EmployeeTable } from '../database/schema.ts'
import { toPlainDate } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { nameOf } from './fields.ts'
import { handOver } from './handing-over.ts'
import { noteCancelled } from './planned.ts'
import type { RegisteringParts } from './registering.ts'
import { type EmployeeRow, selectDueLeavings, selectReporting, updateHired, updateLeaving } from './repository.ts'
import { readEmployee, requireUnarchived, takeEmployee } from './taking.ts'

export interface LeavingParts extends Pick<RegisteringParts, 'database' | 'audit' | 'lifecycle' | 'clock'> {
  readonly disableAccountWithin: Administration['disableWithin']
  readonly log: Pick<Log, 'warn' | 'error'>
  /** Lets others have their turn between two employees: of one day there may be thousands. */
  readonly pause: () => Promise<void>
}

type LeavingFields = z.output<typeof leavingFields>

/** How employees leave and come back. All throw Refusal `NOT_FOUND`, `CONFLICT` over a newer version, `REFUSED`. */
export interface Leaving {
  /**
   * At once, or when the last day is over. Throws Refusal `INVALID_INPUT` for a day before the hire date or a successor
   * who is gone, `REFUSED` for the last administrator.
   */
  offboard(id: number, version: number, fields: LeavingFields, actor: ActingPerson): Promise<void>
  /** As `offboard`, within the caller's transaction. Hand the answer to the lifecycle's `announceEnded` after the commit. */
  offboardWithin(
    transaction: Transaction,
    row: EmployeeRow,
    fields: LeavingFields,
    actor: ActingPerson,
  ): Promise<number[]>
  /** Takes back what is still ahead. */
  cancel(id: number, version: number, actor: ActingPerson): Promise<void>
  /** Throws Refusal `INVALID_INPUT` for a day before the one on which they left. */
  rehire(id: number, version: number, fields: z.output<typeof rehireFields>, actor: ActingPerson): Promise<void>
  /** Lets everybody leave whose last day is over; answers how many. Whatever stops one of them holds up no other. */
  leaveDue(): Promise<number>
}

export function createLeaving(parts: LeavingParts): Leaving {
  const { database, audit, lifecycle, clock } = parts

  async function take(
    transaction: Transaction,
    id: number,
    version: number,
    actor: ActingPerson,
  ): Promise<EmployeeRow> {
    const row = await takeEmployee(lifecycle, transaction, { id, version }, actor)
    requireUnarchived(row)
    return row
  }

  function store(transaction: Transaction, row: EmployeeRow, standing: Standing) {
    const stamp = { updated_at: clock.now(), version: row.version + 1 }
    return transaction.execute(updateLeaving({ id: row.id, ...standing, ...stamp }))
  }

  async function leave(
    transaction: Transaction,
    row: EmployeeRow,
    fields: LeavingFields,
    actor: ActingPerson | null,
  ): Promise<number[]> {
    const ended = row.account_id === null ? [] : await parts.disableAccountWithin(transaction, row.account_id, actor)
    await handOver({ audit, now: clock.now() }, transaction, row, fields.successorId, actor)
    await store(transaction, row, { ...columnsOf(fields), status: 'left', successor_id: null })
    await endTimeline(transaction, row.id, fields.leavingDate)
    await noteCancelled(parts, transaction, row, await cancelAll(transaction, row.id), actor)
    await audit.append(transaction, {
      action: 'employee.left',
      actor,
      subject: subjectOf(row),
      changes: { status: { old: row.status, new: 'left' }, ...changesTo(row, fields) },
    })
    return ended
  }

  async function plan(
    transaction: Transaction,
    row: EmployeeRow,
    fields: LeavingFields,
    actor: ActingPerson,
  ): Promise<number[]> {
    await store(transaction, row, { ...columnsOf(fields), status: row.status })
    await audit.append(transaction, {
      action: 'employee.leaving_planned',
      actor,
      subject: subjectOf(row),
      changes: changesTo(row, fields),
    })
    return []
  }

  async function offboardWithin(
    transaction: Transaction,
    row: EmployeeRow,
    fields: LeavingFields,
    actor: ActingPerson,
  ): Promise<number[]> {
    if (row.status === 'left') {
      throw new Refusal('REFUSED', `${nameOf(row)} has left already.`, {}, ['They have left already.'])
    }
    requireAfter(fields.leavingDate, row.hire_date, 'leaving.leavingDate', 'Nobody can leave before the hire date.')
    await requireSuccessor(transaction, row.id, fields.successorId)
    const isAhead = fields.leavingDate > toPlainDate(clock.now())
    return (isAhead ? plan : leave)(transaction, row, fields, actor)
  }

  /** Answers whether they left: the plan may have become another one since it was looked at. */
  async function leaveIfDue(id: number, today: string): Promise<boolean> {
    const ended = await database.write(async (transaction) => {
      const row = await readEmployee(transaction, id)
      const { leaving_date: leavingDate, leaving_reason: leavingReason, successor_id: successorId } = row
      if (row.status === 'left' || leavingDate === null || leavingReason === null || leavingDate >= today) return null
      return leave(transaction, row, { leavingDate, leavingReason, successorId }, null)
    })
    await lifecycle.announceEnded(ended ?? [])
    return ended !== null
  }

  return {
    offboardWithin,
    async offboard(id, version, fields, actor) {
      const ended = await database.write(async (transaction) =>
        offboardWithin(transaction, await take(transaction, id, version, actor), fields, actor),
      )
      await lifecycle.announceEnded(ended)
    },

    async cancel(id, version, actor) {
      await database.write(async (transaction) => {
        const row = await take(transaction, id, version, actor)
        if (row.status === 'left' || row.leaving_date === null) {
          throw new Refusal('REFUSED', `No leaving of ${nameOf(row)} is ahead.`)
        }
        const staying = { leaving_date: null, leaving_reason: null, successor_id: null }
        await store(transaction, row, { ...staying, status: row.status })
        await audit.append(transaction, {
          action: 'employee.leaving_cancelled',
          actor,
          subject: subjectOf(row),
          changes: { leavingDate: { old: row.leaving_date, new: null } },
        })
      })
    },

    async rehire(id, version, { hireDate }, actor) {
      await database.write(async (transaction) => {
        const row = await take(transaction, id, version, actor)
        if (row.status !== 'left') throw new Refusal('REFUSED', `${nameOf(row)} has not left.`)
        const left = row.leaving_date ?? ''
        requireAfter(hireDate, left, 'rehire.hireDate', `${nameOf(row)} left on ${left}. Enter a later day.`)
        await transaction.execute(
          updateHired({ id, hire_date: hireDate, updated_at: clock.now(), version: row.version + 1 }),
        )
        await beginAgain(transaction, id, hireDate, { created_at: clock.now(), created_by: actor.username })
        await audit.append(transaction, {
          action: 'employee.rehired',
          actor,
          subject: subjectOf(row),
          changes: {
            status: { old: 'left', new: 'active' },
            hireDate: { old: row.hire_date, new: hireDate },
            leavingDate: { old: row.leaving_date, new: null },
            leavingReason: { old: row.leaving_reason, new: null },
          },
        })
      })
    },

    async leaveDue() {
      const today = toPlainDate(clock.now())
      let left = 0
      for (const { id } of await database.read(selectDueLeavings({ today }))) {
        await parts.pause()
        try {
          if (await leaveIfDue(id, today)) left += 1
        } catch (error) {
          // Those who are left have their turn at the next start.
          if (error instanceof DatabaseError && error.kind === 'closed') throw error
          const problem = 'an employee whose last day is over could not leave'
          if (error instanceof Refusal) parts.log.warn(problem, { id, code: error.error.code })
          else parts.log.error(`${problem} (${id})`, error)
        }
      }
      return left
    },
  }
}

type Standing = Pick<EmployeeTable, 'status' | 'leaving_date' | 'leaving_reason' | 'successor_id'>

const columnsOf = ({ leavingDate, leavingReason, successorId }: LeavingFields) => ({
  leaving_date: leavingDate,
  leaving_reason: leavingReason,
  successor_id: successorId,
})

const changesTo = (row: EmployeeRow, { leavingDate, leavingReason }: LeavingFields) => ({
  leavingDate: { old: row.leaving_date, new: leavingDate },
  leavingReason: { old: row.leaving_reason, new: leavingReason },
})

async function requireSuccessor(transaction: Transaction, id: number, successorId: number | null): Promise<void> {
  if (successorId === null) return
  const [successor] = (await transaction.execute(selectReporting({ id: successorId }))).rows
  if (successor && successor.status !== 'left' && successor.archived_at === null && successorId !== id) return
  const problem = 'This employee cannot take over. Choose somebody else.'
  throw new Refusal('INVALID_INPUT', problem, { fields: { 'leaving.successorId': problem } })
}

function requireAfter(date: string, earliest: string, field: string, problem: string): void {
  if (date >= earliest) return
  throw new Refusal('INVALID_INPUT', problem, { fields: { [field]: problem } })
}

const subjectOf = (row: EmployeeRow) => ({ kind: 'employee', id: row.id, name: nameOf(row) })
