import type { Department } from '../../../electron/contract/organisation.ts'

/** A department in its place: how deep it stands, and its name after those of the departments above it. */
export interface PlacedDepartment {
  readonly department: Department
  /** 0 at the top. */
  readonly depth: number
  /** Such as `Sales › Field`. */
  readonly path: string
}

/**
 * The departments in the order of a tree that is read from above: each followed by those below it. What stands below
 * nothing that is known stands at the top, so that nobody is lost from sight.
 * @param departments in the order in which departments of one parent are to stand
 */
export function placed(departments: readonly Department[]): readonly PlacedDepartment[] {
  const known = new Set(departments.map(({ id }) => id))
  const below = Map.groupBy(departments, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const place = (parentId: number | null, depth: number, above: string): readonly PlacedDepartment[] =>
    (below.get(parentId) ?? []).flatMap((department) => {
      const path = above === '' ? department.name : `${above} › ${department.name}`
      return [{ department, depth, path }, ...place(department.id, depth + 1, path)]
    })
  return place(null, 0, '')
}
