import { setImmediate } from 'node:timers/promises'
import { createAdministration } from '../../electron/accounts/administration.ts'
import { addAccount, prepareFirstAdministrator } from '../../electron/accounts/new-accounts.ts'
import { createPasswordHasher } from '../../electron/accounts/password-hasher.ts'
import { createAudit } from '../../electron/audit/append.ts'
import type { CustomKey, CustomValues } from '../../electron/contract/custom-fields.ts'
import { type EmployeeFilter, type EmployeeSort, everybody } from '../../electron/contract/employee-filter.ts'
import {
  type EmployeeInput,
  type EmployeeRecord,
  employeeFields,
  newAccountFields,
  unknownEmployee,
} from '../../electron/contract/employees.ts'
import { Refusal } from '../../electron/contract/errors.ts'
import type { Role } from '../../electron/contract/roles.ts'
import { createCustomFieldsHandlers } from '../../electron/custom-fields/custom-fields.ts'
import { queries } from '../../electron/database/queries.ts'
import { createDirectoryHandlers } from '../../electron/directory/directory.ts'
import { createEmployees } from '../../electron/employees/employees.ts'
import { refreshSearchWithin } from '../../electron/employees/searching.ts'
import type { SignedInCaller } from '../../electron/lifecycle/caller.ts'
import { createLifecycle } from '../../electron/lifecycle/lifecycle.ts'
import { defaultSessionPolicy, limitsOf } from '../../electron/lifecycle/policy.ts'
import { createOrganisationHandlers } from '../../electron/organisation/organisation.ts'
import { createSessionEngine } from '../../electron/session/index.ts'
import { createTeamHandlers } from '../../electron/team/team.ts'
import { detailsOf } from '../../renderer/features/employees/details.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { createTestClock } from '../support/clock.ts'
import { openTestDatabase } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

export const companyName = 'Analytical Engines'
export const goodPassword = 'kettle orbit lantern moss'

/** What a person may leave out of a registration in a test. */
export interface Person extends Partial<EmployeeInput> {
  readonly employeeNumber: string
  readonly firstName: string
  readonly username?: string
  readonly role?: Role
  /** Values of custom fields, by their ids. */
  readonly custom?: CustomValues
}

export type Office = Awaited<ReturnType<typeof openOffice>>

/**
 * A company with one administrator, `maria`, who is signed in, and the employee registry over a real database,
 * sessions and audit. Only the cost of hashing is not the product's.
 */
