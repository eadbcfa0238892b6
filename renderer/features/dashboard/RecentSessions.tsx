import { Table } from '@mantine/core'
import { Link } from 'react-router'
import type { SessionHistoryRow } from '../../../electron/contract/session-view.ts'
import { pathOf } from '../../app/paths.ts'
import { formatInstant } from '../../ui/format.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

const text = words.recent

/** The person's last sessions and how each ended, so that a stranger's login is noticed. */
export function RecentSessions({ rows }: { rows: readonly SessionHistoryRow[] }) {
  return (
    <Section title={text.heading} actions={<Link to={pathOf('my-session')}>{text.all}</Link>}>
      <PlainTable label={text.heading} columns={[text.started, text.ended, text.computer, text.reason]} minWidth={560}>
        {rows.map((row) => (
          <Table.Tr key={row.id} className={row.isCurrent ? classes.current : undefined}>
            <Table.Td>{formatInstant(row.startedAt)}</Table.Td>
            <Table.Td>{row.endedAt === null ? '–' : formatInstant(row.endedAt)}</Table.Td>
            <Table.Td>{row.computer}</Table.Td>
            <Table.Td>{row.isCurrent ? text.current : (row.reasonText ?? text.lasting)}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </Section>
  )
}
