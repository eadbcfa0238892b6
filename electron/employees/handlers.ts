import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { discardDraft, readDraft, saveDraft } from './draft.ts'
import type { EmployeeService } from './service.ts'

/** The calls of the feature `employees`. */
export function createEmployeeHandlers(service: EmployeeService): FeatureHandlers<'employees'> {
  return {
    list: service.list,
    read: async ({ id }) => ({ employee: await service.read(id) }),
    register: async (input, caller) => {
      const registered = await service.register(input, caller.signedIn)
      discardDraft(caller.signedIn.session)
      return registered
    },
    update: async (input, caller) => ({ employee: await service.update(input, caller.signedIn) }),
    readDraft: async (_input, { signedIn }) => ({ draft: readDraft(signedIn.session) }),
    saveDraft: async ({ draft }, { signedIn }) => {
      saveDraft(signedIn.session, draft)
      return {}
    },
    discardDraft: async (_input, { signedIn }) => {
      discardDraft(signedIn.session)
      return {}
    },
  }
}
