import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { type EmployeeFields, nameOf } from './fields.ts'
import { employeeNumberKey, workEmailKey } from './keys.ts'
import { selectByNumberEver, selectByWorkEmail } from './repository.ts'

/** A sentence for each field whose value must be unique and is not, by the field's path in the input. */
export type Duplicates = Readonly<Record<string, string>>

/**
 * Looks for other employees with the same e-mail address, or who have or ever had the same number.
 * @param exceptId the employee at hand, 0 for a new one
 */
export async function findDuplicates(
  transaction: Transaction,
  employee: EmployeeFields,
  exceptId: number,
): Promise<Duplicates> {
  const employee_number_key = employeeNumberKey(employee.employeeNumber)
  const { rows: numbers } = await transaction.execute(selectByNumberEver({ employee_number_key, exceptId }))
  const { rows: addresses } = await transaction.execute(
    selectByWorkEmail({ work_email_key: workEmailKey(employee.workEmail), exceptId }),
  )
  const duplicates: Record<string, string> = {}
  for (const { first_name, last_name, ...present } of numbers) {
    const owner = first_name === null ? 'somebody else' : nameOf({ first_name, last_name: last_name ?? '' })
    duplicates['employee.employeeNumber'] =
      present.employee_number_key === employee_number_key
        ? `Employee number ${present.employee_number} is already used by ${owner}.`
        : `Employee number ${employee.employeeNumber} once belonged to ${owner}, and numbers are never given twice.`
  }
  for (const row of addresses) {
    duplicates['employee.workEmail'] = `Work email ${row.work_email} is already used by ${nameOf(row)}.`
  }
  return duplicates
}

/** Throws a refusal that tells of all duplicates at once, if there are any. */
export function refuseDuplicates(duplicates: Duplicates): void {
  const sentences = Object.values(duplicates)
  if (sentences.length > 0) throw new Refusal('DUPLICATE', sentences.join(' '), { fields: duplicates })
}

/** Runs `add`; when it is refused for a duplicate, too, the refusal tells of that one and of those known before. */
export async function withDuplicates<Value>(known: Duplicates, add: () => Promise<Value>): Promise<Value> {
  try {
    return await add()
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.error.code === 'DUPLICATE') {
      refuseDuplicates({ ...known, ...thrown.error.fields })
    }
    throw thrown
  }
}
