import { readAuditHead } from '../audit/head.ts'
import type { CustomValues } from '../contract/custom-fields.ts'
import { unknownEmployee } from '../contract/employees.ts'
import type { ImportCounts, ImportField, ImportOptions } from '../contract/imports.ts'
import { foldName } from '../database/fold.ts'
import type { Database } from '../database/port.ts'
import { type EmployeeFields, nameOf } from '../employees/fields.ts'
import { employeeNumberKey } from '../employees/keys.ts'
import { customIn } from '../employees/record.ts'
import { selectEmployee } from '../employees/repository.ts'
import { customCellsReader } from './custom-cells.ts'
import { createFindings } from './findings.ts'
import { fieldsOf, isSame } from './former.ts'
import { type Known, readKnown } from './known.ts'
import type { Found } from './places.ts'
import type { Progress } from './progress.ts'
import { lineUp, type ReportingRow } from './reporting.ts'
import type { Staging } from './staging-store.ts'
import { createUniqueness, type Uniqueness } from './uniqueness.ts'
import { type FieldProblem, readFields } from './values.ts'

export interface Mapped {
  readonly headings: readonly string[]
  readonly mapping: readonly (ImportField | null)[]
  readonly options: ImportOptions
}

/** What a dry run found. */
export interface Checked {
  readonly counts: ImportCounts
  /** The newest entry of the audit before it: what was changed since may make it untrue. */
  readonly auditEntry: number
}

/** What is held of every row at once. */
interface Line extends ReportingRow {
  /** The employee whom the row changes. */
  readonly employeeId: number | null
  /** Whether it differs from what is there, apart from the manager. */
  readonly isChanged: boolean
  readonly newDepartment: string | null
  readonly newPosition: string | null
  /** The number of the manager as the cell has it; undefined where no column says. */
  readonly managerNumber: string | undefined
}

type Reader = Pick<Database, 'read'>

const progressEvery = 200

/**
 * The dry run: what each row of the staged file would do, and what is wrong with it. Writes nothing but its findings,
 * into the staging database.
 */
export async function check(database: Reader, staging: Staging, mapped: Mapped, progress: Progress): Promise<Checked> {
  const auditEntry = (await readAuditHead(database))?.id ?? 0
  const known = await readKnown(database, mapped.options)
  const columns = mapped.mapping.flatMap((field, column) => (field === null ? [] : [[field, column] as const]))
  const uniqueness = createUniqueness(known, mapped.options)
  const readCustom = customCellsReader(
    known.definitions,
    columns.map(([field]) => field),
  )
  const findings = createFindings(staging, mapped.headings, new Map(columns))
  const lines: Line[] = []
  staging.clearFindings()

  for (const [row, cells] of staging.rows()) {
    const values = new Map(columns.map(([field, column]) => [field, cells[column] ?? '']))
    const problems: FieldProblem[] = []
    if (cells.slice(mapped.headings.length).some((cell) => cell.trim() !== '')) {
      problems.push([null, 'This row has more cells than there are headings.'])
    }
    const parts = { row, values, known, uniqueness, mapped, readCustom, problems }
    const { line, employee, custom } = await readLine(database, parts)
    findings.note(row, cells, problems)
    lines.push(line)
    const { employeeId, newDepartment, newPosition } = line
    if (employee) findings.add({ row, employeeId, employee, custom, newDepartment, newPosition })
    if (lines.length % progressEvery === 0) progress(lines.length, null)
  }

  const touched: Line[] = []
  let unchanged = 0
  for (const line of lines) {
    const { manager, problem } = managerOf(line, known, uniqueness)
    const former = line.employeeId === null ? undefined : known.byId.get(line.employeeId)
    if (former && !line.isChanged && problem === null && manager === former.manager_id) {
      if (!findings.bad.has(line.row)) unchanged += 1
      continue
    }
    if (former && former.archived_at !== null) {
      findings.note(line.row, [], [[null, `${nameOf(former)} is archived. Restore them first.`]])
    }
    const wrong = problem ?? isGone(manager, known)
    if (wrong !== null) findings.note(line.row, [], [['managerId', wrong, line.managerNumber ?? '']])
    touched.push({ ...line, manager })
  }

  const standing = new Map(
    [...known.byId].map(([id, person]) => [id, { name: nameOf(person), manager: person.manager_id }]),
  )
  const { problems: refused, order } = lineUp(touched, standing, findings.bad)
  const byRow = new Map(touched.map((line) => [line.row, line]))
  for (const [row, message] of refused) {
    findings.note(row, [], [['managerId', message, byRow.get(row)?.managerNumber ?? '']])
  }
  findings.flush()

  const good = order.flatMap((row) => byRow.get(row) ?? [])
  staging.addTurns(good.map(({ row, manager }) => ({ row, ...pointing(manager) })))
  const added = good.filter(({ employeeId }) => employeeId === null).length
  return {
    auditEntry,
    counts: {
      new: added,
      changed: good.length - added,
      unchanged,
      bad: findings.bad.size,
      problems: findings.problems(),
      newDepartments: distinct(good.map(({ newDepartment }) => newDepartment)),
      newPositions: distinct(good.map(({ newPosition }) => newPosition)),
    },
  }
}

