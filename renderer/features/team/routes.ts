import type { RouteObject } from 'react-router'
import { pathOf } from '../../frame/paths.ts'

/** The screens of those to whom others report, loaded when they are first asked for. */
export const teamRoutes: RouteObject[] = [
  { path: pathOf('team'), lazy: async () => ({ Component: (await import('./TeamScreen.tsx')).TeamScreen }) },
  {
    path: `${pathOf('team')}/:id`,
    lazy: async () => ({ Component: (await import('./MemberScreen.tsx')).MemberScreen }),
  },
]
