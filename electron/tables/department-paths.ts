/** A department as its path needs it. */
interface Department {
  readonly id: number
  readonly name: string
  readonly parentId: number | null
}

const separator = ' / '

/**
 * By a department's id its name after those of the departments above it, such as `Sales / North`: how a table of
 * employees names it. Where a name holds the separator itself two departments can have one path.
 */
export function departmentPaths(departments: readonly Department[]): ReadonlyMap<number, string> {
  const byId = new Map(departments.map((department) => [department.id, department]))
  const upwards = (from: Department): readonly Department[] => {
    // A circle that is in the data already ends where it would begin anew.
    const met = new Set<Department>()
    for (let at: Department | undefined = from; at && !met.has(at); ) {
      met.add(at)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    return [...met]
  }
  return new Map(
    departments.map((department) => [
      department.id,
      upwards(department)
        .map(({ name }) => name)
        .reverse()
        .join(separator),
    ]),
  )
}
