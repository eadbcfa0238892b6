import type { RouteObject } from 'react-router'
import { listPath, registerPath } from './paths.ts'

/** The screens of the employee registry, loaded when they are first asked for. */
export const employeeRoutes: RouteObject[] = [
  { path: listPath, lazy: async () => ({ Component: (await import('./EmployeesScreen.tsx')).EmployeesScreen }) },
  { path: registerPath, lazy: async () => ({ Component: (await import('./RegisterScreen.tsx')).RegisterScreen }) },
  { path: `${listPath}/:id`, lazy: async () => ({ Component: (await import('./EmployeeScreen.tsx')).EmployeeScreen }) },
]
