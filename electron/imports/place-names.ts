import type { Transaction } from '../database/port.ts'
import { type EmployeeFields, nameOf, type Places } from '../employees/fields.ts'
import { selectDepartmentName, selectPositionTitle, selectReporting } from '../employees/repository.ts'

/**
 * The names of what new employees point to, each looked up once. `placesOf` also walks up the reporting line and sees
 * whether everything is still there: of a new employee the dry run has seen that, and nothing was changed since.
 */
export function createPlaceNames(transaction: Transaction): (employee: EmployeeFields) => Promise<Places> {
  const department = remembering(async (id) => {
    const [row] = (await transaction.execute(selectDepartmentName({ id }))).rows
    return row?.name ?? null
  })
  const position = remembering(async (id) => {
    const [row] = (await transaction.execute(selectPositionTitle({ id }))).rows
    return row?.title ?? null
  })
  const manager = remembering(async (id) => {
    const [row] = (await transaction.execute(selectReporting({ id }))).rows
    return row ? nameOf(row) : null
  })
  return async ({ departmentId, positionId, managerId }) => ({
    department: await department(departmentId),
    position: await position(positionId),
    manager: await manager(managerId),
  })
}

function remembering(find: (id: number) => Promise<string | null>): (id: number | null) => Promise<string | null> {
  const known = new Map<number, string | null>()
  return async (id) => {
    if (id === null) return null
    const name = known.get(id)
    if (name !== undefined) return name
    const found = await find(id)
    known.set(id, found)
    return found
  }
}
