import { addAccount } from '../../electron/accounts/new-accounts.ts'
import { usernameKey } from '../../electron/accounts/username-key.ts'
import type { Audit, AuditActor } from '../../electron/audit/audit.ts'
import { employeeFields } from '../../electron/contract/employees.ts'
import { foldName } from '../../electron/database/fold.ts'
import type { Database, Transaction } from '../../electron/database/port.ts'
import { queries } from '../../electron/database/queries.ts'
import { searchKeyOf } from '../../electron/database/search-key.ts'
import { fullName } from '../../electron/employees/fields.ts'
import { nextIdWithin } from '../../electron/employees/repository.ts'
import { indexWithin } from '../../electron/employees/search-repository.ts'
import { addUnindexedWithin } from '../../electron/employees/writing.ts'
import type { Clock } from '../../electron/environment/clock.ts'
import { insertDepartment, insertPosition } from '../../electron/organisation/repository.ts'
import { headTitle, type PlannedDepartment, planDepartments } from './departments.ts'
import { createDraw } from './draw.ts'
import { type PlannedPerson, planPeople } from './people.ts'

export interface FillParts {
  readonly database: Database
  readonly audit: Audit
  readonly clock: Clock
  /** From 0 up to 1; the same numbers make the same company. */
  readonly next: () => number
}

export interface Filling {
  readonly employees: number
  /** Of every account that is made: to hash each password would take hours. */
  readonly passwordHash: string
  /** Who the audit says did it. */
  readonly actor: AuditActor
}

/** Employees to a transaction. */
const batch = 1000

/** What people are added with. */
interface Places {
  readonly departments: readonly { readonly id: number; readonly name: string }[]
  readonly positions: ReadonlyMap<string, number>
}

/** Fills a company with departments, positions and employees, by the application's own way of adding them. */
export async function fillCompany(parts: FillParts, { employees, passwordHash, actor }: Filling): Promise<void> {
  const { database, clock, next } = parts
  const departments = planDepartments(employees)
  const today = new Date(clock.now()).toISOString().slice(0, 10)
  const people = planPeople({ employees, departments, today, draw: createDraw(next) })
  const places = await database.write(async (transaction) => ({
    departments: await addDepartments(transaction, departments, clock.now()),
    positions: await addPositions(transaction, departments, clock.now()),
  }))
  const added: Added[] = []
  while (added.length < employees) {
    await database.write(async (transaction) => {
      const first = added.length
      for (let count = 0; count < batch; count += 1) {
        const { value: person, done } = people.next()
        if (done) break
        const manager = person.manager === null ? null : (added[person.manager] ?? null)
        added.push(await addPerson(parts, transaction, { person, places, manager, passwordHash, actor }))
      }
      const [from, to] = [added[first]?.id, added.at(-1)?.id]
      if (from !== undefined) await indexWithin(transaction, from, to)
    })
  }
}

async function addDepartments(
  transaction: Transaction,
  planned: readonly PlannedDepartment[],
  now: number,
): Promise<Places['departments']> {
  const added: { id: number; name: string }[] = []
  for (const { name, code, above } of planned) {
    const { rows } = await transaction.execute(
      insertDepartment({
        name,
        name_key: foldName(name),
        code,
        code_key: foldName(code),
        parent_id: above === null ? null : (added[above]?.id ?? null),
        head_id: null,
        search_key: searchKeyOf([name], [code]),
        created_at: now,
        updated_at: now,
        version: 1,
      }),
    )
    added.push({ id: rows[0]?.id ?? 0, name })
  }
  return added
}

async function addPositions(
  transaction: Transaction,
  departments: readonly PlannedDepartment[],
  now: number,
): Promise<Places['positions']> {
  const positions = new Map<string, number>()
  for (const title of new Set([headTitle, ...departments.flatMap(({ titles }) => titles)])) {
    const { rows } = await transaction.execute(
      insertPosition({
        title,
        title_key: foldName(title),
        search_key: searchKeyOf([title], []),
        created_at: now,
        updated_at: now,
        version: 1,
      }),
    )
    positions.set(title, rows[0]?.id ?? 0)
  }
  return positions
}

/** Who was added, as others name them. */
interface Added {
  readonly id: number
  readonly name: string
}

interface Addition extends Pick<Filling, 'passwordHash' | 'actor'> {
  readonly person: PlannedPerson
  readonly places: Places
  readonly manager: Added | null
}

async function addPerson(
  { audit, clock }: FillParts,
  transaction: Transaction,
  { person, places, manager, passwordHash, actor }: Addition,
): Promise<Added> {
  const department = places.departments[person.department]
  const employee = employeeFields.parse({
    ...person.fields,
    departmentId: department?.id ?? null,
    positionId: places.positions.get(person.title) ?? null,
    managerId: manager?.id ?? null,
  })
  const account = person.account && {
    username: person.account.username,
    accountId: await addPersonsAccount({ audit, clock }, transaction, person, passwordHash, actor),
  }
  const id = await nextIdWithin(transaction)
  await addUnindexedWithin(
    { audit, clock },
    transaction,
    [],
    {
      id,
      employee,
      places: { department: department?.name ?? null, position: person.title, manager: manager?.name ?? null },
      account,
    },
    actor,
  )
  if (person.status !== 'active' || person.leaving) {
    await transaction.execute(
      queries
        .updateTable('employee')
        .set({
          status: person.status,
          leaving_date: person.leaving?.date ?? null,
          leaving_reason: person.leaving?.reason ?? null,
        })
        .where('id', '=', id),
    )
  }
  if (person.isHead && department) {
    await transaction.execute(queries.updateTable('department').set({ head_id: id }).where('id', '=', department.id))
  }
  return { id, name: fullName(employee) }
}

async function addPersonsAccount(
  parts: Pick<FillParts, 'audit' | 'clock'>,
  transaction: Transaction,
  { account, fields, status }: PlannedPerson,
  passwordHash: string,
  actor: AuditActor,
): Promise<number> {
  const { username = '', role = 'employee', hasSignedIn = false } = account ?? {}
  const prepared = {
    username,
    usernameKey: usernameKey(username),
    fullName: fullName({ firstName: fields.firstName, lastName: fields.lastName }),
    role,
    passwordHash,
    recoveryCodeHash: null,
    isTemporary: false,
    usernameField: 'username',
  }
  const { accountId } = await addAccount(parts, transaction, prepared, actor)
  const now = parts.clock.now()
  if (hasSignedIn || status === 'left') {
    await transaction.execute(
      queries
        .updateTable('account')
        .set({ last_sign_in_at: hasSignedIn ? now : null, disabled_at: status === 'left' ? now : null })
        .where('id', '=', accountId),
    )
  }
  return accountId
}
