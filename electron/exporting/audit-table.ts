import { stringify } from 'csv-stringify/sync'
import type { AuditChange, AuditEntry } from '../contract/audit.ts'
import { defuse } from '../tables/formula-cells.ts'

/** By it spreadsheets know UTF-8. */
const byteOrderMark = '\ufeff'

/** The first line of the audit as a table. */
export const auditHead =
  byteOrderMark +
  lines([['Entry', 'When (UTC)', 'Who', 'Computer', 'Action', 'Kind', 'Subject', 'Outcome', 'Field', 'Old', 'New']])

/** Values that are never kept, or were purged. */
const notKept = '(not kept)'

/** Entries as lines of RFC 4180, one for each changed field, with cells that no spreadsheet runs. */
export function auditLines(entries: readonly AuditEntry[]): string {
  return lines(
    entries.flatMap((entry) => {
      const shared = [
        String(entry.id),
        entry.at,
        entry.actor ?? '',
        entry.computer,
        entry.action,
        entry.subjectKind,
        entry.subjectName ?? '',
        entry.outcome,
      ]
      const changes = entry.changes.length === 0 ? [['', '', '']] : entry.changes.map(cellsOf)
      return changes.map((change) => [...shared, ...change].map(defuse))
    }),
  )
}

const cellsOf = ({ field, old, new: now, isKept }: AuditChange): string[] =>
  isKept ? [field, old ?? '', now ?? ''] : [field, notKept, notKept]

function lines(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { record_delimiter: 'windows' })
}