interface RowParts {
  readonly row: number
  readonly values: ReadonlyMap<ImportField, string>
  readonly known: Known
  readonly uniqueness: Uniqueness
  readonly mapped: Mapped
  readonly readCustom: ReturnType<typeof customCellsReader>
  /** Grows by what is wrong with the row. */
  readonly problems: FieldProblem[]
}

async function readLine(
  database: Reader,
  { row, values, known, uniqueness, mapped, readCustom, problems }: RowParts,
): Promise<{ readonly line: Line; readonly employee: EmployeeFields | null; readonly custom: CustomValues }> {
  const number = (values.get('employeeNumber') ?? '').trim()
  const present = mapped.options.updateByNumber ? known.byNumber.get(employeeNumberKey(number)) : undefined
  const [stored] = present ? await database.read(selectEmployee({ id: present.id })) : []
  const former = stored ? fieldsOf(stored) : null
  const employeeId = stored?.id ?? null
  problems.push(...uniqueness.number(number, row))
  // The number says who is meant; how it is spelt in the file changes nothing.
  const cells = former ? new Map([...values, ['employeeNumber', former.employeeNumber] as const]) : values
  const { employee: read, problems: wrong } = readFields(cells, former ?? unknownEmployee)
  const custom = readCustom(values, stored === undefined)
  problems.push(...wrong, ...custom.problems)
  if (read) problems.push(...uniqueness.email(read.workEmail, employeeId, row))
  const department = placeIn(values.get('departmentId'), former?.departmentId, known.findDepartment)
  const position = placeIn(values.get('positionId'), former?.positionId, known.findPosition)
  if (department.problem !== null) problems.push(['departmentId', department.problem])
  if (position.problem !== null) problems.push(['positionId', position.problem])
  const employee = read && { ...read, departmentId: department.id, positionId: position.id }
  return {
    employee,
    custom: custom.values,
    line: {
      row,
      person: employeeId ?? -row,
      name: employee ? nameOf({ first_name: employee.firstName, last_name: employee.lastName }) : number,
      manager: former?.managerId ?? null,
      managerNumber: values.get('managerId'),
      employeeId,
      isChanged:
        former === null ||
        employee === null ||
        !isSame(former, employee) ||
        differs(custom.values, stored ? customIn(stored) : {}) ||
        (department.missing ?? position.missing) !== null,
      newDepartment: department.missing,
      newPosition: position.missing,
    },
  }
}

/** Whether what a row says for custom fields is not what the employee has. */
const differs = (now: CustomValues, former: CustomValues): boolean =>
  Object.entries(now).some(([id, value]) => value !== (former[id] ?? ''))

interface Place {
  readonly id: number | null
  readonly missing: string | null
  readonly problem: string | null
}

/** Where a cell points; without its column, where it pointed before. */
function placeIn(cell: string | undefined, former: number | null | undefined, find: (text: string) => Found): Place {
  const nowhere: Place = { id: null, missing: null, problem: null }
  if (cell === undefined) return { ...nowhere, id: former ?? null }
  const text = cell.trim()
  return text === '' ? nowhere : { ...nowhere, ...find(text) }
}

interface Manager {
  readonly manager: number | null
  readonly problem: string | null
}

/** To whom a row is to report: by the number in its cell somebody who is there, or else who comes with a row. */
function managerOf({ managerNumber, manager: former }: Line, known: Known, uniqueness: Uniqueness): Manager {
  const key = employeeNumberKey(managerNumber ?? '')
  if (managerNumber !== undefined && key === '') return { manager: null, problem: null }
  const row = uniqueness.rowOf(key)
  const manager =
    managerNumber === undefined ? former : (known.byNumber.get(key)?.id ?? (row === undefined ? null : -row))
  if (manager === null && managerNumber !== undefined) {
    return { manager, problem: `Nobody has the employee number ${managerNumber.trim()}, here or in the file.` }
  }
  return { manager, problem: null }
}

/** Nobody who is written can come to report to somebody who has left or is archived. */
function isGone(manager: number | null, known: Known): string | null {
  const person = manager === null ? undefined : known.byId.get(manager)
  if (person === undefined) return null
  if (person.status === 'left') return `${nameOf(person)} has left. Choose somebody else.`
  return person.archived_at === null ? null : `${nameOf(person)} is archived. Choose somebody else.`
}

function pointing(manager: number | null) {
  const isNew = manager !== null && manager < 0
  return { managerRow: isNew ? -manager : null, managerId: isNew ? null : manager }
}

/** Each text once, however it is spelt. */
function distinct(texts: readonly (string | null)[]): string[] {
  const byKey = new Map<string, string>()
  for (const text of texts) {
    if (text !== null && !byKey.has(foldName(text))) byKey.set(foldName(text), text)
  }
  return [...byKey.values()]
}
