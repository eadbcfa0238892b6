import { findByIdWithin } from '../accounts/account-rows.ts'
import type { Administration } from '../accounts/administration.ts'
import { generatePassword } from '../accounts/generated-secrets.ts'
import type { SignInSlip } from '../contract/accounts.ts'
import type { BulkAction } from '../contract/bulk.ts'
import { Refusal } from '../contract/errors.ts'
import type { Database, Transaction } from '../database/port.ts'
import { archiveWithin, restoreWithin } from '../employees/archiving.ts'
import type { EmployeeFields } from '../employees/fields.ts'
import { createLeaving, type LeavingParts } from '../employees/leaving.ts'
import { fieldsOf } from '../employees/record.ts'
import { type EmployeeRow, selectEmployee } from '../employees/repository.ts'
import { changeEmployeeWithin } from '../employees/writing.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'

export interface ActParts extends LeavingParts {
  readonly random: RandomBytes
  readonly administration: Pick<Administration, 'disableWithin' | 'enableWithin' | 'resetPassword'>
}

/** Takes back what was done to one employee. Throws Refusal, `CONFLICT` where they were changed since. */
export type Undo = (transaction: Transaction, actor: ActingPerson) => Promise<void>

export interface Changed {
  readonly isChanged: boolean
  readonly undo: Undo | null
  /** The sessions that it ended: hand them to the lifecycle's `announceEnded` after the commit. */
  readonly ended: readonly number[]
}

/** What an action does to one employee. All throw a Refusal where it cannot be done. */
export type Act =
  | {
      /** Does it within the caller's transaction, who tries it by rolling back. */
      readonly changeWithin: (transaction: Transaction, id: number, actor: ActingPerson) => Promise<Changed>
    }
  | {
      /** Whether it could be done. */
      readonly check: (transaction: Transaction, id: number, actor: ActingPerson) => Promise<void>
      /** Does what takes more than a transaction. */
      readonly reset: (id: number, actor: ActingPerson) => Promise<SignInSlip>
    }

type Within = (transaction: Transaction, row: EmployeeRow, actor: ActingPerson) => Promise<Changed>

export function createAct(parts: ActParts, action: BulkAction): Act {
  switch (action.kind) {
    case 'department':
      return within(changing(parts, { departmentId: action.departmentId }))
    case 'position':
      return within(changing(parts, { positionId: action.positionId }))
    case 'manager':
      return within(changing(parts, { managerId: action.managerId }))
    case 'employment-type':
      return within(changing(parts, { employmentType: action.employmentType }))
    case 'disable-accounts':
      return within(disabling(parts))
    case 'offboard':
      return within(offboarding(parts, action.leaving))
    case 'archive':
      return within(archiving(parts))
    case 'reset-passwords':
      return resetting(parts)
  }
}

const within = (change: Within): Act => ({
  changeWithin: async (transaction, id, actor) => change(transaction, await findWithin(transaction, id), actor),
})

/** Changes fields as the form does. */
function changing(parts: ActParts, change: Partial<EmployeeFields>): Within {
  return async (transaction, row, actor) => {
    const before = fieldsOf(row)
    const isChanged = await changeEmployeeWithin(parts, transaction, row, { ...before, ...change }, actor)
    const names = Object.keys(change) as (keyof EmployeeFields)[]
    const old = Object.fromEntries(names.map((name) => [name, before[name]]))
    return { isChanged, undo: isChanged ? changingBack(parts, row.id, row.version + 1, old) : null, ended: [] }
  }
}

function changingBack(parts: ActParts, id: number, version: number, old: Partial<EmployeeFields>): Undo {
  return async (transaction, actor) => {
    const row = await findWithin(transaction, id)
    if (row.version !== version) throw changedSince()
    await changeEmployeeWithin(parts, transaction, row, { ...fieldsOf(row), ...old }, actor)
  }
}

function disabling({ administration }: ActParts): Within {
  return async (transaction, row, actor) => {
    const accountId = accountOf(row, actor)
    if (row.disabled_at !== null) return { isChanged: false, undo: null, ended: [] }
    const ended = await administration.disableWithin(transaction, accountId, actor)
    const version = (await findByIdWithin(transaction, accountId))?.version
    const undo: Undo = async (later, undoing) => {
      if ((await findByIdWithin(later, accountId))?.version !== version) throw changedSince()
      await administration.enableWithin(later, accountId, undoing)
    }
    return { isChanged: true, undo, ended }
  }
}

function offboarding(parts: ActParts, fields: Extract<BulkAction, { kind: 'offboard' }>['leaving']): Within {
  const leaving = createLeaving(parts)
  return async (transaction, row, actor) => {
    if (row.account_id === actor.accountId) throw ownAccount()
    const ended = await leaving.offboardWithin(transaction, row, fields, actor)
    return { isChanged: true, undo: null, ended }
  }
}

function archiving(parts: ActParts): Within {
  return async (transaction, row, actor) => {
    if (row.archived_at !== null) return { isChanged: false, undo: null, ended: [] }
    await archiveWithin(parts, transaction, row, actor)
    // Of many thousands not the whole rows are kept.
    const { id, version } = row
    const undo: Undo = async (later, undoing) => {
      const archived = await findWithin(later, id)
      if (archived.version !== version + 1) throw changedSince()
      await restoreWithin(parts, later, archived, undoing)
    }
    return { isChanged: true, undo, ended: [] }
  }
}

/** Hashing takes its time, so it stands outside every transaction. */
function resetting({ database, administration, random }: ActParts): Act {
  const resettable = (row: EmployeeRow, actor: ActingPerson): number => {
    const accountId = accountOf(row, actor)
    if (row.disabled_at !== null) throw new Refusal('REFUSED', 'The account is disabled.')
    return accountId
  }
  return {
    async check(transaction, id, actor) {
      resettable(await findWithin(transaction, id), actor)
    },
    async reset(id, actor) {
      const accountId = resettable(await find(database, id), actor)
      return administration.resetPassword(accountId, generatePassword(random), actor)
    },
  }
}

/** The account that is meant; never the acting person's own, whose session must outlast the work. */
function accountOf(row: EmployeeRow, actor: ActingPerson): number {
  if (row.account_id === null) throw new Refusal('REFUSED', 'There is no account.')
  if (row.account_id === actor.accountId) throw ownAccount()
  return row.account_id
}

const ownAccount = () => new Refusal('REFUSED', 'This is your own account. Ask another administrator.')

const changedSince = () => new Refusal('CONFLICT', 'Somebody changed this since.')

async function findWithin(transaction: Transaction, id: number): Promise<EmployeeRow> {
  return found((await transaction.execute(selectEmployee({ id }))).rows[0])
}

async function find(database: Pick<Database, 'read'>, id: number): Promise<EmployeeRow> {
  return found((await database.read(selectEmployee({ id })))[0])
}

function found(row: EmployeeRow | undefined): EmployeeRow {
  if (!row) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
  return row
}
