import type { RouteObject } from 'react-router'
import { listPath, registerPath } from './paths.ts'

/** The screens of the employee registry, loaded when they are first asked for. */
export const employeeRoutes: RouteObject[] = [
  { path: listPath, lazy: { Component: async () => (await import('./EmployeesScreen.tsx')).EmployeesScreen } },
  { path: registerPath, lazy: { Component: async () => (await import('./RegisterScreen.tsx')).RegisterScreen } },
  { path: `${listPath}/:id`, lazy: { Component: async () => (await import('./EmployeeScreen.tsx')).EmployeeScreen } },
]
