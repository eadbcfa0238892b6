import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { readLayout, saveLayout } from './layout.ts'

/** What people keep of the list of employees. */
export function createEmployeeListHandlers(): FeatureHandlers<'employeeList'> {
  return {
    readLayout: async (_input, { signedIn }) => ({ layout: readLayout(signedIn.session) }),
    saveLayout: async ({ layout }, { signedIn }) => {
      saveLayout(signedIn.session, layout)
      return {}
    },
  }
}
