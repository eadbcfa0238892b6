import { addAccount, prepareAccount } from '../accounts/new-accounts.ts'
import type { AccountsParts } from '../accounts/parts.ts'
import type { SignInSlip } from '../contract/accounts.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import { readDefinitions, withRequired } from '../custom-fields/values.ts'
import { toInstant } from '../environment/clock.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { findDuplicates, refuseDuplicates, withDuplicates } from './duplicates.ts'
import { fullName } from './fields.ts'
import { placesOf } from './places.ts'
import { toEmployeeRecord } from './record.ts'
import { addEmployeeWithin } from './writing.ts'

export interface RegisteringParts
  extends Pick<AccountsParts, 'database' | 'audit' | 'lifecycle' | 'clock' | 'hasher' | 'blocklist'> {
  /** As sign-in slips name it. */
  readonly companyName: string
}

export type Registration = ParsedInputOf<'employees', 'register'>
export type Registered = OutputOf<'employees', 'register'>

/**
 * Adds an employee and, if wanted, the account, in one transaction: both or neither.
 * @throws Refusal `INVALID_INPUT` for a password that the policy refuses or a place that is gone, `BUSY`, and `DUPLICATE`, which tells of
 * everything that is taken at once
 */
export async function register(
  parts: RegisteringParts,
  { employee, account, custom }: Registration,
  actor: ActingPerson,
): Promise<Registered> {
  const name = fullName(employee)
  const prepared =
    account &&
    (await prepareAccount(
      parts,
      { ...account, fullName: name, workEmail: employee.workEmail || null },
      { username: 'account.username', password: 'account.temporaryPassword' },
    ))
  return parts.database.write(async (transaction) => {
    // Hashing took its time: an administrator who was disabled meanwhile registers nobody.
    await parts.lifecycle.requireOpenWithin(transaction, actor)
    const duplicates = await findDuplicates(transaction, employee, 0)
    const added = prepared && (await withDuplicates(duplicates, () => addAccount(parts, transaction, prepared, actor)))
    refuseDuplicates(duplicates)
    const places = await placesOf(transaction, employee, null)
    const typed = withRequired(await readDefinitions(transaction), custom ?? {})
    const row = await addEmployeeWithin(
      parts,
      transaction,
      {
        employee,
        custom: typed,
        places,
        account: account && added && { username: account.username, accountId: added.accountId },
      },
      actor,
    )
    const expiresAt = added?.temporaryPasswordExpiresAt ?? null
    return {
      employee: toEmployeeRecord(row),
      slip: account && expiresAt !== null ? slipOf(parts.companyName, name, account, expiresAt) : null,
    }
  })
}

/** What an administrator hands to a person who has a new account. */
export function slipOf(
  company: string,
  name: string,
  { username, temporaryPassword }: Pick<NonNullable<Registration['account']>, 'username' | 'temporaryPassword'>,
  expiresAt: number,
): SignInSlip {
  return { company, name, username, temporaryPassword, expiresAt: toInstant(expiresAt) }
}
