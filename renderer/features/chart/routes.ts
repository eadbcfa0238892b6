import type { RouteObject } from 'react-router'
import { pathOf } from '../../frame/paths.ts'

/** The organisation chart, loaded when it is first asked for. */
export const chartRoutes: RouteObject[] = [
  {
    path: `${pathOf('organisation-chart')}/:id?`,
    lazy: async () => ({ Component: (await import('./ChartScreen.tsx')).ChartScreen }),
  },
]
