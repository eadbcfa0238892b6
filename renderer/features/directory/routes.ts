import type { RouteObject } from 'react-router'
import { pathOf } from '../../frame/paths.ts'

/** What everybody may know of everybody, and of themselves: loaded when it is first asked for. */
export const directoryRoutes: RouteObject[] = [
  {
    path: pathOf('directory'),
    lazy: async () => ({ Component: (await import('./DirectoryScreen.tsx')).DirectoryScreen }),
  },
  {
    path: `${pathOf('directory')}/:id`,
    lazy: async () => ({ Component: (await import('./PersonScreen.tsx')).PersonScreen }),
  },
  {
    path: pathOf('my-details'),
    lazy: async () => ({ Component: (await import('./MyDetailsScreen.tsx')).MyDetailsScreen }),
  },
]
