import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { type CustomFieldsParts, createCustomFields } from './definitions.ts'

/** The calls of the feature `customFields`. */
export function createCustomFieldsHandlers(parts: CustomFieldsParts): FeatureHandlers<'customFields'> {
  const fields = createCustomFields(parts)
  return {
    list: async () => ({ fields: await fields.list() }),
    add: async ({ field }, { signedIn }) => ({ field: await fields.add(field, signedIn) }),
    change: async ({ field, ...known }, { signedIn }) => ({ field: await fields.change(known, field, signedIn) }),
    move: async ({ id, place }, { signedIn }) => {
      await fields.move(id, place, signedIn)
      return {}
    },
    archive: async (known, { signedIn }) => ({ field: await fields.archive(known, true, signedIn) }),
    restore: async (known, { signedIn }) => ({ field: await fields.archive(known, false, signedIn) }),
    remove: async ({ name, ...known }, { signedIn }) => {
      await fields.remove(known, name, signedIn)
      return {}
    },
  }
}
