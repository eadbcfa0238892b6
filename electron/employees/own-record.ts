import type { EmployeeRecord } from '../contract/employees.ts'
import { Refusal } from '../contract/errors.ts'
import type { ParsedInputOf } from '../contract/index.ts'
import { readDefinitions, withRequired } from '../custom-fields/values.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { findDuplicates, refuseDuplicates } from './duplicates.ts'
import { selectOwnId } from './people-repository.ts'
import { placesOf } from './places.ts'
import { toEmployeeRecord } from './record.ts'
import type { RegisteringParts } from './registering.ts'
import { addEmployeeWithin } from './writing.ts'

/**
 * Adds the employee to whom the account of whoever asks belongs, as that of the administrator who was made at set-up.
 * @throws Refusal `REFUSED` where the account has one already, even an archived one; else as `register`
 */
export function createOwnRecord(
  { database, audit, clock, lifecycle }: Pick<RegisteringParts, 'database' | 'audit' | 'clock' | 'lifecycle'>,
  { employee, custom }: ParsedInputOf<'employees', 'createOwn'>,
  actor: ActingPerson,
): Promise<EmployeeRecord> {
  const { accountId, username } = actor
  return database.write(async (transaction) => {
    await lifecycle.requireOpenWithin(transaction, actor)
    const own = (await transaction.execute(selectOwnId({ accountId }))).rows
    if (own.length > 0) throw new Refusal('REFUSED', 'An employee record belongs to your account already.')
    refuseDuplicates(await findDuplicates(transaction, employee, 0))
    const places = await placesOf(transaction, employee, null)
    const typed = withRequired(await readDefinitions(transaction), custom ?? {})
    const account = { username, accountId }
    return toEmployeeRecord(
      await addEmployeeWithin({ audit, clock }, transaction, { employee, custom: typed, places, account }, actor),
    )
  })
}
