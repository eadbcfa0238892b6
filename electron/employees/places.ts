import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { type EmployeeFields, nameOf, type Places } from './fields.ts'
import { type ReportingRow, selectDepartmentName, selectPositionTitle, selectReporting } from './repository.ts'

/**
 * The names of the department, the position and the manager that an employee is to have.
 * @param self the employee at hand; null for a new one, who cannot be anybody's manager yet
 * @throws Refusal `INVALID_INPUT` for what is gone, `REFUSED` where somebody would come to report to themselves
 */
export async function placesOf(
  transaction: Transaction,
  { departmentId, positionId, managerId }: EmployeeFields,
  self: ReportingRow | null,
): Promise<Places> {
  const department =
    departmentId === null ? null : (await transaction.execute(selectDepartmentName({ id: departmentId }))).rows[0]
  const position =
    positionId === null ? null : (await transaction.execute(selectPositionTitle({ id: positionId }))).rows[0]
  if (department === undefined)
    throw gone('departmentId', 'This department does not exist any more. Choose another one.')
  if (position === undefined) throw gone('positionId', 'This position does not exist any more. Choose another one.')
  const manager = managerId === null ? null : await managerOf(transaction, managerId, self)
  return { department: department?.name ?? null, position: position?.title ?? null, manager }
}

/** Walks up from the new manager: whoever is met twice, or the employee at hand, closes a circle. */
async function managerOf(transaction: Transaction, managerId: number, self: ReportingRow | null): Promise<string> {
  const path: string[] = self ? [nameOf(self)] : []
  const met = new Set<number>()
  let manager: string | null = null
  for (let id: number | null = managerId; id !== null && !met.has(id); ) {
    const row: ReportingRow | undefined = (await transaction.execute(selectReporting({ id }))).rows[0]
    if (!row) throw gone('managerId', 'This manager does not exist any more. Choose somebody else.')
    if (manager === null && row.status === 'left') {
      throw gone('managerId', `${nameOf(row)} has left. Choose somebody else.`)
    }
    if (manager === null && row.archived_at !== null) {
      throw gone('managerId', `${nameOf(row)} is archived. Choose somebody else.`)
    }
    manager ??= nameOf(row)
    path.push(nameOf(row))
    if (id === self?.id) throw circle(path)
    met.add(id)
    id = row.manager_id
  }
  return manager ?? ''
}

function circle(path: readonly string[]): Refusal {
  const problem = `Nobody can report to themselves: ${path.join(' → ')}. Choose another manager.`
  return new Refusal('REFUSED', problem, { fields: { 'employee.managerId': problem } }, [
    'Nobody can report to themselves.',
  ])
}

const gone = (field: string, problem: string) =>
  new Refusal('INVALID_INPUT', problem, { fields: { [`employee.${field}`]: problem } })
