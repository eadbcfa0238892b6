import { basename } from 'node:path'
import type { Audit } from '../audit/audit.ts'
import { readEntriesBefore } from '../audit/reading.ts'
import type { AuditFilter } from '../contract/audit.ts'
import { Refusal } from '../contract/errors.ts'
import { asDatabaseError, DatabaseError } from '../database/errors.ts'
import type { Database } from '../database/port.ts'
import type { Log } from '../environment/log.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { auditHead, auditLines } from './audit-table.ts'
import type { ExportFile, OpenExportFile } from './export-file.ts'

export interface AuditExportParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  readonly log: Log
  /** Gives way to others, between two pages. */
  readonly pause: () => Promise<void>
  readonly openFile: OpenExportFile
  /** The system's own dialog; null when the person cancels. */
  readonly chooseFile: (windowId: number, title: string, suggestedName: string) => Promise<string | null>
}

/** Entries that are read and written at once: a few milliseconds of work. */
const pageSize = 200

/**
 * Makes the call that writes the audit to a file. The file stands in its place only when all of it is written, and the
 * audit tells of it before that; of what failed the door of all calls tells (see ../ipc/noting.ts).
 */
export function createAuditExport(parts: AuditExportParts): FeatureHandlers<'audit'>['export'] {
  const { database, audit, lifecycle, log, pause } = parts

  async function write(file: ExportFile, fileName: string, filter: AuditFilter, actor: ActingPerson): Promise<number> {
    await file.write(auditHead)
    let entries = 0
    for (let before: number | null = null; ; ) {
      const page = await readEntriesBefore(database, filter, before, pageSize)
      const last = page.at(-1)
      if (last === undefined) break
      await file.write(auditLines(page))
      entries += page.length
      before = last.id
      await database.write((transaction) => lifecycle.requireOpenWithin(transaction, actor))
      await pause()
    }
    await file.flush()
    await database.write(async (transaction) => {
      await lifecycle.requireOpenWithin(transaction, actor)
      await audit.append(transaction, {
        action: 'audit.exported',
        actor,
        subject: { kind: 'file', id: null, name: fileName },
        changes: { entries: { old: null, new: String(entries) } },
      })
    })
    await file.putInPlace()
    return entries
  }

  return async (filter, { windowId, signedIn }) => {
    const target = await parts.chooseFile(windowId, 'Export the audit log', 'Audit log.csv')
    if (target === null) return { exported: null }
    const fileName = basename(target)
    let file: ExportFile | null = null
    try {
      file = await parts.openFile(target)
      return { exported: { fileName, entries: await write(file, fileName, filter, signedIn) } }
    } catch (thrown) {
      await file?.discard().catch((error: unknown) => log.error('a half export could not be removed', error))
      throw inWords(thrown, log)
    }
  }
}

/** What the file system refuses has words of its own; everything else goes its way. */
function inWords(thrown: unknown, log: Log): unknown {
  if (thrown instanceof Refusal || thrown instanceof DatabaseError) return thrown
  switch (asDatabaseError(thrown).kind) {
    case 'full':
      log.error('the audit could not be exported', thrown)
      return new Refusal('REFUSED', 'The disk is full. Free some space, then export again.')
    case 'read-only':
    case 'cannot-open':
      log.error('the audit could not be exported', thrown)
      return new Refusal('REFUSED', 'Staffdesk cannot write there. Export again and choose another folder.')
    default:
      return thrown
  }
}
