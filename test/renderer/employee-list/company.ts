import type { EmployeeFilter } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { employeeOf, serveRegistry } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { departmentOf, positionOf } from '../organisation/company.ts'

export const sales = departmentOf(1, { name: 'Sales', employees: 1 })
export const field = departmentOf(2, { name: 'Field', parentId: 1, employees: 1 })
export const clerk = positionOf(1, { title: 'Clerk', employees: 1 })

/** Ada in Sales, who leads Ben; Ben in Field, a clerk; Cleo, who left. */
export const three = (): EmployeeRecord[] => [
  employeeOf(1, { firstName: 'Ada', lastName: '', department: { id: 1, name: 'Sales' } }),
  employeeOf(2, {
    firstName: 'Ben',
    lastName: '',
    department: { id: 2, name: 'Field' },
    position: { id: 1, name: 'Clerk' },
    manager: { id: 1, name: 'Ada' },
    employmentType: 'intern',
    hireDate: '2026-03-02',
  }),
  employeeOf(3, { firstName: 'Cleo', lastName: '', status: 'left', account: null }),
]

/** Answers what the list asks, with as much of the filter as these tests use; main's own tests have the rest. */
export function serveList(employees: EmployeeRecord[]): void {
  serveRegistry(employees)
  fakeBridge.answer('organisation', 'listDepartments', () => ({ departments: [sales, field] }))
  fakeBridge.answer('organisation', 'listPositions', () => ({ positions: [clerk] }))
  fakeBridge.answer('employees', 'list', ({ filter = {}, offset, limit }) => {
    const rows = employees.filter((employee) => isMeant(employee, filter))
    return { total: rows.length, registered: employees.length, rows: rows.slice(offset, offset + limit) }
  })
}

function isMeant(employee: EmployeeRecord, filter: Partial<EmployeeFilter>): boolean {
  const { search = '', statuses = [], departmentIds = [], positionIds = [], managerIds = [], hired } = filter
  const holds = (wanted: readonly unknown[], value: unknown) => wanted.length === 0 || wanted.includes(value)
  return (
    `${employee.firstName} ${employee.lastName}`.includes(search) &&
    holds(statuses, employee.status) &&
    (holds(departmentIds, employee.department?.id) ||
      (departmentIds.includes(sales.id) && employee.department?.id === field.id)) &&
    holds(positionIds, employee.position?.id) &&
    holds(managerIds, employee.manager?.id) &&
    (hired === undefined || hired.from === '' || employee.hireDate >= hired.from)
  )
}

/** What the list asked last; fields that look employees up say nothing of an order. */
export const lastQuestion = () => fakeBridge.inputs('employees', 'list').findLast(({ sort }) => sort !== undefined)
