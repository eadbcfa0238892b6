import { addAccount, prepareAccount } from '../accounts/new-accounts.ts'
import { Refusal } from '../contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { nameOf } from './fields.ts'
import { toEmployeeRecord } from './record.ts'
import { type RegisteringParts, slipOf } from './registering.ts'
import { type EmployeeRow, selectEmployee, updateAccount } from './repository.ts'
import { reindexWithin } from './search-repository.ts'
import { searchKeyWithin } from './searching.ts'
import { readEmployee, requireUnarchived, takeEmployee } from './taking.ts'

/**
 * Gives an employee who has none an account.
 * @throws Refusal as `takeEmployee`; `REFUSED` for who left, is archived or has an account; `INVALID_INPUT` for a password
 * that the policy refuses, `DUPLICATE` for a taken username, `BUSY`
 */
export async function createAccountOf(
  parts: RegisteringParts,
  { id, version, account }: ParsedInputOf<'employees', 'createAccount'>,
  actor: ActingPerson,
): Promise<OutputOf<'employees', 'createAccount'>> {
  const { database, audit, clock, lifecycle } = parts
  const [known] = await database.read(selectEmployee({ id }))
  if (!known) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
  requireAccountless(known)
  const name = nameOf(known)
  const prepared = await prepareAccount(
    parts,
    { ...account, fullName: name, workEmail: known.work_email },
    { username: 'account.username', password: 'account.temporaryPassword' },
  )
  return database.write(async (transaction) => {
    // Hashing took its time: what was known of the employee may be out of date.
    const row = await takeEmployee(lifecycle, transaction, { id, version }, actor)
    requireAccountless(row)
    const { accountId, temporaryPasswordExpiresAt } = await addAccount(parts, transaction, prepared, actor)
    const search_key = await searchKeyWithin(transaction, row, account.username)
    await transaction.execute(
      updateAccount({
        id,
        account_id: accountId,
        search_key,
        updated_at: clock.now(),
        version: version + 1,
      }),
    )
    await reindexWithin(transaction, row, search_key)
    await audit.append(transaction, {
      action: 'employee.updated',
      actor,
      subject: { kind: 'employee', id, name },
      changes: { username: { old: null, new: account.username } },
    })
    return {
      employee: toEmployeeRecord(await readEmployee(transaction, id)),
      slip: slipOf(parts.companyName, name, account, temporaryPasswordExpiresAt ?? clock.now()),
    }
  })
}

function requireAccountless(row: EmployeeRow): void {
  requireUnarchived(row)
  if (row.status === 'left') throw new Refusal('REFUSED', `${nameOf(row)} has left. Rehire them first.`)
  if (row.account_id !== null) throw new Refusal('REFUSED', `${nameOf(row)} has an account already.`)
}
