import type { AuditActor } from '../audit/audit.ts'
import type { CustomValues } from '../contract/custom-fields.ts'
import { Refusal } from '../contract/errors.ts'
import type { Transaction } from '../database/port.ts'
import { type EmployeeFields, nameOf } from '../employees/fields.ts'
import { createReindexing } from '../employees/reindexing.ts'
import { selectEmployee } from '../employees/repository.ts'
import { rebuildIndexWithin } from '../employees/search-repository.ts'
import { changeEmployeeWithin, type WritingParts } from '../employees/writing.ts'
import type { Previous } from './former.ts'
import { organisationWithin } from './new-places.ts'
import type { Progress } from './progress.ts'
import { lineUp } from './reporting.ts'
import {
  clearManagers,
  deleteEmployee,
  deleteImports,
  forgetNumbers,
  type ImportedRow,
  type ImportRow,
  selectFollowers,
  selectImportRows,
  selectLastImport,
  selectLedDepartments,
  selectPeople,
  selectPortrayed,
} from './repository.ts'

export interface Undone {
  readonly removed: number
  readonly restored: number
}

/**
 * Takes the last import back, inside a transaction: whoever came with it is removed, whoever was changed is as before,
 * and what was made for it goes where nothing else belongs to it by now.
 * @throws Refusal `NOT_FOUND` for an import that is not the last, `REFUSED` where somebody was touched since
 */
export async function undoWithin(
  transaction: Transaction,
  { audit, clock }: WritingParts,
  importId: number,
  actor: AuditActor,
  progress: Progress,
): Promise<Undone> {
  const [last] = (await transaction.execute(selectLastImport({}))).rows
  if (last?.id !== importId) throw new Refusal('NOT_FOUND', 'This import cannot be undone any more.')
  const { rows } = await transaction.execute(selectImportRows({ import_id: importId }))
  await refuseTouched(transaction, last, rows)

  const changes = { import: { old: last.file_name, new: null } }
  const writing: WritingParts = {
    clock,
    audit: {
      append: (at, record) => audit.append(at, { ...record, changes: { ...record.changes, ...changes } }),
    },
  }
  const restored = rows.flatMap(({ employee_id, previous }) =>
    previous === null ? [] : [{ id: employee_id, ...formerOf(previous) }],
  )
  const created = rows.filter(({ previous }) => previous === null)
  let done = 0
  const step = () => {
    done += 1
    progress(done, rows.length)
  }
  const changed = createReindexing(transaction)
  for (const { id, fields, custom } of await managersFirst(transaction, restored)) {
    const [row] = (await transaction.execute(selectEmployee({ id }))).rows
    if (row) await changeEmployeeWithin(writing, transaction, row, fields, actor, { custom, reindex: changed.later })
    step()
  }
  await transaction.execute(clearManagers({ import_id: importId }))
  await transaction.execute(forgetNumbers({ import_id: importId }))
  for (const row of created) {
    const id = row.employee_id
    await transaction.execute(deleteEmployee({ id }))
    await audit.append(transaction, {
      action: 'employee.removed',
      actor,
      subject: { kind: 'employee', id, name: nameOf(row) },
      changes,
    })
    step()
  }
  if (created.length > 0) await rebuildIndexWithin(transaction)
  else await changed.finish()
  await removePlaces(transaction, { audit, clock }, last, actor)
  await transaction.execute(deleteImports({}))
  await audit.append(transaction, {
    action: 'employees.import_undone',
    actor,
    subject: { kind: 'import', id: importId, name: last.file_name },
  })
  return { removed: created.length, restored: restored.length }
}

async function refuseTouched(transaction: Transaction, last: ImportRow, rows: readonly ImportedRow[]): Promise<void> {
  const refuse = (why: string) => new Refusal('REFUSED', `This import cannot be undone: ${why}`)
  if (rows.length < last.created + last.changed) throw refuse('somebody who came with it was removed since.')
  const touched = rows.find((row) => row.present_version !== row.version)
  if (touched) throw refuse(`${nameOf(touched)} was changed since.`)
  const [portrayed] = (await transaction.execute(selectPortrayed({ import_id: last.id }))).rows
  if (portrayed) throw refuse(`${nameOf(portrayed)} was given a photo since.`)
  const [follower] = (await transaction.execute(selectFollowers({ import_id: last.id }))).rows
  if (follower) throw refuse(`${nameOf(follower)} reports to somebody who came with it.`)
  const [led] = (await transaction.execute(selectLedDepartments({ import_id: last.id }))).rows
  if (led) throw refuse(`${led.name} is led by somebody who came with it.`)
}

interface Restored {
  readonly id: number
  readonly fields: EmployeeFields
  readonly custom: CustomValues
}

function formerOf(previous: string): Omit<Restored, 'id'> {
  const { custom, ...fields } = JSON.parse(previous) as Previous
  return { fields, custom }
}

/** From the top down, so that nobody comes to report to themselves on the way. */
async function managersFirst(transaction: Transaction, restored: readonly Restored[]): Promise<readonly Restored[]> {
  const { rows } = await transaction.execute(selectPeople({}))
  const standing = new Map(rows.map((person) => [person.id, { name: nameOf(person), manager: person.manager_id }]))
  const lines = restored.map(({ id, fields }) => ({ row: id, person: id, name: '', manager: fields.managerId }))
  const byId = new Map(restored.map((one) => [one.id, one]))
  return lineUp(lines, standing, new Set()).order.flatMap((id) => byId.get(id) ?? [])
}

/** Removes what the import made, from the bottom up; what is in use by now, or was changed, stays. */
async function removePlaces(
  transaction: Transaction,
  parts: WritingParts,
  { departments, positions }: ImportRow,
  actor: AuditActor,
): Promise<void> {
  const organisation = organisationWithin({ transaction, ...parts })
  const person = { ...actor, historyId: 0 }
  const madeVersion = 1
  const steps = [
    ...(JSON.parse(departments) as number[])
      .reverse()
      .map((id) => () => organisation.departments.remove(id, madeVersion, person)),
    ...(JSON.parse(positions) as number[]).map((id) => () => organisation.positions.remove(id, madeVersion, person)),
  ]
  for (const remove of steps) {
    await remove().catch((thrown: unknown) => {
      if (!(thrown instanceof Refusal)) throw thrown
    })
  }
}
