import { call } from './call.ts'
import { type CustomKey, customKey } from './custom-fields.ts'
import { type EmployeeInput, unknownEmployee } from './employees.ts'
import { id, instant, nothing } from './fields.ts'
import { z } from './zod.ts'

/** The bounds of a file: beyond them it is refused in words. */
export const importLimits = { bytes: 50 * 1024 * 1024, rows: 200_000, columns: 200 } as const

/** What a column of a file can be taken for: a field of every employee, or a custom one. */
export type ImportField = keyof EmployeeInput | CustomKey

/** The fields of every employee. */
export const importFields = Object.keys(unknownEmployee) as [keyof EmployeeInput, ...(keyof EmployeeInput)[]]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'workbook'] as const

export type Encoding = (typeof encodings)[number]

const count = z.number().int().nonnegative()

/** What each column of the file is taken for, in the order of the columns; null is left alone. */
export const importMapping = z
  .array(z.union([z.enum(importFields), customKey]).nullable())
  .min(1)
  .max(importLimits.columns)

export const importOptions = z.strictObject({
  /** Whether a row with the number of an employee changes that employee; else it is a mistake. */
  updateByNumber: z.boolean(),
  /** Whether departments and positions that do not exist yet are made. */
  createMissing: z.boolean(),
})

export type ImportOptions = z.output<typeof importOptions>

/** The file that is to be imported, as it was read. */
const importFile = z.strictObject({
  name: z.string(),
  /** Rows below the headings. */
  rows: count,
  encoding: z.enum(encodings),
  /** What parts the cells; null in a workbook. */
  delimiter: z.string().nullable(),
})

/** What the dry run found: each row is of one kind. */
export const importCounts = z.strictObject({
  new: count,
  changed: count,
  unchanged: count,
  bad: count,
  /** Mistakes in all bad rows together. */
  problems: count,
  /** What would be made, the departments by their paths. */
  newDepartments: z.array(z.string()),
  newPositions: z.array(z.string()),
})

export type ImportCounts = z.infer<typeof importCounts>

/** The import that was made last, while it can be undone. */
export const lastImport = z.strictObject({
  id,
  fileName: z.string(),
  at: instant,
  by: z.string(),
  created: count,
  changed: count,
})

export type LastImport = z.infer<typeof lastImport>

export const importActs = ['reading', 'checking', 'importing', 'undoing'] as const

/** Why the last act did not come about, in a sentence; null where it did. */
const problem = z.string().nullable()

/** Where an administrator's import stands. */
export const importState = z.discriminatedUnion('kind', [
  /** No file is chosen. */
  z.strictObject({ kind: z.literal('none'), last: lastImport.nullable(), problem }),
  z.strictObject({
    kind: z.literal('working'),
    act: z.enum(importActs),
    fileName: z.string(),
    /** Rows that are done. */
    done: count,
    /** Rows in all, once that is known. */
    total: count.nullable(),
  }),
  /** The file is read; `checked` once the dry run was made, with the mapping and the options that it was made with. */
  z.strictObject({
    kind: z.literal('ready'),
    file: importFile,
    headings: z.array(z.string()),
    /** The first rows, long cells shortened. */
    sample: z.array(z.array(z.string())),
    mapping: importMapping,
    options: importOptions,
    checked: importCounts.nullable(),
    problem,
  }),
  z.strictObject({
    kind: z.literal('done'),
    fileName: z.string(),
    created: count,
    changed: count,
    unchanged: count,
    skipped: count,
    /** Null once it cannot be undone any more. */
    last: lastImport.nullable(),
    problem,
  }),
])

export type ImportState = z.infer<typeof importState>

/** A mistake in a row. Rows count as a spreadsheet counts them: the headings are row 1. */
export const importProblem = z.strictObject({
  row: z.number().int().positive(),
  /** The heading of the column; empty where the row as a whole is meant. */
  column: z.string(),
  /** What stands in the cell, shortened. */
  value: z.string(),
  message: z.string(),
})

export type ImportProblem = z.infer<typeof importProblem>

/** Most mistakes of one page. */
export const longestProblemPage = 100

const state = z.strictObject({ state: importState })

/**
 * The import of employees from a file, which main itself opens and reads. An act that takes long has only begun when
 * its call is answered; `imports.changed` tells of each step, and `read` where it stands.
 */
export const importCalls = {
  read: call({ access: 'admin', input: nothing, output: state }),
  /** Lets the person choose a file and begins to read it; without a choice nothing changes. */
  choose: call({ access: 'admin', recentPassword: true, input: nothing, output: state }),
  /** Begins the dry run. */
  check: call({
    access: 'admin',
    input: z.strictObject({ mapping: importMapping, options: importOptions }),
    output: state,
  }),
  /** A page of what the dry run found wrong, in the order of the rows. */
  problems: call({
    access: 'admin',
    input: z.strictObject({ offset: count, limit: z.number().int().min(1).max(longestProblemPage) }),
    output: z.strictObject({ total: count, problems: z.array(importProblem) }),
  }),
  /** Begins to import what was checked: all rows or none, or all but the bad ones. */
  run: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ skipBad: z.boolean() }),
    output: state,
  }),
  /** Writes the bad rows, with what is wrong, to a file that the person chooses and that can be imported again. */
  saveBadRows: call({
    access: 'admin',
    recentPassword: true,
    input: nothing,
    output: z.strictObject({ saved: z.boolean() }),
  }),
  /** Stops the act under way; without one, drops the file. */
  cancel: call({ access: 'admin', input: nothing, output: state }),
  /** Begins to take the last import back. */
  undo: call({ access: 'admin', recentPassword: true, input: z.strictObject({ id }), output: state }),
} as const

export const importEvents = {
  'imports.changed': z.strictObject({}),
} as const
