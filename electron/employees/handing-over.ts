import { recordChange } from '../assignments/recording.ts'
import type { Audit, AuditActor } from '../audit/audit.ts'
import { usualEffectiveDate } from '../contract/assignments.ts'
import type { Transaction } from '../database/port.ts'
import { toPlainDate } from '../environment/clock.ts'
import { selectSuccessions } from './archiving-repository.ts'
import { nameOf } from './fields.ts'
import {
  type EmployeeRow,
  type ReportingRow,
  selectHeadedBy,
  selectReporting,
  selectReports,
  updateHead,
  updateManager,
  updateSuccessor,
} from './repository.ts'

interface HandingOverParts {
  readonly audit: Audit
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Gives the reports and the departments of somebody who leaves to the successor, or to nobody, and with them what they
 * themselves were to take over. A report who stands above the successor, or is the successor, goes to the leaver's own
 * manager instead: else a circle would come about.
 */
export async function handOver(
  parts: HandingOverParts,
  transaction: Transaction,
  leaver: EmployeeRow,
  successorId: number | null,
  actor: AuditActor | null,
): Promise<void> {
  const successor = await find(transaction, successorId)
  const above = await find(transaction, leaver.manager_id)
  const chain = await chainFrom(transaction, successorId)
  const { rows: reports } = await transaction.execute(selectReports({ id: leaver.id }))
  for (const report of reports) {
    const manager = chain.has(report.id) ? above : successor
    const changed = { manager_id: manager?.id ?? null, updated_at: parts.now, version: report.version + 1 }
    await transaction.execute(updateManager({ id: report.id, ...changed }))
    const managed = { manager_id: changed.manager_id, manager_name: manager && nameOf(manager) }
    const stamp = { created_at: parts.now, created_by: actor?.username ?? null }
    await recordChange(transaction, report.id, managed, dayFor(report, parts.now), stamp)
    await parts.audit.append(transaction, {
      action: 'employee.updated',
      actor,
      subject: { kind: 'employee', id: report.id, name: nameOf(report) },
      changes: { managerId: { old: nameOf(leaver), new: manager && nameOf(manager) } },
    })
  }
  const { rows: departments } = await transaction.execute(selectHeadedBy({ id: leaver.id }))
  for (const { id, name, version } of departments) {
    await transaction.execute(
      updateHead({ id, head_id: successor?.id ?? null, updated_at: parts.now, version: version + 1 }),
    )
    await parts.audit.append(transaction, {
      action: 'department.changed',
      actor,
      subject: { kind: 'department', id, name },
      changes: { head: { old: nameOf(leaver), new: successor && nameOf(successor) } },
    })
  }
  const { rows: successions } = await transaction.execute(selectSuccessions({ id: leaver.id }))
  for (const leaving of successions) {
    const next = successor?.id === leaving.id ? null : successor
    const changed = { successor_id: next?.id ?? null, updated_at: parts.now, version: leaving.version + 1 }
    await transaction.execute(updateSuccessor({ id: leaving.id, ...changed }))
    await parts.audit.append(transaction, {
      action: 'employee.updated',
      actor,
      subject: { kind: 'employee', id: leaving.id, name: nameOf(leaving) },
      changes: { successorId: { old: nameOf(leaver), new: next && nameOf(next) } },
    })
  }
}

/** The day from which a report has another manager: for who has left the last day of work, after which nothing holds. */
const dayFor = ({ status, hire_date, leaving_date }: ReportingRow, now: number): string =>
  usualEffectiveDate(toPlainDate(now), hire_date, status === 'left' ? leaving_date : null)

/** The ids of somebody and of everybody above them. */
async function chainFrom(transaction: Transaction, start: number | null): Promise<ReadonlySet<number>> {
  const chain = new Set<number>()
  for (let id = start; id !== null && !chain.has(id); ) {
    chain.add(id)
    id = (await find(transaction, id))?.manager_id ?? null
  }
  return chain
}

async function find(transaction: Transaction, id: number | null): Promise<ReportingRow | null> {
  if (id === null) return null
  return (await transaction.execute(selectReporting({ id }))).rows[0] ?? null
}
