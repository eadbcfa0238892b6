import type { EmployeeSortColumn } from '../../../electron/contract/employee-filter.ts'
import type { ExportColumn } from '../../../electron/contract/exports.ts'

/** What an export writes of a column of the list: what an import takes over, and what people read. */
const exported: Readonly<Record<EmployeeSortColumn, readonly ExportColumn[]>> = {
  name: ['firstName', 'lastName'],
  employeeNumber: ['employeeNumber'],
  username: ['username'],
  role: ['role'],
  workEmail: ['workEmail'],
  department: ['departmentId'],
  position: ['positionId'],
  manager: ['managerId', 'managerName'],
  employmentType: ['employmentType'],
  hireDate: ['hireDate'],
  status: ['status'],
}

/** The columns of an export of what the list shows; the names are always among it. */
export const exportedOf = (shown: readonly EmployeeSortColumn[]): ExportColumn[] => [
  ...new Set([...exported.name, ...shown.flatMap((column) => exported[column])]),
]
