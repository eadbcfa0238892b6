import { Refusal } from '../contract/errors.ts'
import type { Role } from '../contract/roles.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import { discardDraft, readDraft, saveDraft } from './draft.ts'
import type { EmployeeService } from './service.ts'

/** The calls of the feature `employees`. */
export function createEmployeeHandlers(service: EmployeeService): FeatureHandlers<'employees'> {
  return {
    list: service.list,
    read: async ({ id }) => ({ employee: await service.read(id) }),
    register: async (input, caller) => {
      requirePasswordFor(input.account, caller.signedIn)
      const registered = await service.register(input, caller.signedIn)
      discardDraft(caller.signedIn.session)
      return registered
    },
    update: async (input, caller) => ({ employee: await service.update(input, caller.signedIn) }),
    offboard: async (input, caller) => ({ employee: await service.offboard(input, caller.signedIn) }),
    cancelLeaving: async (input, caller) => ({ employee: await service.cancelLeaving(input, caller.signedIn) }),
    rehire: async (input, caller) => ({ employee: await service.rehire(input, caller.signedIn) }),
    changeStatus: async (input, caller) => ({ employee: await service.changeStatus(input, caller.signedIn) }),
    archive: async (input, caller) => ({ employee: await service.archive(input, caller.signedIn) }),
    restore: async (input, caller) => ({ employee: await service.restore(input, caller.signedIn) }),
    createOwn: async (input, caller) => ({ employee: await service.createOwn(input, caller.signedIn) }),
    createAccount: async (input, caller) => {
      requirePasswordFor(input.account, caller.signedIn)
      return service.createAccount(input, caller.signedIn)
    },
    readNumberPattern: service.numbering.suggest,
    previewNumber: ({ pattern }) => service.numbering.preview(pattern),
    saveNumberPattern: ({ pattern }, { signedIn }) => service.numbering.save(pattern, signedIn),
    findSimilar: async (typed) => ({ similar: [...(await service.numbering.findSimilar(typed))] }),
    readDependents: ({ id }) => service.readDependents(id),
    purge: async (input, caller) => {
      await service.purge(input, caller.signedIn)
      return {}
    },
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

/** Another administrator is as much as a change of role: whoever comes by a window that was left makes none. */
function requirePasswordFor(
  account: { readonly role: Role } | null,
  { hasRecentPassword }: Pick<SignedIn, 'hasRecentPassword'>,
): void {
  if (account?.role === 'admin' && !hasRecentPassword) {
    throw new Refusal('REAUTH_REQUIRED', 'Give your password again to do this.')
  }
}
