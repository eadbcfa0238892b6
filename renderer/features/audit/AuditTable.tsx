import { Table, VisuallyHidden } from '@mantine/core'
import type { AuditChange, AuditEntry } from '../../../electron/contract/audit.ts'
import { Instant } from '../../ui/Instant.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import classes from './audit.module.css'
import { words } from './strings.ts'

interface AuditTableProps {
  readonly label: string
  readonly entries: readonly AuditEntry[]
  /** Whether all entries are about one thing, which needs no column then. */
  readonly ofOne?: boolean
}

/** Entries of the audit: who did what to what, with what changed from what to what. */
export function AuditTable({ label, entries, ofOne = false }: AuditTableProps) {
  const { at, actor, action, subject, changes, computer } = words.columns
  const columns = [at, actor, action, ...(ofOne ? [] : [subject]), changes, computer]
  return (
    <PlainTable label={label} columns={columns} minWidth={ofOne ? 560 : 690}>
      {entries.map((entry) => (
        <Table.Tr key={entry.id}>
          <Table.Td className={classes.at}>
            <Instant at={entry.at} />
          </Table.Td>
          <Table.Td>{entry.actor ?? words.nobody}</Table.Td>
          <Table.Td>
            {words.action(entry.action)}
            {entry.outcome !== 'success' && <span className={classes.outcome}>{words.outcomes[entry.outcome]}</span>}
          </Table.Td>
          {!ofOne && <Table.Td>{entry.subjectName ?? words.nothing}</Table.Td>}
          <Table.Td>{entry.changes.length === 0 ? words.nothing : <Changes changes={entry.changes} />}</Table.Td>
          <Table.Td className={classes.whole}>{entry.computer}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.field}>
          <dt>{words.field(change.field)}</dt>
          <dd>
            <ChangedValue {...change} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ChangedValue({ field, old, new: now, isKept }: AuditChange) {
  const shown = (value: string | null) => (value === null ? words.nothing : words.value(field, value))
  if (!isKept) return <span className={classes.notKept}>{words.notKept}</span>
  if (old === null) return shown(now)
  return (
    <>
      <span className={classes.old}>{shown(old)}</span>
      <span aria-hidden> → </span>
      <VisuallyHidden>{` ${words.becomes} `}</VisuallyHidden>
      {shown(now)}
    </>
  )
}
