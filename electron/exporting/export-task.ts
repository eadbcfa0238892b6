import { basename } from 'node:path'
import type { Audit, AuditRecord } from '../audit/audit.ts'
import { Refusal } from '../contract/errors.ts'
import type { ExportProgress } from '../contract/exports.ts'
import { asDatabaseError, DatabaseError } from '../database/errors.ts'
import type { Database } from '../database/port.ts'
import type { Log } from '../environment/log.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import type { Task } from '../tasks/tasks.ts'
import type { ExportFile, OpenExportFile } from './export-file.ts'
import { readExported } from './repository.ts'
import type { ExportTable } from './table.ts'

export interface ExportTaskParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  readonly log: Log
  /** Gives way to others, between two pages. */
  readonly pause: () => Promise<void>
  readonly openFile: OpenExportFile
}

interface ExportRequest {
  readonly target: string
  readonly ids: readonly number[]
  /** What its columns are called. */
  readonly headings: readonly string[]
  readonly table: ExportTable
  readonly actor: ActingPerson
}

/** An export under way, and what is known of it afterwards. */
export interface ExportTask extends Task {
  progress(): Omit<ExportProgress, 'id'>
}

/** Employees that are read and written at once: a few milliseconds of work. */
const pageSize = 100

class Cancelled extends Error {}

/** Begins to write an export. Its outcome is audited; the file stands in its place only when all of it is written. */
export function startExport(parts: ExportTaskParts, request: ExportRequest): ExportTask {
  const { database, audit, lifecycle, log } = parts
  const { target, ids, headings, table, actor } = request
  const fileName = basename(target)
  const stopping = new AbortController()
  let progress: ReturnType<ExportTask['progress']> = {
    state: 'working',
    fileName,
    written: 0,
    total: ids.length,
    problem: null,
  }

  const record = (outcome: NonNullable<AuditRecord['outcome']>): AuditRecord => ({
    action: 'employees.exported',
    actor,
    subject: { kind: 'file', id: null, name: fileName },
    outcome,
    changes: {
      employees: { old: null, new: String(outcome === 'success' ? progress.written : ids.length) },
      columns: { old: null, new: headings.join(', ') },
    },
  })

  async function write(file: ExportFile): Promise<void> {
    await file.write(table.head)
    for (let at = 0; at < ids.length; at += pageSize) {
      await database.write((transaction) => lifecycle.requireOpenWithin(transaction, actor))
      const rows = await readExported(database, ids.slice(at, at + pageSize))
      await file.write(table.lines(rows))
      progress = { ...progress, written: progress.written + rows.length }
      await parts.pause()
      if (stopping.signal.aborted) throw new Cancelled()
    }
    await file.flush()
    if (stopping.signal.aborted) throw new Cancelled()
    // Before the file can be seen: nothing leaves the company of which the audit does not tell.
    await database.write(async (transaction) => {
      await lifecycle.requireOpenWithin(transaction, actor)
      await audit.append(transaction, record('success'))
    })
    await file.putInPlace()
  }

  async function noteFailure(thrown: unknown): Promise<void> {
    const outcome = thrown instanceof Refusal ? 'refused' : 'failure'
    try {
      await database.write((transaction) => audit.append(transaction, record(outcome)))
    } catch (error) {
      log.error('that an export failed could not be noted', error)
    }
  }

  async function run(): Promise<void> {
    let file: ExportFile | null = null
    try {
      file = await parts.openFile(target)
      await write(file)
      progress = { ...progress, state: 'finished' }
    } catch (thrown) {
      await file?.discard().catch((error: unknown) => log.error('a half export could not be removed', error))
      if (!(thrown instanceof Cancelled || thrown instanceof Refusal)) log.error('an export failed', thrown)
      await noteFailure(thrown)
      progress =
        thrown instanceof Cancelled
          ? { ...progress, state: 'cancelled' }
          : { ...progress, state: 'failed', problem: problemOf(thrown) }
    }
  }

  const done = run()
  return {
    progress: () => progress,
    async stop() {
      stopping.abort()
      await done
    },
  }
}

function problemOf(thrown: unknown): string {
  if (thrown instanceof Refusal) return thrown.error.message
  if (thrown instanceof DatabaseError) return 'Staffdesk cannot use its data right now. Ask your IT people.'
  switch (asDatabaseError(thrown).kind) {
    case 'full':
      return 'The disk is full. Free some space, then export again.'
    case 'read-only':
    case 'cannot-open':
      return 'Staffdesk cannot write there. Export again and choose another folder.'
    default:
      return 'The file could not be written. Export again; if it happens again, tell your IT people.'
  }
}
