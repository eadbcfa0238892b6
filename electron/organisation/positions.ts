import type { AuditAction } from '../contract/audit.ts'
import { Refusal } from '../contract/errors.ts'
import type { Position, positionFields } from '../contract/organisation.ts'
import type { z } from '../contract/zod.ts'
import { foldName } from '../database/fold.ts'
import type { Transaction } from '../database/port.ts'
import { searchKeyOf } from '../database/search-key.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { changesBetween, requireVersion } from './changes.ts'
import { inOrder } from './order.ts'
import { change, type OrganisationParts } from './parts.ts'
import {
  deletePosition,
  insertPosition,
  type PositionRow,
  selectPosition,
  selectPositionByTitle,
  selectPositions,
  updatePosition,
} from './repository.ts'

export type PositionFields = z.output<typeof positionFields>

export interface Positions {
  list(): Promise<Position[]>
  /** Throws Refusal `DUPLICATE`. */
  add(fields: PositionFields, actor: ActingPerson): Promise<Position>
  /** Throws Refusal `DUPLICATE`, `NOT_FOUND`, `CONFLICT`. Without a change no version is made. */
  change(id: number, version: number, fields: PositionFields, actor: ActingPerson): Promise<Position>
  /** Throws Refusal `NOT_FOUND`, `CONFLICT`, `REFUSED` while somebody is in it. */
  remove(id: number, version: number, actor: ActingPerson): Promise<void>
}

export function createPositions(parts: OrganisationParts): Positions {
  const { database, audit, clock } = parts

  async function write(
    transaction: Transaction,
    former: PositionRow | null,
    { title }: PositionFields,
    actor: ActingPerson,
  ): Promise<Position> {
    if (former?.title === title) return toPosition(former)
    await refuseDuplicate(transaction, title, former?.id ?? 0)
    const now = clock.now()
    const columns = {
      title,
      title_key: foldName(title),
      search_key: searchKeyOf([title], []),
      updated_at: now,
      version: (former?.version ?? 0) + 1,
    }
    if (former) await transaction.execute(updatePosition({ ...columns, id: former.id }))
    const inserted = former
      ? former
      : (await transaction.execute(insertPosition({ ...columns, created_at: now }))).rows[0]
    if (!inserted) throw new Error('the position was not inserted')
    await note(transaction, former ? 'position.changed' : 'position.added', inserted.id, former, title, actor)
    return toPosition({ ...columns, id: inserted.id, employees: former?.employees ?? 0 })
  }

  async function note(
    transaction: Transaction,
    action: AuditAction,
    id: number,
    former: PositionRow | null,
    title: string | null,
    actor: ActingPerson,
  ): Promise<void> {
    await audit.append(transaction, {
      action,
      actor,
      subject: { kind: 'position', id, name: title ?? former?.title ?? null },
      changes: changesBetween(former && { title: former.title }, { title }),
    })
  }

  async function take(transaction: Transaction, id: number, version: number): Promise<PositionRow> {
    const [former] = (await transaction.execute(selectPosition({ id }))).rows
    if (!former) throw new Refusal('NOT_FOUND', 'This position does not exist any more.')
    requireVersion(former.title, former.version, version)
    return former
  }

  return {
    list: async () => inOrder((await database.read(selectPositions({}))).map(toPosition), ({ title }) => title),

    add: (fields, actor) => change(parts, actor, (transaction) => write(transaction, null, fields, actor)),

    change: (id, version, fields, actor) =>
      change(parts, actor, async (transaction) =>
        write(transaction, await take(transaction, id, version), fields, actor),
      ),

    remove: (id, version, actor) =>
      change(parts, actor, async (transaction) => {
        const former = await take(transaction, id, version)
        const employees = former.employees ?? 0
        if (employees > 0) {
          const who = employees === 1 ? '1 employee is' : `${employees} employees are`
          throw new Refusal('REFUSED', `${who} ${former.title}. Give them another position first.`)
        }
        await transaction.execute(deletePosition({ id }))
        await note(transaction, 'position.removed', id, former, null, actor)
      }),
  }
}

async function refuseDuplicate(transaction: Transaction, title: string, exceptId: number): Promise<void> {
  const { rows } = await transaction.execute(selectPositionByTitle({ title_key: foldName(title), exceptId }))
  if (!rows[0]) return
  const problem = `There is a position ${rows[0].title} already.`
  throw new Refusal('DUPLICATE', problem, { fields: { 'position.title': problem } })
}

const toPosition = ({ id, version, title, employees }: PositionRow): Position => ({
  id,
  version,
  title,
  employees: employees ?? 0,
})
