import { Table, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './PlainTable.module.css'

/** A column by its name; one of numbers stands at the right, and its cells are marked with `data-number`. */
type Column = string | { readonly number: string }

interface PlainTableProps {
  /** What the table holds, for those who do not see it. */
  readonly label: string
  readonly columns: readonly Column[]
  /** The name of a last column of buttons, which stands there unseen. */
  readonly actions?: string
  /** Below this width, in CSS pixels, the table scrolls sideways. */
  readonly minWidth: number
  /** Its rows. */
  readonly children: ReactNode
}

/** A table of a few rows, between hairlines. */
export function PlainTable({ label, columns, actions, minWidth, children }: PlainTableProps) {
  return (
    // What scrolls has to be reached by the keyboard too.
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className={classes.table} verticalSpacing={10} horizontalSpacing={0} aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) =>
              typeof column === 'string' ? (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ) : (
                <Table.Th key={column.number} scope="col" data-number>
                  {column.number}
                </Table.Th>
              ),
            )}
            {actions !== undefined && (
              <Table.Th scope="col">
                <VisuallyHidden>{actions}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
