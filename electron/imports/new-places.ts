import type { Audit, AuditActor } from '../audit/audit.ts'
import type { ImportCounts } from '../contract/imports.ts'
import { foldName } from '../database/fold.ts'
import type { Transaction } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import { createDepartments, type Departments } from '../organisation/departments.ts'
import { createPositions, type Positions } from '../organisation/positions.ts'
import { selectDepartments } from '../organisation/repository.ts'
import { departmentPaths } from '../tables/department-paths.ts'
import { pathKey, pathsDownTo } from './places.ts'

export interface PlacesParts {
  readonly transaction: Transaction
  readonly audit: Audit
  readonly clock: Clock
  readonly actor: AuditActor
}

/** The departments and positions that an import has made, by the texts that asked for them. */
export interface NewPlaces {
  /** Their ids, those above before those below. */
  readonly departments: readonly number[]
  readonly positions: readonly number[]
  departmentOf(path: string | null): number | null
  positionOf(title: string | null): number | null
}

/** The acts of the organisation inside a transaction that is open; whose session it is was seen to before it began. */
export function organisationWithin({ transaction, audit, clock }: Omit<PlacesParts, 'actor'>): {
  readonly departments: Departments
  readonly positions: Positions
} {
  const refused = async () => {
    throw new Error('only the transaction at hand may be used')
  }
  const parts = {
    database: { read: refused, exclusively: refused, close: refused, write: (work) => work(transaction) },
    audit,
    clock,
    lifecycle: { requireOpenWithin: async () => {} },
    onChanged: () => {},
  } satisfies Parameters<typeof createDepartments>[0]
  return { departments: createDepartments(parts), positions: createPositions(parts) }
}

/** Makes what does not exist yet, with the departments above it. */
export async function createNewPlaces(
  parts: PlacesParts,
  { newDepartments, newPositions }: Pick<ImportCounts, 'newDepartments' | 'newPositions'>,
): Promise<NewPlaces> {
  const { transaction, actor } = parts
  const organisation = organisationWithin(parts)
  // The session of whoever imports was asked for before this began.
  const person = { ...actor, historyId: 0 }
  const { rows } = await transaction.execute(selectDepartments({}))
  const paths = departmentPaths(rows.map(({ id, name, parent_id }) => ({ id, name, parentId: parent_id })))
  const departmentsByPath = new Map([...paths].map(([id, path]) => [pathKey(path), id]))
  const departments: number[] = []
  for (const path of newDepartments.flatMap(pathsDownTo)) {
    if (departmentsByPath.has(pathKey(path))) continue
    const above = pathsDownTo(path).at(-2)
    const parentId = above === undefined ? null : (departmentsByPath.get(pathKey(above)) ?? null)
    const name = path.slice(above === undefined ? 0 : above.length + ' / '.length)
    const { id } = await organisation.departments.add({ name, code: '', parentId, headId: null }, person)
    departmentsByPath.set(pathKey(path), id)
    departments.push(id)
  }
  const positionsByTitle = new Map<string, number>()
  for (const title of newPositions) {
    positionsByTitle.set(foldName(title), (await organisation.positions.add({ title }, person)).id)
  }
  return {
    departments,
    positions: [...positionsByTitle.values()],
    departmentOf: (path) => (path === null ? null : (departmentsByPath.get(pathKey(path)) ?? null)),
    positionOf: (title) => (title === null ? null : (positionsByTitle.get(foldName(title)) ?? null)),
  }
}
