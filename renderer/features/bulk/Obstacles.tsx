import { Table } from '@mantine/core'
import type { BulkTask } from '../../../electron/contract/bulk.ts'
import { formatNumber } from '../../ui/format.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { words } from './strings.ts'

/** What stands in the way of how many; of a single employee their own row says it. */
export function Obstacles({ task: { obstacles, refused } }: { task: BulkTask }) {
  if (refused < 2) return null
  const { reason, employees } = words.columns
  return (
    <PlainTable label={words.obstacles} columns={[reason, { number: employees }]} minWidth={320}>
      {obstacles.map(({ obstacle, employees }) => (
        <Table.Tr key={obstacle}>
          <Table.Td>{obstacle}</Table.Td>
          <Table.Td data-number>{formatNumber(employees)}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}
