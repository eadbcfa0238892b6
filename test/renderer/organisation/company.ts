import { notifications } from '@mantine/notifications'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import type { Department, Position } from '../../../electron/contract/organisation.ts'
import { serveRegistry } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'

export const departmentOf = (id: number, more: Partial<Department> = {}): Department => ({
  id,
  version: 1,
  name: `Department ${id}`,
  code: '',
  parentId: null,
  head: null,
  employees: 0,
  ...more,
})

export const positionOf = (id: number, more: Partial<Position> = {}): Position => ({
  id,
  version: 1,
  title: `Position ${id}`,
  employees: 0,
  ...more,
})

interface Row {
  readonly id: number
  readonly version: number
}

function change<Kept extends Row>(rows: Kept[], { id, version }: Row, more: Partial<Kept>) {
  const index = rows.findIndex((row) => row.id === id)
  const current = rows[index]
  if (current?.version !== version) return null
  const changed = { ...current, ...more, version: version + 1 }
  rows[index] = changed
  return changed
}

function remove(rows: Row[], id: number) {
  rows.splice(
    rows.findIndex((row) => row.id === id),
    1,
  )
  return {}
}

const conflict = failing({ code: 'CONFLICT', message: 'Somebody changed it meanwhile.' })

/** Answers every call of the organisation over the given rows, which the test may change as others would. */
export function serveOrganisation(
  departments: Department[],
  positions: Position[] = [],
  employees: EmployeeRecord[] = [],
): void {
  notifications.clean()
  serveRegistry(employees)
  fakeBridge.answer('organisation', 'listDepartments', () => ({ departments: [...departments] }))
  fakeBridge.answer('organisation', 'addDepartment', ({ department: { headId: _, ...typed } }) => {
    const department = departmentOf(departments.length + 1, typed)
    departments.push(department)
    return { department }
  })
  fakeBridge.answer('organisation', 'changeDepartment', ({ department: { headId: _, ...typed }, ...known }) => {
    const department = change(departments, known, typed)
    return department ? { department } : conflict
  })
  fakeBridge.answer('organisation', 'removeDepartment', ({ id }) => remove(departments, id))
  fakeBridge.answer('organisation', 'listPositions', () => ({ positions: [...positions] }))
  fakeBridge.answer('organisation', 'addPosition', ({ position: typed }) => {
    const position = positionOf(positions.length + 1, typed)
    positions.push(position)
    return { position }
  })
  fakeBridge.answer('organisation', 'changePosition', ({ position: typed, ...known }) => {
    const position = change(positions, known, typed)
    return position ? { position } : conflict
  })
  fakeBridge.answer('organisation', 'removePosition', ({ id }) => remove(positions, id))
}
