import { Anchor, Table } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BulkOutcome, BulkTask } from '../../../electron/contract/bulk.ts'
import { employeePath } from '../../registry/employee-paths.ts'
import { Pages } from '../../ui/Pages.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import classes from './bulk.module.css'
import { rowsOfPage, rowsQuery } from './queries.ts'
import { words } from './strings.ts'

interface OutcomeTableProps {
  readonly task: BulkTask
  /** Which employees; null for everybody. */
  readonly outcome: BulkOutcome | null
}

/** What came of each employee, page by page; a name leads to the employee. */
export function OutcomeTable({ task, outcome }: OutcomeTableProps) {
  const [page, setPage] = useState(0)
  const { data, error } = useQuery({
    ...rowsQuery(task.id, task.phase, outcome, page),
    placeholderData: keepPreviousData,
  })
  const { name, number, outcome: came, reason } = words.columns
  if (error !== null) return <RequestError failure={error} />
  if (data === undefined) return null
  return (
    <div>
      <PlainTable
        label={words.table}
        columns={[name, number, ...(outcome === null ? [came] : []), reason]}
        minWidth={480}
      >
        {data.rows.map((row) => (
          <Table.Tr key={row.employeeId}>
            <Table.Td className={classes.name}>
              <Anchor component={Link} to={employeePath(row.employeeId)}>
                {row.name}
              </Anchor>
            </Table.Td>
            <Table.Td className={classes.number}>{row.employeeNumber}</Table.Td>
            {outcome === null && <Table.Td>{words.outcomes[row.outcome]}</Table.Td>}
            <Table.Td>{row.reason ?? ''}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
      {data.total > rowsOfPage && <Pages page={page} pageSize={rowsOfPage} total={data.total} onPage={setPage} />}
    </div>
  )
}
