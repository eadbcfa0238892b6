import type { Audit, AuditActor } from '../audit/audit.ts'
import type { CustomValues } from '../contract/custom-fields.ts'
import { Refusal } from '../contract/errors.ts'
import type { ImportCounts } from '../contract/imports.ts'
import { type Definition, readDefinitions } from '../custom-fields/values.ts'
import type { Database, Transaction } from '../database/port.ts'
import type { EmployeeFields } from '../employees/fields.ts'
import { customIn } from '../employees/record.ts'
import { createReindexing, type Reindexing } from '../employees/reindexing.ts'
import { type EmployeeRow, nextIdWithin, selectEmployee } from '../employees/repository.ts'
import { indexWithin } from '../employees/search-repository.ts'
import { addUnindexedWithin, changeEmployeeWithin, firstVersion, type WritingParts } from '../employees/writing.ts'
import { type Checked, check, type Mapped } from './checking.ts'
import { fieldsOf, type Previous } from './former.ts'
import { rememberedOf } from './mapping.ts'
import { createNewPlaces } from './new-places.ts'
import { createPlaceNames } from './place-names.ts'
import type { Progress } from './progress.ts'
import { deleteImports, insertImport, insertImportRow, selectChangeSince, writeHeadings } from './repository.ts'
import type { StagedRow, Staging } from './staging-store.ts'

export interface RunningParts extends WritingParts {
  readonly database: Pick<Database, 'read' | 'write'>
  readonly staging: Staging
  readonly fileName: string
  readonly actor: AuditActor
  readonly mapped: Mapped
  readonly checked: Checked
}

export interface Imported {
  readonly importId: number
  readonly created: number
  readonly changed: number
}

/** Somebody changes something between the dry run and the import; thrice in a row is no accident any more. */
const tries = 3

/** Of whoever is added so many are taken into the search together. */
const indexedTogether = 2000

/**
 * Writes what a dry run found good: everything in one transaction, so that a kill leaves all of it or nothing. Where
 * somebody changed employees since, the dry run is made again first, and has to find the same.
 * @throws Refusal `CONFLICT` where it finds something else; ImportCancelled
 */
export async function runImport(parts: RunningParts, progress: Progress): Promise<Imported> {
  let { checked } = parts
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const imported = await parts.database.write((transaction) => writeWithin(transaction, parts, checked, progress))
    if (imported) return imported
    const again = await check(parts.database, parts.staging, parts.mapped, progress)
    if (!isEqual(again.counts, checked.counts)) throw changedMeanwhile()
    checked = again
  }
  throw changedMeanwhile()
}

const changedMeanwhile = () =>
  new Refusal('CONFLICT', 'Employees were changed since the file was checked. Check it again, then import.')

const isEqual = (one: ImportCounts, other: ImportCounts) => JSON.stringify(one) === JSON.stringify(other)

