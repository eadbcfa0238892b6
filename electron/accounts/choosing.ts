/** Checking and hashing the passwords that people choose, before any transaction begins. */
import { Refusal } from '../contract/errors.ts'
import type { Account } from './account-rows.ts'
import { readCompanyName, readMinimumLength } from './company-rows.ts'
import type { AccountsParts } from './parts.ts'
import { defaultMinimumLength, passwordProblem } from './password-policy.ts'

/** The refusal of a password, beside its field. */
export function refusedPassword(field: string, problem: string): Refusal {
  return new Refusal('INVALID_INPUT', problem, { fields: { [field]: problem } })
}

type Person = Pick<Account, 'username' | 'displayName' | 'workEmail'>

/**
 * Hashes a new password of a person in the company that is open.
 * @param field its path in the input
 * @throws Refusal `INVALID_INPUT` with the reason when the policy refuses it, `BUSY`
 */
export async function hashChosen(
  parts: Pick<AccountsParts, 'database' | 'blocklist' | 'hasher'>,
  person: Person,
  password: string,
  field: string,
): Promise<string> {
  const company = {
    name: await readCompanyName(parts.database),
    minimumLength: await readMinimumLength(parts.database),
  }
  return hashForCompany(parts, company, person, password, field)
}

/** As `hashChosen`, for a company that need not exist yet. */
export async function hashForCompany(
  { blocklist, hasher }: Pick<AccountsParts, 'blocklist' | 'hasher'>,
  company: { readonly name: string; readonly minimumLength?: number },
  { username, displayName, workEmail }: Person,
  password: string,
  field: string,
): Promise<string> {
  const problem = await passwordProblem(password, {
    minimumLength: company.minimumLength ?? defaultMinimumLength,
    blocklist,
    context: { company: company.name, username, others: [displayName, workEmail ?? ''] },
  })
  if (problem !== null) throw refusedPassword(field, problem)
  return hasher.hash(password)
}
