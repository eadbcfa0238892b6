/**
 * Who will report to whom once an import is done. People who are there already are numbered by their ids, those who
 * come with the file by minus their row.
 */

/** A row of the file as the reporting line needs it. */
export interface ReportingRow {
  readonly row: number
  /** The person: an id, or minus the row. */
  readonly person: number
  readonly name: string
  /** To whom they are to report; null for nobody. */
  readonly manager: number | null
}

/** Who is there already. */
export interface Standing {
  readonly name: string
  readonly manager: number | null
}

export interface Reporting {
  /** The rows that cannot be, with why: in a circle, or under somebody new whose own row is bad. */
  readonly problems: ReadonlyMap<number, string>
  /** The rows that can be written, managers before those who report to them. */
  readonly order: readonly number[]
}

/**
 * Looks for circles over everybody, with the rows that stay good: a bad row is left out, and whom it would have changed
 * reports to whom they did before.
 * @param bad rows that are bad already
 */
export function lineUp(
  rows: readonly ReportingRow[],
  standing: ReadonlyMap<number, Standing>,
  bad: ReadonlySet<number>,
): Reporting {
  const problems = new Map<number, string>()
  const byPerson = new Map(rows.map((row) => [row.person, row]))
  const reports = new Map<number, ReportingRow[]>()
  for (const row of rows) {
    if (row.manager === null || row.manager >= 0) continue
    const others = reports.get(row.manager)
    if (others) others.push(row)
    else reports.set(row.manager, [row])
  }
  const isGood = ({ row }: ReportingRow): boolean => !bad.has(row) && !problems.has(row)
  const nameOf = (person: number): string => byPerson.get(person)?.name ?? standing.get(person)?.name ?? ''

  function managerOf(person: number): number | null {
    const row = byPerson.get(person)
    return row && isGood(row) ? row.manager : (standing.get(person)?.manager ?? null)
  }

  /** Whoever was to report to somebody who does not come does not come either. */
  function leaveOut(first: ReportingRow): void {
    const left = [first]
    for (let row = left.pop(); row; row = left.pop()) {
      if (row.person >= 0) continue
      for (const report of reports.get(row.person) ?? []) {
        if (!isGood(report)) continue
        problems.set(report.row, `The manager ${row.name} stands in row ${row.row}, which cannot be imported.`)
        left.push(report)
      }
    }
  }

  for (const row of rows) if (bad.has(row.row)) leaveOut(row)
  // Who is left out reports to whom they did before, which may close another circle.
  for (let found = circles(); found.length > 0; found = circles()) {
    for (const circle of found) {
      const inFile = circle.flatMap((person) => byPerson.get(person) ?? []).filter(isGood)
      for (const row of inFile) {
        const from = circle.indexOf(row.person)
        const path = [...circle.slice(from), ...circle.slice(0, from), row.person].map(nameOf).join(' → ')
        problems.set(row.row, `Nobody can report to themselves: ${path}.`)
      }
      for (const row of inFile) leaveOut(row)
    }
  }

  /** Every circle, once: each person has one manager, so no two circles meet. */
  function circles(): number[][] {
    const found: number[][] = []
    const finished = new Set<number>()
    for (const { person: first } of rows) {
      const path = new Map<number, number>()
      let person: number | null = first
      while (person !== null && !finished.has(person) && !path.has(person)) {
        path.set(person, path.size)
        person = managerOf(person)
      }
      const trail = [...path.keys()]
      const start = person === null ? undefined : path.get(person)
      if (start !== undefined && trail.slice(start).some((member) => isInFile(member))) found.push(trail.slice(start))
      for (const member of trail) finished.add(member)
    }
    return found
  }

  function isInFile(person: number): boolean {
    const row = byPerson.get(person)
    return row !== undefined && isGood(row)
  }

  return { problems, order: fromTheTop(rows.filter(isGood), byPerson, managerOf) }
}

function fromTheTop(
  rows: readonly ReportingRow[],
  byPerson: ReadonlyMap<number, ReportingRow>,
  managerOf: (person: number) => number | null,
): number[] {
  const wanted = new Set(rows.map(({ person }) => person))
  const placed = new Set<number>()
  const order: number[] = []
  for (const { person: first } of rows) {
    const trail: number[] = []
    const met = new Set<number>()
    for (let person: number | null = first; person !== null && !placed.has(person) && !met.has(person); ) {
      met.add(person)
      trail.push(person)
      person = managerOf(person)
    }
    for (const person of trail.reverse()) {
      placed.add(person)
      if (wanted.has(person)) order.push(byPerson.get(person)?.row ?? 0)
    }
  }
  return order
}
