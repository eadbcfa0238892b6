import { Button, Group, Skeleton, Table } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EndedSession } from '../../../electron/contract/sessions.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Instant } from '../../ui/Instant.tsx'
import { Pages } from '../../ui/Pages.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Section, Total } from '../../ui/Section.tsx'
import { Person } from './Person.tsx'
import { endedQuery, pageSize } from './queries.ts'
import { words } from './strings.ts'

const text = words.past

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

/** Every session that ended, the last one first: whose it was, how it ended and who ended it. */
export function EndedSessions() {
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const [page, setPage] = useState(0)
  const { data, error, refetch, isPlaceholderData } = useQuery(endedQuery(search, page))
  const change = (value: string) => {
    setTyped(value)
    setPage(0)
  }

  return (
    <Section title={text.heading}>
      <Group gap="md">
        <SearchField label={text.search} value={typed} onChange={change} />
        <Total>{data && text.total(data.total, data.search !== '')}</Total>
      </Group>
      {error && <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {!error && data && data.total > 0 && (
        <div aria-busy={isPlaceholderData}>
          <EndedTable rows={data.rows} />
          <Pages page={data.page} pageSize={pageSize} total={data.total} onPage={setPage} />
        </div>
      )}
      {!error && data?.total === 0 && data.search === '' && <EmptyState {...text.nothing} />}
      {!error && data?.total === 0 && data.search !== '' && (
        <EmptyState title={text.nothingMatches.title} detail={text.nothingMatches.detail(data.search)}>
          <Button variant="default" onClick={() => change('')}>
            {text.nothingMatches.action}
          </Button>
        </EmptyState>
      )}
    </Section>
  )
}

function EndedTable({ rows }: { rows: readonly EndedSession[] }) {
  const columns = [words.person, words.computer, text.started, words.ended, text.reason, text.by]
  return (
    <PlainTable label={text.table} columns={columns} minWidth={720}>
      {rows.map((row) => (
        <Table.Tr key={row.id}>
          <Table.Td>
            <Person {...row} />
          </Table.Td>
          <Table.Td>{row.computer}</Table.Td>
          <Table.Td>
            <Instant at={row.startedAt} />
          </Table.Td>
          <Table.Td>{row.endedAt === null ? text.nobody : <Instant at={row.endedAt} />}</Table.Td>
          <Table.Td>{row.reasonText}</Table.Td>
          <Table.Td>{row.endedBy ?? text.nobody}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}