export async function openOffice() {
  const clock = createTestClock()
  const random = createTestRandom()
  const log = createTestLog()
  const { database, dispose, file, folder } = await openTestDatabase({ clock })
  const audit = createAudit({ clock, random, computer: 'Front desk' })
  const hasher = createPasswordHasher({ random, log, parameters: { memoryCost: 8, timeCost: 1, parallelism: 1 } })
  const blocklist = { has: async () => false }
  const secrets = [{ id: 'first', created: '2026-11-20T09:00:00.000Z', bytes: random(32) }]
  const engine = createSessionEngine('database', { database, secrets: () => secrets, clock, random, log })
  const lifecycle = createLifecycle({
    database,
    audit,
    engine,
    keepsByReference: () => false,
    clock,
    log,
    computer: 'Front desk',
    limits: () => limitsOf(defaultSessionPolicy),
    tell: { ended: () => {}, locked: () => {}, warned: () => {}, warningOver: () => {}, changed: () => {} },
  })
  let changes = 0
  const administration = createAdministration({
    database,
    audit,
    lifecycle,
    clock,
    random,
    log,
    hasher,
    blocklist,
    openWindow: () => {},
  })
  const employees = createEmployees({
    database,
    audit,
    lifecycle,
    clock,
    hasher,
    blocklist,
    companyName,
    log,
    pause: () => setImmediate(),
    disableAccountWithin: administration.disableWithin,
    onChanged: () => {
      changes += 1
    },
  })

  let organisationChanges = 0
  const organisation = createOrganisationHandlers({
    database,
    audit,
    lifecycle,
    clock,
    onChanged: () => {
      organisationChanges += 1
    },
  })

  const directory = createDirectoryHandlers({
    pause: () => setImmediate(),
    database,
    audit,
    lifecycle,
    clock,
    onChanged: () => {
      changes += 1
    },
  })
  const team = createTeamHandlers({ database, pause: () => setImmediate() })
  const customFields = createCustomFieldsHandlers({
    database,
    audit,
    lifecycle,
    clock,
    refreshSearchWithin,
    onChanged: () => {},
  })

  async function signIn(windowId: number, id: number, username: string): Promise<void> {
    await lifecycle.signIn(windowId, { id, username, version: 1 })
  }

  /** The person whom the router would find in that window. */
  async function caller(windowId = 1): Promise<SignedInCaller> {
    const found = await lifecycle.find(windowId)
    if (found.kind !== 'signed-in') throw new Error('nobody is signed in there')
    return { windowId, signedIn: found.signedIn }
  }

  /** Ends all sessions of the caller behind their back. */
  const signOutEverywhere = ({ signedIn: { accountId } }: SignedInCaller) =>
    lifecycle.endSessions({ accountId, reason: 'account_disabled', endedBy: null })

  async function addAdministrator(username: string, fullName: string): Promise<number> {
    const request = { companyName, fullName, username, password: goodPassword }
    const { account } = await prepareFirstAdministrator({ blocklist, hasher, random }, request)
    const added = await database.write((transaction) => addAccount({ audit, clock }, transaction, account, null))
    return added.accountId
  }

  await database.write((transaction) =>
    transaction.execute(
      queries.insertInto('company').values({ id: 1, database_id: 'test', name: companyName, created_at: clock.now() }),
    ),
  )
  await signIn(1, await addAdministrator('maria', 'Maria Mitchell'), 'maria')

  return {
    clock,
    log,
    database,
    /** The database's. */
    file,
    /** Holds the database's files. */
    folder,
    dispose,
    lifecycle,
    employees,
    organisation,
    directory,
    team,
    customFields,
    administration,
    caller,
    signIn,
    signOutEverywhere,
    addAdministrator,
    /** Changes that were announced to the windows. */
    changes: () => changes,
    organisationChanges: () => organisationChanges,

    /** Registers through the schemas, as the form and the router do. */
    async register({ username, role = 'employee', custom, ...person }: Person) {
      const employee = employeeFields.parse({ ...unknownEmployee, hireDate: '2026-12-01', ...person })
      const account =
        username === undefined ? null : newAccountFields.parse({ username, role, temporaryPassword: goodPassword })
      return employees.handlers.register({ employee, account, custom }, await caller())
    },

    async update(record: EmployeeRecord, change: Partial<EmployeeInput>, windowId = 1, custom?: CustomValues) {
      const { id, version } = record
      const employee = employeeFields.parse({ ...detailsOf(record), ...change })
      return (await employees.handlers.update({ id, version, employee, custom }, await caller(windowId))).employee
    },

    async list(
      search = '',
      offset = 0,
      limit = 200,
      filter: Partial<EmployeeFilter> = {},
      sort: EmployeeSort = [],
      custom: CustomKey[] = [],
    ) {
      return employees.handlers.list(
        { filter: { ...everybody, ...filter, search }, sort, custom, offset, limit },
        await caller(),
      )
    },

    /** The audit from its first entry, with the values that changed. */
    async audit() {
      const rows = await database.read(
        queries
          .selectFrom('audit_entry')
          .leftJoin('audit_value', 'audit_value.entry_id', 'audit_entry.id')
          .selectAll('audit_entry')
          .select('audit_value.value')
          .orderBy('audit_entry.id'),
      )
      return rows.map(({ action, actor_name, subject_name, fields, value }) => ({
        action,
        actor: actor_name,
        subject: subject_name,
        fields: JSON.parse(fields) as string[],
        changes: value === null ? {} : (JSON.parse(value) as Record<string, { old: unknown; new: unknown }>),
      }))
    },
  }
}

/** The refusal that an act ends with; anything else fails the test. */
export async function refusal(act: Promise<unknown>) {
  try {
    await act
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.error
    throw thrown
  }
  throw new Error('it was not refused')
}
