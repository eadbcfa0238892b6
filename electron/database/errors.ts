import Sqlite from 'better-sqlite3'

export type DatabaseErrorKind =
  /** No room on the disk, or a size limit was reached. */
  | 'full'
  /** Another process holds the database. */
  | 'busy'
  | 'read-only'
  | 'corrupt'
  | 'not-a-database'
  | 'cannot-open'
  | 'constraint'
  /** Written by a newer version of Staffdesk. */
  | 'newer'
  /** A database of another program. */
  | 'foreign'
  | 'missing'
  /** The file is there, but it holds no tables. */
  | 'empty'
  | 'migration-failed'
  | 'closed'
  | 'unknown'

/** The rule that refused a row. */
export interface Constraint {
  readonly kind: 'unique' | 'not-null' | 'check' | 'foreign-key' | 'type' | 'trigger' | 'other'
  /** Its columns as `table.column`, where SQLite names them. */
  readonly columns: readonly string[]
  /** Its name, or the expression of a nameless check, or what the trigger says. */
  readonly name: string | null
}

interface Particulars {
  readonly constraint?: Constraint | undefined
  /** SQLite's extended result code. */
  readonly code?: string | undefined
  readonly cause?: unknown
}

/** What the database, its file or its disk refuses. The message goes to the log; it holds no values of rows. */
export class DatabaseError extends Error {
  readonly kind: DatabaseErrorKind
  readonly constraint: Constraint | null
  readonly code: string | null

  constructor(kind: DatabaseErrorKind, message: string, particulars: Particulars = {}) {
    super(message, { cause: particulars.cause })
    this.name = 'DatabaseError'
    this.kind = kind
    this.constraint = particulars.constraint ?? null
    this.code = particulars.code ?? null
  }
}

/** A defect in the calling code: the port was used in a way that could lose data or never end. */
export class DatabaseMisuseError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'DatabaseMisuseError'
  }
}

/**
 * Whether a row was refused because another one already has this value.
 * @param column `table.column`, such as `account.username_key`
 */
export function isDuplicate(thrown: unknown, column: string): boolean {
  return (
    thrown instanceof DatabaseError &&
    thrown.constraint?.kind === 'unique' &&
    thrown.constraint.columns.includes(column)
  )
}

/** Any error of better-sqlite3 as a `DatabaseError`; one that already is comes back as it is. */
export function asDatabaseError(thrown: unknown): DatabaseError {
  if (thrown instanceof DatabaseError) return thrown
  if (thrown instanceof Sqlite.SqliteError) {
    const { code, message } = thrown
    const kind = kindOf(code)
    const constraint = kind === 'constraint' ? constraintOf(code, message) : undefined
    return new DatabaseError(kind, `${code}: ${message}`, { constraint, code, cause: thrown })
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new DatabaseError(kindOfPlainError(thrown, message), message, { cause: thrown })
}

/** Codes that say more than their family does. */
const kindsByCode: Readonly<Record<string, DatabaseErrorKind>> = {
  SQLITE_FULL: 'full',
  SQLITE_IOERR_WRITE: 'full',
  SQLITE_IOERR_SHMSIZE: 'full',
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_PERM: 'cannot-open',
}

const kindsByFamily: readonly (readonly [string, DatabaseErrorKind])[] = [
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  ['SQLITE_CONSTRAINT', 'constraint'],
]

function kindOf(code: string): DatabaseErrorKind {
  const family = kindsByFamily.find(([prefix]) => code.startsWith(prefix))
  return kindsByCode[code] ?? family?.[1] ?? 'unknown'
}

/** better-sqlite3 itself, and Node's file system, throw errors without a code of SQLite's. */
function kindOfPlainError(thrown: unknown, message: string): DatabaseErrorKind {
  if (thrown instanceof TypeError && message.includes('connection is not open')) return 'closed'
  if (thrown instanceof TypeError && message.includes('directory does not exist')) return 'cannot-open'
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return 'full'
  if (code === 'EROFS') return 'read-only'
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return 'cannot-open'
  return 'unknown'
}

const constraintKinds: Readonly<Record<string, Constraint['kind']>> = {
  SQLITE_CONSTRAINT_UNIQUE: 'unique',
  SQLITE_CONSTRAINT_PRIMARYKEY: 'unique',
  SQLITE_CONSTRAINT_ROWID: 'unique',
  SQLITE_CONSTRAINT_NOTNULL: 'not-null',
  SQLITE_CONSTRAINT_CHECK: 'check',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'foreign-key',
  SQLITE_CONSTRAINT_DATATYPE: 'type',
  SQLITE_CONSTRAINT_TRIGGER: 'trigger',
}

function constraintOf(code: string, message: string): Constraint {
  const kind = constraintKinds[code] ?? 'other'
  const particulars = /constraint failed: (.+)$/s.exec(message)?.[1] ?? null
  switch (kind) {
    case 'unique':
    case 'not-null': {
      const index = /^index '(.+)'$/.exec(particulars ?? '')?.[1] ?? null
      return { kind, columns: index === null && particulars !== null ? particulars.split(', ') : [], name: index }
    }
    case 'type': {
      const column = /in \w+ column (\S+)$/.exec(message)?.[1]
      return { kind, columns: column === undefined ? [] : [column], name: null }
    }
    case 'trigger':
      return { kind, columns: [], name: message }
    default:
      return { kind, columns: [], name: particulars }
  }
}
