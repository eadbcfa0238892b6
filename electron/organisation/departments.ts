import { Refusal } from '../contract/errors.ts'
import type { Department, departmentFields } from '../contract/organisation.ts'
import type { z } from '../contract/zod.ts'
import { foldName } from '../database/fold.ts'
import type { Transaction } from '../database/port.ts'
import { searchKeyOf } from '../database/search-key.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { changesBetween, type Named, requireVersion } from './changes.ts'
import { inOrder } from './order.ts'
import { change, type OrganisationParts } from './parts.ts'
import {
  countDepartmentsBelow,
  type DepartmentRow,
  deleteDepartment,
  insertDepartment,
  selectDepartment,
  selectDepartmentByCode,
  selectDepartmentByName,
  selectDepartments,
  selectEmployeeName,
  updateDepartment,
} from './repository.ts'
import { circleOf, type Node, pathOf } from './tree.ts'

export type DepartmentFields = z.output<typeof departmentFields>

/** What the audit tells of a department. */
interface Described {
  readonly name: string
  readonly code: string | null
  /** By its path. */
  readonly parent: Named | null
  readonly head: Named | null
}

export interface Departments {
  list(): Promise<Department[]>
  /** Throws Refusal `DUPLICATE`, `INVALID_INPUT` for a parent or a head that is gone. */
  add(fields: DepartmentFields, actor: ActingPerson): Promise<Department>
  /** Throws as `add`, and `NOT_FOUND`, `CONFLICT`, `REFUSED` for a circle. Without a change no version is made. */
  change(id: number, version: number, fields: DepartmentFields, actor: ActingPerson): Promise<Department>
  /** Throws Refusal `NOT_FOUND`, `CONFLICT`, `REFUSED` while something belongs to it. */
  remove(id: number, version: number, actor: ActingPerson): Promise<void>
}

export function createDepartments(parts: OrganisationParts): Departments {
  const { database, audit, clock } = parts

  async function write(
    transaction: Transaction,
    former: DepartmentRow | null,
    fields: DepartmentFields,
    actor: ActingPerson,
  ): Promise<Department> {
    const nodes = await readTree(transaction)
    if (former) refuseCircle(nodes, former.id, fields.parentId)
    const head = await headOf(transaction, fields.headId)
    const parent = parentOf(nodes, fields.parentId)
    const described: Described = { name: fields.name, code: fields.code || null, parent, head }
    const changes = changesBetween(former && describe(former, nodes), described)
    if (former && Object.keys(changes).length === 0) return toDepartment(former)
    await refuseDuplicates(transaction, fields, former?.id ?? 0)
    const columns = columnsOf(fields, clock.now(), (former?.version ?? 0) + 1)
    const id = former?.id ?? (await insert(transaction, columns))
    if (former) await transaction.execute(updateDepartment({ ...columns, id }))
    await audit.append(transaction, {
      action: former ? 'department.changed' : 'department.added',
      actor,
      subject: { kind: 'department', id, name: fields.name },
      changes,
    })
    return toDepartment(await read(transaction, id))
  }

  return {
    list: async () => inOrder((await database.read(selectDepartments({}))).map(toDepartment), ({ name }) => name),

    add: (fields, actor) => change(parts, actor, (transaction) => write(transaction, null, fields, actor)),

    change: (id, version, fields, actor) =>
      change(parts, actor, async (transaction) => {
        const former = await read(transaction, id)
        requireVersion(former.name, former.version, version)
        return write(transaction, former, fields, actor)
      }),

    remove: (id, version, actor) =>
      change(parts, actor, async (transaction) => {
        const former = await read(transaction, id)
        requireVersion(former.name, former.version, version)
        const [below] = (await transaction.execute(countDepartmentsBelow({ id }))).rows
        refuseInUse(former, below?.count ?? 0)
        await transaction.execute(deleteDepartment({ id }))
        await audit.append(transaction, {
          action: 'department.removed',
          actor,
          subject: { kind: 'department', id, name: former.name },
          changes: changesBetween(describe(former, await readTree(transaction)), null),
        })
      }),
  }
}

async function insert(transaction: Transaction, columns: ReturnType<typeof columnsOf>): Promise<number> {
  const [inserted] = (await transaction.execute(insertDepartment({ ...columns, created_at: columns.updated_at }))).rows
  if (!inserted) throw new Error('the department was not inserted')
  return inserted.id
}

