import type { RouteObject } from 'react-router'
import { pathOf } from '../../frame/paths.ts'

/** The screens of the organisation, loaded when they are first asked for. */
export const organisationRoutes: RouteObject[] = [
  {
    path: pathOf('departments'),
    lazy: async () => ({ Component: (await import('./DepartmentsScreen.tsx')).DepartmentsScreen }),
  },
  {
    path: pathOf('positions'),
    lazy: async () => ({ Component: (await import('./PositionsScreen.tsx')).PositionsScreen }),
  },
]
