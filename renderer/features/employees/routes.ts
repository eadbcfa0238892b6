import type { RouteObject } from 'react-router'
import { archivedPath, listPath, registerPath } from '../../registry/employee-paths.ts'

/** The screens of the employee registry, loaded when they are first asked for. */
export const employeeRoutes: RouteObject[] = [
  { path: listPath, lazy: async () => ({ Component: (await import('./EmployeesScreen.tsx')).EmployeesScreen }) },
  { path: registerPath, lazy: async () => ({ Component: (await import('./RegisterScreen.tsx')).RegisterScreen }) },
  { path: archivedPath, lazy: async () => ({ Component: (await import('./ArchivedScreen.tsx')).ArchivedScreen }) },
  { path: `${listPath}/:id`, lazy: async () => ({ Component: (await import('./EmployeeScreen.tsx')).EmployeeScreen }) },
]
