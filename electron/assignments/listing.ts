import type { Assignment } from '../contract/assignments.ts'
import { toInstant } from '../environment/clock.ts'
import { plannedFieldsOf } from './planning.ts'
import type { AssignmentRow } from './repository.ts'

/** An employee's assignments as the contract has them. @param rows the newest first */
export function timelineOf(rows: readonly AssignmentRow[]): Assignment[] {
  const lasting = rows.filter((row) => row.planned_fields === null)
  return rows.map((row) => ({
    id: row.id,
    effectiveFrom: row.effective_from,
    lastDay: row.last_day ?? dayBefore(lasting[lasting.indexOf(row) - 1]?.effective_from),
    department: place(row.department_id, row.department_name),
    position: place(row.position_id, row.position_title),
    manager: place(row.manager_id, row.manager_name),
    employmentType: row.employment_type,
    planned: row.planned_fields === null ? null : { fields: plannedFieldsOf(row), problem: row.problem },
    createdBy: row.created_by,
    createdAt: toInstant(row.created_at),
  }))
}

const place = (id: number | null, name: string | null) => (name === null ? null : { id, name })

/** The plain date before another one. Plain dates have no zone: they are counted in UTC, where every day is as long. */
function dayBefore(date: string | undefined): string | null {
  if (date === undefined) return null
  return toInstant(Date.parse(`${date}T00:00:00Z`) - 86_400_000).slice(0, 10)
}
