import { Table } from '@mantine/core'
import { NumberOfList } from './BarChart.tsx'
import classes from './BarList.module.css'
import { PlainTable } from './PlainTable.tsx'

interface BarListProps {
  /** What the table holds, and its two columns. */
  readonly label: string
  readonly columns: readonly [string, string]
  readonly rows: readonly { readonly name: string; readonly value: number; readonly to?: string }[]
}

/** Whole numbers under names that may be long: a table whose rows carry their bar. */
export function BarList({ label, columns: [name, number], rows }: BarListProps) {
  const highest = Math.max(1, ...rows.map(({ value }) => value))
  return (
    <PlainTable label={label} columns={[name, { number }]} minWidth={240}>
      {rows.map((row) => (
        <Table.Tr key={row.name}>
          <Table.Td className={classes.name}>
            {row.name}
            <div className={classes.bar} style={{ width: `${(row.value / highest) * 100}%` }} />
          </Table.Td>
          <Table.Td data-number>
            <NumberOfList {...row} />
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}
