import { createAudit } from '../../electron/audit/append.ts'
import { createEmployeeListHandlers } from '../../electron/employee-list/employee-list.ts'
import type { Office } from '../employees/office.ts'
import { createTestRandom } from '../support/random.ts'

/** The calls of the feature over an office's data. */
export const handlersOf = ({ database, clock, lifecycle }: Office) =>
  createEmployeeListHandlers({
    database,
    clock,
    lifecycle,
    audit: createAudit({ clock, random: createTestRandom(), computer: 'Front desk' }),
  })
