import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { createEmployeeHandlers } from './handlers.ts'
import { createEmployeeService, type EmployeesParts } from './service.ts'

export interface Employees {
  readonly handlers: FeatureHandlers<'employees'>
  /** How many are registered. */
  count(): Promise<number>
  /** Lets everybody leave whose last day is over. */
  leaveDue(): Promise<void>
}

/** The employee registry. */
export function createEmployees(parts: EmployeesParts): Employees {
  const service = createEmployeeService(parts)
  return { handlers: createEmployeeHandlers(service), count: service.count, leaveDue: service.leaveDue }
}
