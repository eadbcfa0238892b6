import type { Dependents } from '../contract/employee-archive.ts'
import { Refusal } from '../contract/errors.ts'
import type { Query } from '../database/port.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import type { ArchivingParts } from './archiving.ts'
import { selectSuccessions } from './archiving-repository.ts'
import { nameOf } from './fields.ts'
import { handOver } from './handing-over.ts'
import { countOwned, deleteAccount, deleteEmployee, selectRecoverable } from './purging-repository.ts'
import { type EmployeeRow, selectEmployee, selectHeadedBy, selectReports } from './repository.ts'
import { removeFromIndexWithin } from './search-repository.ts'
import { type Known, takeEmployee } from './taking.ts'

/** How an employee is deleted for good. */
export interface Purging {
  /** What goes with an employee. Throws Refusal `NOT_FOUND`. */
  readDependents(id: number): Promise<Dependents>
  /**
   * Deletes an archived employee with all that was known of them, and the account with its sessions and properties, in
   * one transaction. What stays: the number, which is never given again, and the entries of the audit without their
   * values; see docs/decisions/0037-purge.md.
   * @param typed their full name, as whoever purges them typed it
   * @throws Refusal as `takeEmployee`, `REFUSED` for who is not archived or can sign in, `INVALID_INPUT` for another name
   */
  purge(known: Known, typed: string, actor: ActingPerson): Promise<void>
}

export function createPurging(parts: ArchivingParts): Purging {
  const { database, audit, lifecycle, clock } = parts

  async function readDependents(id: number): Promise<Dependents> {
    const read = <Row>(query: Query<Row>) => database.read(query)
    const [row] = await read(selectEmployee({ id }))
    if (!row) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
    const accountId = row.account_id ?? 0
    const [counts] = await read(countOwned({ id, accountId }))
    return {
      reports: (await read(selectReports({ id }))).length,
      departments: (await read(selectHeadedBy({ id }))).map(({ name }) => name),
      successions: (await read(selectSuccessions({ id }))).length,
      account:
        row.username === null
          ? null
          : {
              username: row.username,
              stays: (await read(selectRecoverable({ id: accountId }))).length > 0,
              sessions: counts?.sessions ?? 0,
              keptProperties: counts?.kept_properties ?? 0,
            },
      historyEntries: counts?.history_entries ?? 0,
    }
  }

  return {
    readDependents,

    async purge(known, typed, actor) {
      await database.write(async (transaction) => {
        const row = await takeEmployee(lifecycle, transaction, known, actor)
        requirePurgeable(row)
        if (typed !== nameOf(row)) {
          const problem = `Type ${nameOf(row)} exactly as it stands here.`
          throw new Refusal('INVALID_INPUT', problem, { fields: { name: problem } })
        }
        const { id, account_id: accountId } = row
        // What is written now names nobody whose values are about to be deleted.
        await handOver(
          { audit, now: clock.now() },
          transaction,
          { ...row, first_name: row.employee_number, last_name: '' },
          null,
          actor,
        )
        await removeFromIndexWithin(transaction, row)
        await deleteEmployee(transaction, { id, accountId: accountId ?? 0 })
        if (accountId !== null) {
          const { rows } = await transaction.execute(selectRecoverable({ id: accountId }))
          await deleteAccount(transaction, accountId, rows.length > 0)
        }
        await audit.append(transaction, {
          action: 'employee.purged',
          actor,
          subject: { kind: 'employee', id, name: row.employee_number },
        })
      })
    },
  }
}

function requirePurgeable(row: EmployeeRow): void {
  if (row.archived_at === null) throw new Refusal('REFUSED', `Archive ${nameOf(row)} first.`)
  if (row.account_id !== null && row.disabled_at === null) {
    throw new Refusal('REFUSED', `${nameOf(row)} can still sign in. Disable the account first.`)
  }
}