async function readTree(transaction: Transaction): Promise<ReadonlyMap<number, Node>> {
  const { rows } = await transaction.execute(selectDepartments({}))
  return new Map(rows.map(({ id, name, parent_id }) => [id, { id, name, parentId: parent_id }]))
}

function columnsOf({ name, code, parentId, headId }: DepartmentFields, now: number, version: number) {
  return {
    name,
    name_key: foldName(name),
    code: code || null,
    code_key: code === '' ? null : foldName(code),
    parent_id: parentId,
    head_id: headId,
    search_key: searchKeyOf([name], [code]),
    updated_at: now,
    version,
  }
}

function toDepartment(row: DepartmentRow): Department {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    code: row.code ?? '',
    parentId: row.parent_id,
    head: headIn(row),
    employees: row.employees ?? 0,
  }
}

const headIn = ({ head_id, head_first_name, head_last_name }: DepartmentRow): Named | null =>
  head_id === null ? null : { id: head_id, name: `${head_first_name ?? ''} ${head_last_name ?? ''}`.trim() }

function describe(row: DepartmentRow, nodes: ReadonlyMap<number, Node>): Described {
  return {
    name: row.name,
    code: row.code,
    parent: parentOf(nodes, row.parent_id),
    head: headIn(row),
  }
}

function refuseCircle(nodes: ReadonlyMap<number, Node>, id: number, parentId: number | null): void {
  const circle = circleOf(nodes, id, parentId)
  if (circle === null) return
  const problem = `A department cannot stand below itself: ${circle.join(' → ')}. Choose another parent department.`
  throw new Refusal('REFUSED', problem, { fields: { 'department.parentId': problem } })
}

function parentOf(nodes: ReadonlyMap<number, Node>, parentId: number | null): Named | null {
  if (parentId === null) return null
  if (nodes.has(parentId)) return { id: parentId, name: pathOf(nodes, parentId) }
  throw gone('department.parentId', 'The parent department does not exist any more. Choose another one.')
}

async function headOf(transaction: Transaction, headId: number | null): Promise<Named | null> {
  if (headId === null) return null
  const [head] = (await transaction.execute(selectEmployeeName({ id: headId }))).rows
  if (head) return { id: headId, name: `${head.first_name} ${head.last_name}`.trim() }
  throw gone('department.headId', 'This employee does not work here any more. Choose somebody else.')
}

const gone = (field: string, problem: string) => new Refusal('INVALID_INPUT', problem, { fields: { [field]: problem } })

async function refuseDuplicates(
  transaction: Transaction,
  { name, code, parentId }: DepartmentFields,
  exceptId: number,
): Promise<void> {
  const byName = { name_key: foldName(name), parentId: parentId ?? 0, exceptId }
  const { rows: names } = await transaction.execute(selectDepartmentByName(byName))
  const code_key = code === '' ? null : foldName(code)
  const { rows: codes } = await transaction.execute(selectDepartmentByCode({ code_key, exceptId }))
  const fields: Record<string, string> = {}
  if (names[0]) fields['department.name'] = `There is a department ${names[0].name} in the same place already.`
  if (codes[0]) fields['department.code'] = `The code ${code} already belongs to ${codes[0].name}.`
  const problems = Object.values(fields)
  if (problems.length > 0) throw new Refusal('DUPLICATE', problems.join(' '), { fields })
}

function refuseInUse({ name, employees }: DepartmentRow, below: number): void {
  const kinds = [
    [employees ?? 0, 'employee', 'employees'],
    [below, 'department', 'departments'],
  ] as const
  const what = kinds.filter(([count]) => count > 0).map(([count, one, many]) => `${count} ${count === 1 ? one : many}`)
  if (what.length === 0) return
  const belong = what.length === 1 && what[0]?.startsWith('1 ') ? 'belongs' : 'belong'
  throw new Refusal('REFUSED', `${what.join(' and ')} ${belong} to ${name}. Move them to another department first.`)
}

async function read(transaction: Transaction, id: number): Promise<DepartmentRow> {
  const [row] = (await transaction.execute(selectDepartment({ id }))).rows
  if (!row) throw new Refusal('NOT_FOUND', 'This department does not exist any more.')
  return row
}
