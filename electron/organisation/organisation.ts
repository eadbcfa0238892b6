import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { createDepartments } from './departments.ts'
import type { OrganisationParts } from './parts.ts'
import { createPositions } from './positions.ts'

/** The departments and positions of the company. */
export function createOrganisationHandlers(parts: OrganisationParts): FeatureHandlers<'organisation'> {
  const departments = createDepartments(parts)
  const positions = createPositions(parts)
  return {
    listDepartments: async () => ({ departments: await departments.list() }),
    addDepartment: async ({ department }, { signedIn }) => ({
      department: await departments.add(department, signedIn),
    }),
    changeDepartment: async ({ id, version, department }, { signedIn }) => ({
      department: await departments.change(id, version, department, signedIn),
    }),
    removeDepartment: async ({ id, version }, { signedIn }) => {
      await departments.remove(id, version, signedIn)
      return {}
    },
    listPositions: async () => ({ positions: await positions.list() }),
    addPosition: async ({ position }, { signedIn }) => ({ position: await positions.add(position, signedIn) }),
    changePosition: async ({ id, version, position }, { signedIn }) => ({
      position: await positions.change(id, version, position, signedIn),
    }),
    removePosition: async ({ id, version }, { signedIn }) => {
      await positions.remove(id, version, signedIn)
      return {}
    },
  }
}
