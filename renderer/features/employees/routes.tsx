import type { RouteObject } from 'react-router'
import { EmployeeScreen } from './EmployeeScreen.tsx'
import { EmployeesScreen } from './EmployeesScreen.tsx'
import { listPath, registerPath } from './paths.ts'
import { RegisterScreen } from './RegisterScreen.tsx'

/** The screens of the employee registry. */
export const employeeRoutes: RouteObject[] = [
  { path: listPath, element: <EmployeesScreen /> },
  { path: registerPath, element: <RegisterScreen /> },
  { path: `${listPath}/:id`, element: <EmployeeScreen /> },
]
