import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { createAssignmentHandlers } from './assignment-handlers.ts'
import { createEmployeeHandlers } from './handlers.ts'
import { createPlanned } from './planned.ts'
import { createEmployeeService, type EmployeesParts } from './service.ts'

export interface Employees {
  readonly handlers: FeatureHandlers<'employees'>
  readonly assignments: FeatureHandlers<'assignments'>
  /** How many are registered. */
  count(): Promise<number>
  /** Lets everybody leave whose last day is over. */
  leaveDue(): Promise<void>
  /** Lets planned changes take effect whose day has come. */
  assignDue(): Promise<void>
}

/** The employee registry. */
export function createEmployees(parts: EmployeesParts): Employees {
  const service = createEmployeeService(parts)
  const planned = createPlanned(parts)
  return {
    handlers: createEmployeeHandlers(service),
    assignments: createAssignmentHandlers(planned, parts),
    count: service.count,
    leaveDue: service.leaveDue,
    async assignDue() {
      if ((await planned.takeEffect()) > 0) parts.onChanged()
    },
  }
}
