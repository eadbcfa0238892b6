import type { AuditAction } from '../contract/audit.ts'
import type { CustomField, customFieldFields } from '../contract/custom-fields.ts'
import { Refusal } from '../contract/errors.ts'
import type { z } from '../contract/zod.ts'
import { foldName } from '../database/fold.ts'
import type { Transaction } from '../database/port.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { changesBetween, requireVersion } from '../organisation/changes.ts'
import { change, type OrganisationParts } from '../organisation/parts.ts'
import { choicesOf, storeChoices } from './choices.ts'
import {
  type ChoiceRow,
  deleteField,
  type FieldRow,
  insertField,
  selectChoices,
  selectField,
  selectFieldByName,
  selectFields,
  selectHolders,
  updateField,
  updatePlace,
} from './repository.ts'

export interface CustomFieldsParts extends OrganisationParts {
  /** Has these employees found by what their custom fields hold now. */
  readonly refreshSearchWithin: (transaction: Transaction, employeeIds: readonly number[]) => Promise<void>
}

type Fields = z.output<typeof customFieldFields>
type Known = Pick<CustomField, 'id' | 'version'>

/** The fields that administrators add to employees. Changes throw Refusal `NOT_FOUND`, and `CONFLICT` over a newer version. */
export interface CustomFields {
  list(): Promise<CustomField[]>
  /** Throws Refusal `DUPLICATE` for a name that is taken. */
  add(fields: Fields, actor: ActingPerson): Promise<CustomField>
  /** Throws as `add`, and `REFUSED` for another kind or without a choice that employees have values of. */
  change(known: Known, fields: Fields, actor: ActingPerson): Promise<CustomField>
  /** Puts it into another place of the order, from 0. */
  move(id: number, place: number, actor: ActingPerson): Promise<void>
  /** Asks for it no longer, or again. */
  archive(known: Known, isArchived: boolean, actor: ActingPerson): Promise<CustomField>
  /** Throws Refusal `INVALID_INPUT` where another name was typed than the field's. */
  remove(known: Known, typedName: string, actor: ActingPerson): Promise<void>
}

export function createCustomFields(parts: CustomFieldsParts): CustomFields {
  const { database, audit, clock } = parts

  async function note(
    transaction: Transaction,
    action: AuditAction,
    { id, name }: Pick<CustomField, 'id' | 'name'>,
    changes: ReturnType<typeof changesBetween>,
    actor: ActingPerson,
  ): Promise<void> {
    await audit.append(transaction, { action, actor, subject: { kind: 'custom_field', id, name }, changes })
  }

  async function take(transaction: Transaction, { id, version }: Known): Promise<CustomField> {
    const field = await read(transaction, id)
    requireVersion(field.name, field.version, version)
    return field
  }

  async function refresh(transaction: Transaction, fieldId: number): Promise<void> {
    const { rows } = await transaction.execute(selectHolders({ fieldId }))
    await parts.refreshSearchWithin(
      transaction,
      rows.map(({ employee_id }) => employee_id),
    )
  }

  return {
    async list() {
      const choices = await database.read(selectChoices({}))
      return (await database.read(selectFields({}))).map((row) => toCustomField(row, choices))
    },

    add: (fields, actor) =>
      change(parts, actor, async (transaction) => {
        await refuseDuplicate(transaction, fields.name, 0)
        const { rows } = await transaction.execute(selectFields({}))
        const now = clock.now()
        const stamp = { archived_at: null, created_at: now, updated_at: now, version: 1 }
        const place = Math.max(-1, ...rows.map((row) => row.place)) + 1
        const [inserted] = (await transaction.execute(insertField({ ...columnsOf(fields), place, ...stamp }))).rows
        if (!inserted) throw new Error('the custom field was not inserted')
        await storeChoices(transaction, inserted.id, fields.choices)
        const field = await read(transaction, inserted.id)
        await note(transaction, 'custom_field.added', field, changesBetween(null, described(field)), actor)
        return field
      }),

    change: (known, fields, actor) =>
      change(parts, actor, async (transaction) => {
        const former = await take(transaction, known)
        if (fields.kind !== former.kind) refuseInUse(former)
        await refuseDuplicate(transaction, fields.name, former.id)
        const row = await readRow(transaction, former.id)
        const stamp = { updated_at: clock.now(), version: row.version + 1 }
        await transaction.execute(updateField({ ...row, ...columnsOf(fields), ...stamp }))
        await storeChoices(transaction, former.id, fields.kind === 'choice' ? fields.choices : [])
        const field = await read(transaction, former.id)
        const changes = changesBetween(described(former), described(field))
        await note(transaction, 'custom_field.changed', field, changes, actor)
        if ('choices' in changes || 'private' in changes) await refresh(transaction, field.id)
        return field
      }),

    move: (id, place, actor) =>
      change(parts, actor, async (transaction) => {
        const { rows } = await transaction.execute(selectFields({}))
        const from = rows.findIndex((row) => row.id === id)
        const moved = rows[from]
        if (!moved) throw gone()
        const order = rows.toSpliced(from, 1).toSpliced(place, 0, moved)
        for (const [at, row] of order.entries()) {
          if (row.place !== at) await transaction.execute(updatePlace({ id: row.id, place: at }))
        }
        const [old, now] = [from, order.indexOf(moved)].map((at) => ({ place: String(at + 1) }))
        await note(transaction, 'custom_field.changed', moved, changesBetween(old ?? null, now ?? null), actor)
      }),

    archive: (known, isArchived, actor) =>
      change(parts, actor, async (transaction) => {
        const former = await take(transaction, known)
        const row = await readRow(transaction, former.id)
        const now = clock.now()
        const stamp = { updated_at: now, version: row.version + 1 }
        await transaction.execute(updateField({ ...row, archived_at: isArchived ? now : null, ...stamp }))
        await refresh(transaction, former.id)
        await note(transaction, isArchived ? 'custom_field.archived' : 'custom_field.restored', former, {}, actor)
        return read(transaction, former.id)
      }),

    remove: (known, typedName, actor) =>
      change(parts, actor, async (transaction) => {
        const former = await take(transaction, known)
        if (foldName(typedName) !== foldName(former.name)) {
          const problem = `Type the name of the field, ${former.name}.`
          throw new Refusal('INVALID_INPUT', problem, { fields: { name: problem } })
        }
        const { rows: holders } = await transaction.execute(selectHolders({ fieldId: former.id }))
        await transaction.execute(deleteField(former))
        await parts.refreshSearchWithin(
          transaction,
          holders.map(({ employee_id }) => employee_id),
        )
        await note(transaction, 'custom_field.removed', former, changesBetween(described(former), null), actor)
      }),
  }
}

