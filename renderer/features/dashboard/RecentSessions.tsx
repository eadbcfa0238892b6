import { Table, Title } from '@mantine/core'
import type { SessionHistoryRow } from '../../../electron/contract/session-view.ts'
import { formatInstant } from '../../ui/format.ts'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

/** The person's last sessions and how each ended, so that a stranger's login is noticed. */
export function RecentSessions({ rows }: { rows: readonly SessionHistoryRow[] }) {
  const text = words.recent
  return (
    <section className={classes.section} aria-labelledby="recent-sessions">
      <Title order={2} id="recent-sessions">
        {text.heading}
      </Title>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className={classes.table} verticalSpacing={10} horizontalSpacing={0} aria-labelledby="recent-sessions">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.started}</Table.Th>
              <Table.Th>{text.ended}</Table.Th>
              <Table.Th>{text.computer}</Table.Th>
              <Table.Th>{text.reason}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id} data-current={row.isCurrent || undefined}>
                <Table.Td>{formatInstant(row.startedAt)}</Table.Td>
                <Table.Td>{row.endedAt === null ? '–' : formatInstant(row.endedAt)}</Table.Td>
                <Table.Td>{row.computer}</Table.Td>
                <Table.Td>{row.isCurrent ? text.current : (row.reasonText ?? text.lasting)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}
