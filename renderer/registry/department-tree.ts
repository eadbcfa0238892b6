import type { Department } from '../../electron/contract/organisation.ts'

/** What places a department. */
type Node = Pick<Department, 'id' | 'name' | 'parentId'>

/** A department in its place: how deep it stands, and its name after those of the departments above it. */
export interface PlacedDepartment<Known extends Node = Department> {
  readonly department: Known
  /** 0 at the top. */
  readonly depth: number
  /** Such as `Sales › Field`. */
  readonly path: string
  /** The path of the department that it stands below; empty at the top. */
  readonly above: string
}

/**
 * The departments in the order of a tree that is read from above: each followed by those below it. None is lost from
 * sight: what stands below nothing that is known stands at the top, and so does the first one of a circle.
 * @param departments in the order in which departments of one parent are to stand
 */
export function placed<Known extends Node>(departments: readonly Known[]): readonly PlacedDepartment<Known>[] {
  const known = new Set(departments.map(({ id }) => id))
  const below = Map.groupBy(departments, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const met = new Set<Known>()
  const place = (department: Known, depth: number, above: string): readonly PlacedDepartment<Known>[] => {
    if (met.has(department)) return []
    met.add(department)
    const path = above === '' ? department.name : `${above} › ${department.name}`
    const under = below.get(department.id) ?? []
    return [{ department, depth, path, above }, ...under.flatMap((child) => place(child, depth + 1, path))]
  }
  // After those at the top only circles are left.
  return [...(below.get(null) ?? []), ...departments].flatMap((department) => place(department, 0, ''))
}

/** What stands below a department, at any depth. */
export function standingBelow(tree: readonly PlacedDepartment[], id: number): readonly PlacedDepartment[] {
  const at = tree.findIndex(({ department }) => department.id === id)
  const own = tree[at]
  if (!own) return []
  const after = tree.slice(at + 1)
  const end = after.findIndex(({ depth }) => depth <= own.depth)
  return end === -1 ? after : after.slice(0, end)
}

/** The employees of a department and of those below it. */
export const employeesWithin = (tree: readonly PlacedDepartment[], { id, employees }: Department): number =>
  standingBelow(tree, id).reduce((sum, { department }) => sum + department.employees, employees)
