import { existsSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import type { CustomValues } from '../contract/custom-fields.ts'
import type { ImportProblem } from '../contract/imports.ts'
import { createPrivateFile } from '../database/private-files.ts'
import type { EmployeeFields } from '../employees/fields.ts'

/** What a row that can be read says of an employee. */
export interface Candidate {
  readonly row: number
  /** The employee whom it changes; null for a new one. */
  readonly employeeId: number | null
  /** What does not exist yet is null here and named beside. */
  readonly employee: EmployeeFields
  /** What its columns say for custom fields, in the canonical form. */
  readonly custom: CustomValues
  readonly newDepartment: string | null
  readonly newPosition: string | null
}

/** A row that is to be written. */
export interface StagedRow extends Candidate {
  /** The row of the manager where they come with the same import: they have no number of ours before. */
  readonly managerRow: number | null
}

/** Who comes in which turn, and whose manager is new. */
export interface Turn {
  readonly row: number
  readonly managerRow: number | null
  /** The manager who is there already. */
  readonly managerId: number | null
}

export interface StagedProblem extends ImportProblem {
  /** Orders the mistakes of one row; -1 for the row as a whole. */
  readonly columnIndex: number
}

/** The rows of a file and what the dry run made of them, in a private database of their own beside the company's. */
export interface Staging {
  addRows(rows: Iterable<readonly [row: number, cells: readonly string[]]>): void
  rows(): IterableIterator<readonly [row: number, cells: readonly string[]]>
  /** Forgets what an earlier dry run found. */
  clearFindings(): void
  addCandidates(candidates: Iterable<Candidate>): void
  /** Says which candidates are to be written, in which order. */
  addTurns(turns: Iterable<Turn>): void
  staged(): IterableIterator<StagedRow>
  addProblems(problems: Iterable<StagedProblem>): void
  /** The bad rows with what is wrong with each. */
  badRows(): IterableIterator<readonly [cells: readonly string[], problems: readonly string[]]>
  close(): void
}

const tables = `
  CREATE TABLE line (row INTEGER PRIMARY KEY, cells TEXT NOT NULL) STRICT;
  CREATE TABLE candidate (row INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE turn (turn INTEGER PRIMARY KEY, row INTEGER NOT NULL, manager_row INTEGER, manager_id INTEGER) STRICT;
  CREATE TABLE problem (
    id INTEGER PRIMARY KEY, row INTEGER NOT NULL, column_index INTEGER NOT NULL,
    heading TEXT NOT NULL, value TEXT NOT NULL, message TEXT NOT NULL
  ) STRICT;
  CREATE INDEX problem_by_row ON problem (row, column_index, id);
`

const companions = ['', '-journal', '-wal', '-shm'] as const

/** Removes a staging database, also one that a kill left behind. */
export function removeStaging(file: string): void {
  for (const companion of companions) rmSync(`${file}${companion}`, { force: true })
}

/** Makes an empty one in the place of any other. */
export function createStaging(file: string): Staging {
  removeStaging(file)
  createPrivateFile(file)
  return openStaging(file, tables)
}

/** Opens one that is there. It is thrown away after a kill, so nothing waits for the disk. */
export function openStaging(file: string, definitions = ''): Staging {
  const connection = new Sqlite(file, { fileMustExist: true })
  connection.pragma('journal_mode = MEMORY')
  connection.pragma('synchronous = OFF')
  connection.exec(definitions)
  const insertLine = connection.prepare('INSERT INTO line (row, cells) VALUES (?, ?)')
  const insertCandidate = connection.prepare('INSERT INTO candidate (row, content) VALUES (?, ?)')
  const insertTurn = connection.prepare('INSERT INTO turn (row, manager_row, manager_id) VALUES (?, ?, ?)')
  const insertProblem = connection.prepare(
    'INSERT INTO problem (row, column_index, heading, value, message) VALUES (?, ?, ?, ?, ?)',
  )
  const inOne = <Item>(items: Iterable<Item>, insert: (item: Item) => void) =>
    connection.transaction(() => {
      for (const item of items) insert(item)
    })()

  return {
    addRows: (rows) => inOne(rows, ([row, cells]) => insertLine.run(row, JSON.stringify(cells))),
    *rows() {
      // Page after page: while a statement is stepped through, nothing can be written.
      const page = connection.prepare('SELECT row, cells FROM line WHERE row > ? ORDER BY row LIMIT 500')
      for (let after = 0; ; ) {
        const lines = page.all(after) as { row: number; cells: string }[]
        for (const { row, cells } of lines) yield [row, JSON.parse(cells) as string[]] as const
        const last = lines.at(-1)
        if (!last) return
        after = last.row
      }
    },
    clearFindings: () => {
      connection.exec('DELETE FROM candidate; DELETE FROM turn; DELETE FROM problem')
    },
    addCandidates: (candidates) =>
      inOne(candidates, (candidate) => insertCandidate.run(candidate.row, JSON.stringify(candidate))),
    addTurns: (turns) => inOne(turns, ({ row, managerRow, managerId }) => insertTurn.run(row, managerRow, managerId)),
    *staged() {
      const rows = connection
        .prepare('SELECT content, manager_row, manager_id FROM turn JOIN candidate USING (row) ORDER BY turn')
        .iterate() as IterableIterator<{ content: string; manager_row: number | null; manager_id: number | null }>
      for (const { content, manager_row, manager_id } of rows) {
        const candidate = JSON.parse(content) as Candidate
        yield { ...candidate, employee: { ...candidate.employee, managerId: manager_id }, managerRow: manager_row }
      }
    },
    addProblems: (problems) =>
      inOne(problems, ({ row, columnIndex, column, value, message }) =>
        insertProblem.run(row, columnIndex, column, value, message),
      ),
    *badRows() {
      const rows = connection
        .prepare(
          `SELECT line.cells, json_group_array(problem.message ORDER BY problem.column_index, problem.id) AS problems
          FROM line JOIN problem ON problem.row = line.row GROUP BY line.row ORDER BY line.row`,
        )
        .iterate()
      for (const { cells, problems } of rows as IterableIterator<{ cells: string; problems: string }>) {
        yield [JSON.parse(cells) as string[], JSON.parse(problems) as string[]] as const
      }
    },
    close: () => {
      connection.close()
    },
  }
}

/** A page of what is wrong, in the order of the rows; short enough to be read where windows wait. */
export function readProblems(file: string, offset: number, limit: number): ImportProblem[] {
  if (!existsSync(file)) return []
  const connection = new Sqlite(file, { fileMustExist: true, readonly: true })
  try {
    return connection
      .prepare(
        'SELECT row, heading AS column, value, message FROM problem ORDER BY row, column_index, id LIMIT ? OFFSET ?',
      )
      .all(limit, offset) as ImportProblem[]
  } finally {
    connection.close()
  }
}
