import type { EmployeeRecord } from '../contract/employees.ts'
import { Refusal } from '../contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { createAccountOf } from './account-creating.ts'
import { createArchiving } from './archiving.ts'
import { conflict } from './conflict.ts'
import { createLeaving, type LeavingParts } from './leaving.ts'
import { readList } from './listing.ts'
import { createNumbering, type Numbering } from './numbering.ts'
import { createOwnRecord } from './own-record.ts'
import { createPurging } from './purging.ts'
import { toEmployeeRecord, toEmployeeSummary } from './record.ts'
import { type Registered, type RegisteringParts, type Registration, register } from './registering.ts'
import { countEmployees, type EmployeeRow, selectEmployee } from './repository.ts'
import { changeStatus } from './status.ts'
import { changeEmployeeWithin } from './writing.ts'

export interface EmployeesParts extends RegisteringParts, Pick<LeavingParts, 'disableAccountWithin' | 'log' | 'pause'> {
  /** Told after every change that was committed. */
  readonly onChanged: () => void
}

/**
 * The rules of the employee registry. What they refuse is thrown as a `Refusal`; who changes something is refused with
 * `UNAUTHENTICATED` where their session ended while the call was under way.
 */
export interface EmployeeService {
  /** One page of those whom the filter means, in the order asked for. */
  list(input: ParsedInputOf<'employees', 'list'>): Promise<OutputOf<'employees', 'list'>>
  /** How many are registered and not archived. */
  count(): Promise<number>
  /** Throws `NOT_FOUND`. */
  read(id: number): Promise<EmployeeRecord>
  /** See `register`. */
  register(registration: Registration, actor: ActingPerson): Promise<Registered>
  /** See `createOwnRecord`. */
  createOwn(input: ParsedInputOf<'employees', 'createOwn'>, actor: ActingPerson): Promise<EmployeeRecord>
  /** Throws `NOT_FOUND`, `CONFLICT` over a newer version, `DUPLICATE`, and as `placesOf`. Without a change no version is made. */
  update(input: ParsedInputOf<'employees', 'update'>, actor: ActingPerson): Promise<EmployeeRecord>
  /** See `Leaving`, as the two below. */
  offboard(input: ParsedInputOf<'employees', 'offboard'>, actor: ActingPerson): Promise<EmployeeRecord>
  cancelLeaving(input: ParsedInputOf<'employees', 'cancelLeaving'>, actor: ActingPerson): Promise<EmployeeRecord>
  rehire(input: ParsedInputOf<'employees', 'rehire'>, actor: ActingPerson): Promise<EmployeeRecord>
  /** See `changeStatus`. */
  changeStatus(input: ParsedInputOf<'employees', 'changeStatus'>, actor: ActingPerson): Promise<EmployeeRecord>
  /** Lets everybody leave whose last day is over. */
  leaveDue(): Promise<void>
  /** See `Archiving`, as the next. */
  archive(input: ParsedInputOf<'employees', 'archive'>, actor: ActingPerson): Promise<EmployeeRecord>
  restore(input: ParsedInputOf<'employees', 'restore'>, actor: ActingPerson): Promise<EmployeeRecord>
  /** See `createAccountOf`. */
  createAccount(
    input: ParsedInputOf<'employees', 'createAccount'>,
    actor: ActingPerson,
  ): Promise<OutputOf<'employees', 'createAccount'>>
  readonly numbering: Numbering
  /** See `Purging`, as the next. */
  readDependents(id: number): Promise<OutputOf<'employees', 'readDependents'>>
  purge(input: ParsedInputOf<'employees', 'purge'>, actor: ActingPerson): Promise<void>
}

export function createEmployeeService(parts: EmployeesParts): EmployeeService {
  const { database, audit, clock, lifecycle, onChanged } = parts
  const leaving = createLeaving(parts)
  const archiving = createArchiving(parts)
  const purging = createPurging(parts)
  const numbering = createNumbering(parts)

  async function count(): Promise<number> {
    const [row] = await database.read(countEmployees())
    return row?.count ?? 0
  }

  async function read(id: number): Promise<EmployeeRecord> {
    const [row] = await database.read(selectEmployee({ id }))
    return toEmployeeRecord(found(row))
  }

  /** The employee after a change that was made. */
  async function changed(id: number, change: Promise<void>): Promise<EmployeeRecord> {
    await change
    onChanged()
    return read(id)
  }

  return {
    count,

    offboard: ({ id, version, leaving: fields }, actor) => changed(id, leaving.offboard(id, version, fields, actor)),
    cancelLeaving: ({ id, version }, actor) => changed(id, leaving.cancel(id, version, actor)),
    rehire: ({ id, version, rehire }, actor) => changed(id, leaving.rehire(id, version, rehire, actor)),
    changeStatus: ({ status, ...known }, actor) => changed(known.id, changeStatus(parts, known, status, actor)),
    async leaveDue() {
      if ((await leaving.leaveDue()) > 0) onChanged()
    },

    archive: (known, actor) => changed(known.id, archiving.archive(known, actor)),
    restore: (known, actor) => changed(known.id, archiving.restore(known, actor)),
    async createAccount(input, actor) {
      const created = await createAccountOf(parts, input, actor)
      onChanged()
      return created
    },
    readDependents: purging.readDependents,
    numbering,
    async purge({ name, ...known }, actor) {
      await purging.purge(known, name, actor)
      onChanged()
    },

    async list({ filter, ...page }) {
      const registered = await count()
      const { total, rows } = await readList(database, filter, page, registered)
      return { total, registered, rows: rows.map(toEmployeeSummary) }
    },

    read,

    async register(registration, actor) {
      const registered = await register(parts, registration, actor)
      onChanged()
      return registered
    },

    async createOwn(input, actor) {
      const created = await createOwnRecord(parts, input, actor)
      onChanged()
      return created
    },

    async update({ id, version, employee, ...besides }, actor) {
      const saved = await database.write(async (transaction) => {
        await lifecycle.requireOpenWithin(transaction, actor)
        const row = found((await transaction.execute(selectEmployee({ id }))).rows[0])
        if (row.version !== version) throw await conflict(transaction, toEmployeeRecord(row), version)
        if (!(await changeEmployeeWithin({ audit, clock }, transaction, row, employee, actor, besides)))
          return toEmployeeRecord(row)
        return toEmployeeRecord(found((await transaction.execute(selectEmployee({ id }))).rows[0]))
      })
      if (saved.version !== version) onChanged()
      return saved
    },
  }
}

function found(row: EmployeeRow | undefined): EmployeeRow {
  if (!row) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
  return row
}