const gone = () => new Refusal('NOT_FOUND', 'This field does not exist any more.')

async function readRow(transaction: Transaction, id: number): Promise<FieldRow> {
  const [row] = (await transaction.execute(selectField({ id }))).rows
  if (!row) throw gone()
  return row
}

async function read(transaction: Transaction, id: number): Promise<CustomField> {
  return toCustomField(await readRow(transaction, id), await choicesOf(transaction, id))
}

function toCustomField(row: FieldRow, choices: readonly ChoiceRow[]): CustomField {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    kind: row.kind,
    help: row.help,
    isRequired: row.is_required === 1,
    isPrivate: row.is_private === 1,
    choices: choices.filter(({ field_id }) => field_id === row.id).map(({ id, name }) => ({ id, name })),
    isArchived: row.archived_at !== null,
    values: row.values ?? 0,
  }
}

const columnsOf = ({ name, kind, help, isRequired, isPrivate }: Fields) => ({
  name,
  name_key: foldName(name),
  kind,
  help,
  is_required: isRequired ? 1 : 0,
  is_private: isPrivate ? 1 : 0,
})

/** What the audit tells of a field. */
const described = ({ name, kind, help, isRequired, isPrivate, choices }: CustomField) => ({
  name,
  kind,
  help: help || null,
  required: isRequired ? 'yes' : 'no',
  private: isPrivate ? 'yes' : 'no',
  choices: choices.map((choice) => choice.name).join(', ') || null,
})

async function refuseDuplicate(transaction: Transaction, name: string, exceptId: number): Promise<void> {
  const { rows } = await transaction.execute(selectFieldByName({ name_key: foldName(name), exceptId }))
  if (!rows[0]) return
  const problem = `There is a field ${rows[0].name} already.`
  throw new Refusal('DUPLICATE', problem, { fields: { 'field.name': problem } })
}

function refuseInUse({ name, values }: CustomField): void {
  if (values === 0) return
  const who = values === 1 ? '1 employee has' : `${values} employees have`
  const problem = `${who} a value in ${name}: its kind cannot be changed any more.`
  throw new Refusal('REFUSED', problem, { fields: { 'field.kind': problem } })
}
