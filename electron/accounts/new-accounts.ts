import type { AuditActor } from '../audit/audit.ts'
import { Refusal } from '../contract/errors.ts'
import type { Role } from '../contract/roles.ts'
import type { Transaction } from '../database/port.ts'
import { findByKeyWithin, insertAccount, type NewAccountRow } from './account-rows.ts'
import { hashChosen, hashForCompany } from './choosing.ts'
import { generateRecoveryCode, hashRecoveryCode } from './generated-secrets.ts'
import type { AccountsParts } from './parts.ts'
import { usernameKey } from './username-key.ts'

/** A temporary password that nobody replaced opens nothing after so long (OWASP ASVS 6.4.1), in milliseconds. */
export const temporaryPasswordLasts = 72 * 60 * 60_000

/** What an account is made of. */
export interface AccountRequest {
  readonly username: string
  readonly fullName: string
  readonly role: Role
  readonly temporaryPassword: string
  readonly workEmail: string | null
}

/** The paths of the fields in the caller's input, for the sentences about them. */
export interface AccountFields {
  readonly username: string
  readonly password: string
}

/** An account that can be added: its password is checked and hashed. */
export interface PreparedAccount extends Omit<NewAccountRow, 'createdAt' | 'temporaryPasswordExpiresAt'> {
  /** Whether the person has to choose a password of their own at the first sign-in. */
  readonly isTemporary: boolean
  readonly usernameField: string
}

/**
 * Checks and hashes an account's temporary password. Hashing takes its time, so it comes before the transaction.
 * @throws Refusal `INVALID_INPUT` beside the password's field, `BUSY`
 */
export async function prepareAccount(
  parts: Pick<AccountsParts, 'database' | 'blocklist' | 'hasher'>,
  request: AccountRequest,
  fields: AccountFields,
): Promise<PreparedAccount> {
  const { username, fullName, role, temporaryPassword, workEmail } = request
  const person = { username, displayName: fullName, workEmail }
  return {
    username,
    usernameKey: usernameKey(username),
    fullName,
    role,
    passwordHash: await hashChosen(parts, person, temporaryPassword, fields.password),
    recoveryCodeHash: null,
    isTemporary: true,
    usernameField: fields.username,
  }
}

/** What set-up asks for; no company exists yet whose policy could be read. */
export interface FirstAdministratorRequest {
  readonly companyName: string
  readonly fullName: string
  readonly username: string
  readonly password: string
}

/**
 * Checks and hashes the password of the administrator made at set-up, who chooses it, and makes the recovery code.
 * @throws Refusal `INVALID_INPUT` for the field `password`, `BUSY`
 */
export async function prepareFirstAdministrator(
  parts: Pick<AccountsParts, 'blocklist' | 'hasher' | 'random'>,
  request: FirstAdministratorRequest,
): Promise<{ account: PreparedAccount; recoveryCode: string }> {
  const { companyName, fullName, username, password } = request
  const person = { username, displayName: fullName, workEmail: null }
  const passwordHash = await hashForCompany(parts, { name: companyName }, person, password, 'password')
  const recoveryCode = generateRecoveryCode(parts.random)
  const account: PreparedAccount = {
    username,
    usernameKey: usernameKey(username),
    fullName,
    role: 'admin',
    passwordHash,
    recoveryCodeHash: hashRecoveryCode(recoveryCode),
    isTemporary: false,
    usernameField: 'username',
  }
  return { account, recoveryCode }
}

/**
 * Adds a prepared account within the caller's transaction, with the audit entry `account.created`.
 * @param actor who adds it; null at set-up
 * @throws Refusal `DUPLICATE` beside the username's field
 */
export async function addAccount(
  { audit, clock }: Pick<AccountsParts, 'audit' | 'clock'>,
  transaction: Transaction,
  prepared: PreparedAccount,
  actor: AuditActor | null,
): Promise<{ accountId: number; temporaryPasswordExpiresAt: number | null }> {
  const { isTemporary, usernameField, ...account } = prepared
  if (await findByKeyWithin(transaction, account.usernameKey)) {
    const message = 'This username is taken. Choose another one.'
    throw new Refusal('DUPLICATE', message, { fields: { [usernameField]: message } })
  }
  const createdAt = clock.now()
  const temporaryPasswordExpiresAt = isTemporary ? createdAt + temporaryPasswordLasts : null
  const accountId = await insertAccount(transaction, { ...account, createdAt, temporaryPasswordExpiresAt })
  await audit.append(transaction, {
    action: 'account.created',
    actor,
    subject: { kind: 'account', id: accountId, name: account.username },
    changes: { username: { old: null, new: account.username }, role: { old: null, new: account.role } },
    secretFields: ['password'],
  })
  return { accountId, temporaryPasswordExpiresAt }
}
