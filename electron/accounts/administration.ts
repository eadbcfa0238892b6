import type { AccountView, SignInSlip } from '../contract/accounts.ts'
import { Refusal } from '../contract/errors.ts'
import type { Role } from '../contract/roles.ts'
import type { Transaction } from '../database/port.ts'
import { toInstant } from '../environment/clock.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import {
  type Account,
  findById,
  findByIdWithin,
  isLastAdministrator,
  toAccountView,
  updateDisabled,
  updatePassword,
  updateRole,
} from './account-rows.ts'
import { hashChosen } from './choosing.ts'
import { readCompanyName } from './company-rows.ts'
import { temporaryPasswordLasts } from './new-accounts.ts'
import type { AccountsParts } from './parts.ts'
import { forgetFailures } from './throttle.ts'

/**
 * What administrators do to accounts. All throw Refusal `NOT_FOUND` for an account that does not exist, and
 * `UNAUTHENTICATED` where the actor's own session ended while the call was under way.
 */
export interface Administration {
  /** Disables an account and ends its sessions at once. Throws Refusal `REFUSED` for the last administrator. */
  disable(accountId: number, actor: ActingPerson): Promise<AccountView>
  /** Enables an account; its failed tries are forgotten. Throws Refusal `REFUSED` for who left or is archived. */
  enable(accountId: number, actor: ActingPerson): Promise<AccountView>
  /**
   * Sets a temporary password and ends the account's sessions at once.
   * @throws Refusal `REFUSED` for the actor's own account, `INVALID_INPUT` for the field `temporaryPassword`
   */
  resetPassword(accountId: number, temporaryPassword: string, actor: ActingPerson): Promise<SignInSlip>
  /** Gives an account another role and ends its sessions. Throws Refusal `REFUSED` for the last administrator. */
  changeRole(accountId: number, role: Role, actor: ActingPerson): Promise<AccountView>
  /**
   * Disables an account within the caller's transaction; without an actor it is Staffdesk itself. Hand the answer to the lifecycle's `announceEnded` after
   * the commit.
   */
  disableWithin(transaction: Transaction, accountId: number, actor: ActingPerson | null): Promise<number[]>
  /** As `enable`, within the caller's transaction. */
  enableWithin(transaction: Transaction, accountId: number, actor: ActingPerson): Promise<void>
}

export function createAdministration(parts: AccountsParts): Administration {
  const { database, audit, lifecycle, clock } = parts

  async function disableWithin(
    transaction: Transaction,
    accountId: number,
    actor: ActingPerson | null,
  ): Promise<number[]> {
    if (actor) await lifecycle.requireOpenWithin(transaction, actor)
    const account = found(await findByIdWithin(transaction, accountId))
    if (account.disabledAt !== null) return []
    if (account.role === 'admin') await requireAnotherAdministrator(transaction, accountId)
    const disabledAt = clock.now()
    await updateDisabled(transaction, accountId, disabledAt)
    await audit.append(transaction, {
      action: 'account.disabled',
      actor,
      subject: subjectOf(account),
      changes: { disabledAt: { old: null, new: toInstant(disabledAt) } },
    })
    return lifecycle.endSessionsWithin(transaction, { accountId, reason: 'account_disabled', endedBy: actor })
  }

  async function changeRoleWithin(
    transaction: Transaction,
    accountId: number,
    role: Role,
    actor: ActingPerson,
  ): Promise<number[]> {
    await lifecycle.requireOpenWithin(transaction, actor)
    const account = found(await findByIdWithin(transaction, accountId))
    if (account.role === role) return []
    if (account.role === 'admin') await requireAnotherAdministrator(transaction, accountId)
    await updateRole(transaction, accountId, role)
    await audit.append(transaction, {
      action: 'account.role_changed',
      actor,
      subject: subjectOf(account),
      changes: { role: { old: account.role, new: role } },
    })
    return lifecycle.endSessionsWithin(transaction, { accountId, reason: 'role_changed', endedBy: actor })
  }

  async function enableWithin(transaction: Transaction, accountId: number, actor: ActingPerson): Promise<void> {
    await lifecycle.requireOpenWithin(transaction, actor)
    const account = found(await findByIdWithin(transaction, accountId))
    if (account.disabledAt === null) return
    if (account.employeeStatus === 'left') {
      throw new Refusal('REFUSED', `${account.displayName} has left. Rehire them first.`)
    }
    if (account.employeeArchivedAt !== null) {
      throw new Refusal('REFUSED', `${account.displayName} is archived. Restore them first.`)
    }
    await updateDisabled(transaction, accountId, null)
    await forgetFailures(transaction, account.usernameKey)
    await audit.append(transaction, {
      action: 'account.enabled',
      actor,
      subject: subjectOf(account),
      changes: { disabledAt: { old: toInstant(account.disabledAt), new: null } },
    })
  }

  async function view(accountId: number): Promise<AccountView> {
    return toAccountView(found(await findById(database, accountId)))
  }

  return {
    disableWithin,
    enableWithin,
    async disable(accountId, actor) {
      await lifecycle.announceEnded(await database.write((transaction) => disableWithin(transaction, accountId, actor)))
      return view(accountId)
    },
    async enable(accountId, actor) {
      await database.write((transaction) => enableWithin(transaction, accountId, actor))
      return view(accountId)
    },
    async changeRole(accountId, role, actor) {
      const ended = await database.write((transaction) => changeRoleWithin(transaction, accountId, role, actor))
      await lifecycle.announceEnded(ended)
      return view(accountId)
    },
    async resetPassword(accountId, temporaryPassword, actor) {
      const account = found(await findById(database, accountId))
      // It would let a session without its password change it (OWASP ASVS 6.2.3).
      if (accountId === actor.accountId) {
        throw new Refusal('REFUSED', 'You cannot reset your own password. Ask another administrator.')
      }
      const passwordHash = await hashChosen(parts, account, temporaryPassword, 'temporaryPassword')
      const temporaryPasswordExpiresAt = clock.now() + temporaryPasswordLasts
      const ended = await database.write(async (transaction) => {
        await lifecycle.requireOpenWithin(transaction, actor)
        if (!(await updatePassword(transaction, account, { passwordHash, temporaryPasswordExpiresAt }))) {
          throw new Refusal(
            'CONFLICT',
            'Somebody else changed this account meanwhile. Look at it again, then try again.',
          )
        }
        await forgetFailures(transaction, account.usernameKey)
        await audit.append(transaction, {
          action: 'password.reset',
          actor,
          subject: subjectOf(account),
          secretFields: ['password'],
        })
        return lifecycle.endSessionsWithin(transaction, { accountId, reason: 'password_changed', endedBy: actor })
      })
      await lifecycle.announceEnded(ended)
      return {
        company: await readCompanyName(database),
        name: account.displayName,
        username: account.username,
        temporaryPassword,
        expiresAt: toInstant(temporaryPasswordExpiresAt),
      }
    },
  }
}

function found(account: Account | null): Account {
  if (account) return account
  throw new Refusal('NOT_FOUND', 'This account does not exist any more.')
}

async function requireAnotherAdministrator(transaction: Transaction, accountId: number): Promise<void> {
  if (!(await isLastAdministrator(transaction, accountId))) return
  throw new Refusal(
    'REFUSED',
    'Nobody else could administer the company for certain. Register another administrator who chooses a password first.',
  )
}

const subjectOf = (account: Account) => ({ kind: 'account', id: account.id, name: account.username })
