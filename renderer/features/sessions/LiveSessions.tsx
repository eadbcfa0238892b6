import { Button, Group, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Section, Total } from '../../ui/Section.tsx'
import { matching } from './filter.ts'
import { LiveTable } from './LiveTable.tsx'
import { liveQuery } from './queries.ts'
import { words } from './strings.ts'
import { useEndingSessions } from './use-ending-sessions.ts'

const text = words.live

/** The sessions that last, narrowed down as one types, and what ends them. */
export function LiveSessions() {
  const { data, error, refetch } = useQuery(liveQuery)
  const [filter, setFilter] = useState('')
  const { endOne, endAllOf, endAll, dialog } = useEndingSessions(data ?? [])
  const sessions = data ?? []
  const shown = matching(sessions, filter)
  const others = sessions.filter(({ isCurrent }) => !isCurrent)

  const endAllButton = (
    <Button variant="default" disabled={others.length === 0} onClick={endAll}>
      {words.end.all}
    </Button>
  )
  return (
    <Section title={text.heading} actions={endAllButton}>
      <Group gap="md">
        <SearchField label={text.filter} value={filter} onChange={setFilter} />
        <Total>{data && text.total(shown.length, sessions.length)}</Total>
      </Group>
      {error && <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {!error && data && shown.length > 0 && (
        <LiveTable shown={shown} others={others} onEnd={endOne} onEndAllOf={endAllOf} />
      )}
      {!error && data?.length === 0 && <EmptyState {...text.nothing} />}
      {!error && sessions.length > 0 && shown.length === 0 && (
        <EmptyState title={text.nothingMatches.title} detail={text.nothingMatches.detail(filter.trim())}>
          <Button variant="default" onClick={() => setFilter('')}>
            {text.nothingMatches.action}
          </Button>
        </EmptyState>
      )}
      {dialog}
    </Section>
  )
}
