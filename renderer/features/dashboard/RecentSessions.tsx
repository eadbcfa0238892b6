import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import type { SessionHistoryRow } from '../../../electron/contract/session-view.ts'
import { Instant } from '../../ui/Instant.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

const text = words.recent

/** The person's last sessions and how each ended, so that a stranger's login is noticed. */
export function RecentSessions({ rows, actions }: { rows: readonly SessionHistoryRow[]; actions?: ReactNode }) {
  return (
    <Section title={text.heading} actions={actions}>
      <PlainTable label={text.heading} columns={[text.started, text.ended, text.computer, text.reason]} minWidth={560}>
        {rows.map((row) => (
          <Table.Tr key={row.id} className={row.isCurrent ? classes.current : undefined}>
            <Table.Td>
              <Instant at={row.startedAt} />
            </Table.Td>
            <Table.Td>{row.endedAt === null ? '–' : <Instant at={row.endedAt} />}</Table.Td>
            <Table.Td>{row.computer}</Table.Td>
            <Table.Td>{row.isCurrent ? text.current : (row.reasonText ?? text.lasting)}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </Section>
  )
}
