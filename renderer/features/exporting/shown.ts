import { type CustomKey, isCustomKey } from '../../../electron/contract/custom-fields.ts'
import type { EmployeeSortColumn } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn } from '../../../electron/contract/employee-list.ts'
import type { ExportColumn } from '../../../electron/contract/exports.ts'

/** What an export writes of a column of the list: what an import takes over, and what people read. */
const exported: Readonly<Record<EmployeeSortColumn, readonly ExportColumn[]>> = {
  name: ['firstName', 'lastName'],
  employeeNumber: ['employeeNumber'],
  username: ['username'],
  role: ['role'],
  workEmail: ['workEmail'],
  workPhone: ['workPhone'],
  department: ['departmentId'],
  position: ['positionId'],
  manager: ['managerId', 'managerName'],
  employmentType: ['employmentType'],
  hireDate: ['hireDate'],
  probationEndDate: ['probationEndDate'],
  contractEndDate: ['contractEndDate'],
  leavingDate: ['leavingDate'],
  status: ['status'],
}

/** The columns of an export of what the list shows; the names are always among it. */
export const exportedOf = (
  shown: readonly EmployeeColumn[],
): { readonly columns: ExportColumn[]; readonly custom: CustomKey[] } => ({
  columns: [
    ...new Set([...exported.name, ...shown.flatMap((column) => (isCustomKey(column) ? [] : exported[column]))]),
  ],
  custom: shown.filter(isCustomKey),
})
