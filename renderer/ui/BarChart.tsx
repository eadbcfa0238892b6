import { Button, Table } from '@mantine/core'
import { useState } from 'react'
import classes from './BarChart.module.css'
import { formatNumber } from './format.ts'
import { PlainTable } from './PlainTable.tsx'
import { words } from './strings.ts'

export interface Bar {
  /** Stands under the bar; short. */
  readonly name: string
  /** What the name stands for, in the table. */
  readonly fullName: string
  readonly value: number
}

interface BarChartProps {
  readonly bars: readonly Bar[]
  /** The same in a sentence, for those who do not see it. */
  readonly summary: string
  /** What the table holds, and its two columns. */
  readonly table: { readonly label: string; readonly columns: readonly [string, string] }
}

/** Whole numbers as bars, or as a table for whoever prefers it. */
export function BarChart({ bars, summary, table }: BarChartProps) {
  const [isTable, setIsTable] = useState(false)
  return (
    <div>
      {isTable ? <BarTable bars={bars} {...table} /> : <Bars bars={bars} summary={summary} />}
      <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setIsTable(!isTable)}>
        {isTable ? words.showAsChart : words.showAsTable}
      </Button>
    </div>
  )
}

function Bars({ bars, summary }: Pick<BarChartProps, 'bars' | 'summary'>) {
  const highest = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <div role="img" aria-label={summary}>
      <div className={classes.chart} aria-hidden>
        {bars.map(({ name, value }) => (
          <div key={name} className={classes.column}>
            {value > 0 && formatNumber(value)}
            {/* The number above the highest bar needs its line too. */}
            <div className={classes.bar} style={{ height: `${(value / highest) * 80}%` }} />
          </div>
        ))}
      </div>
      <div className={classes.names} aria-hidden>
        {bars.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
    </div>
  )
}

function BarTable({ bars, label, columns }: Pick<BarChartProps, 'bars'> & BarChartProps['table']) {
  return (
    <PlainTable label={label} columns={columns} minWidth={240}>
      {bars.map(({ fullName, value }) => (
        <Table.Tr key={fullName}>
          <Table.Td>{fullName}</Table.Td>
          <Table.Td>{formatNumber(value)}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}
