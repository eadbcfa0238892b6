import type { RouteObject } from 'react-router'
import { importPath } from './paths.ts'

/** The screen on which employees are imported, loaded when it is first asked for. */
export const importRoutes: RouteObject[] = [
  { path: importPath, lazy: async () => ({ Component: (await import('./ImportScreen.tsx')).ImportScreen }) },
]
