import type { Migration } from '../migration.ts'

/**
 * Holds all that the figures of the company and the totals of a filtered list are counted by, so that none of them reads
 * the rows themselves. The archived are not in it.
 */
const index = `CREATE INDEX employee_by_figures ON employee (
  status, department_id, position_id, manager_id, employment_type, hire_date, leaving_date, probation_end_date,
  contract_end_date, account_id, archived_at
) WHERE archived_at IS NULL`

export const figures: Migration = {
  version: 14,
  title: 'figures',
  up(connection) {
    connection.exec(index)
  },
}
