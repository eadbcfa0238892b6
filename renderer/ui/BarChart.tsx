import { Anchor, Button, Table } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import classes from './BarChart.module.css'
import { formatNumber, formatShortNumber } from './format.ts'
import { PlainTable } from './PlainTable.tsx'
import { words } from './strings.ts'

interface Value {
  readonly value: number
  /** The path of the list that holds what is counted; absent where there is none. */
  readonly to?: string
}

export interface Bar {
  /** Stands under the bar; short. */
  readonly name: string
  /** What the name stands for, in the table. */
  readonly fullName: string
  /** One for each series, side by side. */
  readonly values: readonly Value[]
}

interface BarChartProps {
  readonly bars: readonly Bar[]
  /** The same in a sentence, for those who do not see it. */
  readonly summary: string
  /** What the table holds, its first column, and the series, which name the others. */
  readonly table: { readonly label: string; readonly column: string; readonly series: readonly string[] }
}

/** Whole numbers as bars, or as a table for whoever prefers it. */
export function BarChart({ bars, summary, table }: BarChartProps) {
  const [isTable, setIsTable] = useState(false)
  return (
    <div>
      {isTable ? <BarTable bars={bars} {...table} /> : <Bars bars={bars} summary={summary} series={table.series} />}
      <Button variant="subtle" size="compact-sm" mt="xs" ml={-8} onClick={() => setIsTable(!isTable)}>
        {isTable ? words.showAsChart : words.showAsTable}
      </Button>
    </div>
  )
}

interface BarsProps extends Pick<BarChartProps, 'bars' | 'summary'> {
  readonly series: readonly string[]
}

function Bars({ bars, summary, series }: BarsProps) {
  const numbers = bars.flatMap(({ values }) => values.map(({ value }) => value))
  const highest = Math.max(1, ...numbers)
  const isRoomForAll = Math.max(...numbers.map((value) => formatShortNumber(value).length)) <= roomOver(numbers.length)
  return (
    <div>
      <span role="img" aria-label={summary} />
      {series.length > 1 && (
        <div className={classes.legend} aria-hidden>
          {series.map((name) => (
            <span key={name}>{name}</span>
          ))}
        </div>
      )}
      <div className={classes.chart} aria-hidden>
        {bars.map(({ name, values }) => (
          <div key={name} className={classes.group}>
            {values.map((value, index) => (
              <Column
                key={series[index]}
                {...value}
                height={value.value / highest}
                isLabelled={value.value > 0 && (isRoomForAll || value.value === highest)}
              />
            ))}
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

/** How many characters have room above each of so many bars where the chart is at its narrowest. */
const roomOver = (columns: number): number => Math.max(2, Math.floor(320 / columns / 7))

interface ColumnProps extends Value {
  /** Of the highest bar, 0 to 1. */
  readonly height: number
  /** Whether its number stands above it. */
  readonly isLabelled: boolean
}

/** The mouse opens the list from the bar; keyboard and screen reader do so from the table, where it has its words. */
function Column({ value, to, height, isLabelled }: ColumnProps) {
  const content = (
    <>
      {isLabelled && formatShortNumber(value)}
      {/* The number above the highest bar needs its line too. */}
      <div className={classes.bar} style={{ height: `${height * 80}%` }} />
    </>
  )
  const title = formatNumber(value)
  if (to === undefined || value === 0) {
    return (
      <div className={classes.column} title={title}>
        {content}
      </div>
    )
  }
  return (
    <Link className={classes.column} to={to} tabIndex={-1} title={title}>
      {content}
    </Link>
  )
}

function BarTable({ bars, label, column, series }: Pick<BarChartProps, 'bars'> & BarChartProps['table']) {
  return (
    <PlainTable label={label} columns={[column, ...series.map((number) => ({ number }))]} minWidth={240}>
      {bars.map(({ fullName, values }) => (
        <Table.Tr key={fullName}>
          <Table.Td>{fullName}</Table.Td>
          {values.map((value, index) => (
            <Table.Td key={series[index]} data-number>
              <NumberOfList {...value} name={`${fullName}, ${series[index]}`} />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </PlainTable>
  )
}

/** A number, which opens its list where it has one and somebody is in it. */
export function NumberOfList({ value, to, name }: Value & { readonly name: string }) {
  const number = formatNumber(value)
  if (to === undefined || value === 0) return number
  return (
    <Anchor component={Link} to={to} aria-label={`${name}: ${number}`}>
      {number}
    </Anchor>
  )
}
