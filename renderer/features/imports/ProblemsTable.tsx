import { Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Pages } from '../../ui/Pages.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './imports.module.css'
import { problemPage, problemsQuery } from './queries.ts'
import { importWords } from './strings.ts'

const words = importWords.problems

/** The mistakes of a file by row and column, page after page. */
export function ProblemsTable({ total }: { total: number }) {
  const [page, setPage] = useState(0)
  const { data, error, refetch, isPlaceholderData } = useQuery(problemsQuery(page))
  const { row, column, value, message } = words.names
  return (
    <Section title={words.heading(total)}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data && (
        <div aria-busy={isPlaceholderData}>
          <PlainTable label={words.table} columns={[{ number: row }, column, value, message]} minWidth={640}>
            {data.problems.map((problem) => (
              <Table.Tr key={`${problem.row} ${problem.column} ${problem.message}`}>
                <Table.Td data-number>{problem.row}</Table.Td>
                <Table.Td>{problem.column || <span className={classes.missing}>{words.wholeRow}</span>}</Table.Td>
                <Table.Td className={classes.value}>
                  {problem.value || <span className={classes.missing}>{words.empty}</span>}
                </Table.Td>
                <Table.Td>{problem.message}</Table.Td>
              </Table.Tr>
            ))}
          </PlainTable>
          {data.total > problemPage && (
            <Pages page={data.page} pageSize={problemPage} total={data.total} onPage={setPage} />
          )}
        </div>
      )}
    </Section>
  )
}
