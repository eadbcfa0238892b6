import { toPlainDate } from '../environment/clock.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { Planned } from './planned.ts'
import type { EmployeesParts } from './service.ts'

/** The calls of the feature `assignments`. */
export function createAssignmentHandlers(
  planned: Planned,
  { clock, onChanged }: Pick<EmployeesParts, 'clock' | 'onChanged'>,
): FeatureHandlers<'assignments'> {
  return {
    list: ({ employeeId }) => planned.list(employeeId),
    today: async () => ({ today: toPlainDate(clock.now()) }),
    changePlanned: async (input, { signedIn }) => {
      await planned.change(input, signedIn)
      onChanged()
      return {}
    },
    cancelPlanned: async (input, { signedIn }) => {
      await planned.cancel(input, signedIn)
      onChanged()
      return {}
    },
  }
}