/** @returns null where the dry run may not be true any more; then nothing was written */
async function writeWithin(
  transaction: Transaction,
  parts: RunningParts,
  { counts, auditEntry }: Checked,
  progress: Progress,
): Promise<Imported | null> {
  const { rows: changes } = await transaction.execute(selectChangeSince({ entry: auditEntry }))
  if (changes.length > 0) return null
  const { audit, clock, fileName, actor, staging, mapped } = parts
  const noting = notingImport(audit, fileName)
  const places = await createNewPlaces({ transaction, audit: noting, clock, actor }, counts)
  await transaction.execute(deleteImports({}))
  const [begun] = (
    await transaction.execute(
      insertImport({
        file_name: fileName,
        imported_at: clock.now(),
        imported_by: actor.username,
        created: counts.new,
        changed: counts.changed,
        departments: JSON.stringify(places.departments),
        positions: JSON.stringify(places.positions),
      }),
    )
  ).rows
  if (!begun) throw new Error('the import was not inserted')
  const writer = {
    transaction,
    writing: { audit: noting, clock },
    actor,
    definitions: await readDefinitions(transaction),
    namesOf: createPlaceNames(transaction),
    changed: createReindexing(transaction),
    nextId: await nextIdWithin(transaction),
  }
  const search = indexingIn(transaction)
  const idsByRow = new Map<number, number>()
  const total = counts.new + counts.changed
  let done = 0
  for (const staged of staging.staged()) {
    const employee = {
      ...staged.employee,
      departmentId: places.departmentOf(staged.newDepartment) ?? staged.employee.departmentId,
      positionId: places.positionOf(staged.newPosition) ?? staged.employee.positionId,
      managerId: staged.managerRow === null ? staged.employee.managerId : needed(idsByRow.get(staged.managerRow)),
    }
    const written = await writeEmployee(writer, staged, employee)
    idsByRow.set(staged.row, written.id)
    if (written.previous === null) await search.add(written.id)
    await transaction.execute(
      insertImportRow({
        import_id: begun.id,
        employee_id: written.id,
        version: written.version,
        previous: written.previous && JSON.stringify(written.previous),
      }),
    )
    done += 1
    progress(done, total)
  }
  await search.finish()
  await writer.changed.finish()
  await transaction.execute(
    writeHeadings({ value: JSON.stringify(rememberedOf(mapped.headings, mapped.mapping, writer.definitions)) }),
  )
  await audit.append(transaction, {
    action: 'employees.imported',
    actor,
    subject: { kind: 'import', id: begun.id, name: fileName },
    changes: {
      created: { old: null, new: String(counts.new) },
      changed: { old: null, new: String(counts.changed) },
      skipped: { old: null, new: String(counts.bad) },
    },
  })
  return { importId: begun.id, created: counts.new, changed: counts.changed }
}

interface Written {
  readonly id: number
  readonly version: number
  /** The fields before; null for somebody new. */
  readonly previous: Previous | null
}

interface Writer {
  readonly transaction: Transaction
  readonly writing: WritingParts
  readonly actor: AuditActor
  readonly definitions: readonly Definition[]
  readonly namesOf: ReturnType<typeof createPlaceNames>
  readonly changed: Reindexing
  /** The id of whoever is added next. */
  nextId: number
}

async function writeEmployee(
  writer: Writer,
  { employeeId, custom }: StagedRow,
  employee: EmployeeFields,
): Promise<Written> {
  const { transaction, writing, actor, definitions, namesOf, changed } = writer
  if (employeeId === null) {
    const id = writer.nextId
    writer.nextId += 1
    const added = { id, employee, custom, places: await namesOf(employee), account: null }
    await addUnindexedWithin(writing, transaction, definitions, added, actor)
    return { id, version: firstVersion, previous: null }
  }
  const row = needed((await transaction.execute(selectEmployee({ id: employeeId }))).rows[0])
  await changeEmployeeWithin(writing, transaction, row, employee, actor, { custom, reindex: changed.later })
  return { id: employeeId, version: row.version + 1, previous: { ...fieldsOf(row), custom: valuesOf(row, custom) } }
}

/** What somebody had in these custom fields, the empty string for none. */
function valuesOf(row: EmployeeRow, written: CustomValues): CustomValues {
  const former = customIn(row)
  return Object.fromEntries(Object.keys(written).map((id) => [id, former[id] ?? '']))
}

/** Takes those into the search who were added, whose ids follow each other. */
function indexingIn(transaction: Transaction) {
  let waiting: number[] = []
  async function finish(): Promise<void> {
    const [first] = waiting
    if (first !== undefined) await indexWithin(transaction, first, waiting.at(-1))
    waiting = []
  }
  return {
    async add(id: number): Promise<void> {
      waiting.push(id)
      if (waiting.length === indexedTogether) await finish()
    },
    finish,
  }
}

/** The dry run has seen to it that there is one. */
function needed<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('what the dry run has found is gone')
  return value
}

/** Each employee's own history says by which file they came, or were changed. */
export const notingImport = (audit: Audit, fileName: string): Audit => ({
  append: (transaction, record) =>
    audit.append(transaction, { ...record, changes: { ...record.changes, import: { old: null, new: fileName } } }),
})
