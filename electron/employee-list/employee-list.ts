import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { readLayout, saveLayout } from './layout.ts'
import { createSavedViews, type SavedViewsParts } from './saved-views.ts'

/** What people keep of the list of employees. */
export function createEmployeeListHandlers(parts: SavedViewsParts): FeatureHandlers<'employeeList'> {
  const views = createSavedViews(parts)
  return {
    readLayout: async (_input, { signedIn }) => ({ layout: readLayout(signedIn.session) }),
    saveLayout: async ({ layout }, { signedIn }) => {
      saveLayout(signedIn.session, layout)
      return {}
    },
    listViews: async (_input, { signedIn }) => ({ views: await views.list(signedIn.accountId) }),
    addView: async (fields, { signedIn }) => ({ view: await views.add(fields, signedIn) }),
    changeView: async ({ id, version, ...fields }, { signedIn }) => ({
      view: await views.change(id, version, fields, signedIn),
    }),
    removeView: async ({ id, version }, { signedIn }) => {
      await views.remove(id, version, signedIn)
      return {}
    },
  }
}
