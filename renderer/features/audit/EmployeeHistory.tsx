import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Pages } from '../../ui/Pages.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { AuditTable } from './AuditTable.tsx'
import { employeeHistoryQuery, pageSize } from './queries.ts'
import { words } from './strings.ts'

/** What happened to an employee and their account. */
export function EmployeeHistory({ id }: { id: number }) {
  const [page, setPage] = useState(0)
  const { data, error, refetch } = useQuery(employeeHistoryQuery(id, page))
  return (
    <Section title={words.history.heading}>
      {error && <RequestError failure={error} title={words.history.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={120} aria-label={words.loading} />}
      {data && (
        <div>
          <AuditTable label={words.history.table} entries={data.entries} ofOne />
          {data.total > pageSize && <Pages page={page} pageSize={pageSize} total={data.total} onPage={setPage} />}
        </div>
      )}
    </Section>
  )
}
