import { Button, Group, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { LiveSession } from '../../../electron/contract/sessions.ts'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Section, Total } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { matching } from './filter.ts'
import { LiveTable } from './LiveTable.tsx'
import { namesOf } from './names.ts'
import { liveQuery, sessionKeys } from './queries.ts'
import { words } from './strings.ts'

const text = words.live

/** The sessions that last, narrowed down as one types, and what ends them. */
export function LiveSessions() {
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(liveQuery)
  const [filter, setFilter] = useState('')
  const { ask, dialog } = useConfirmedAct()
  const sessions = data ?? []
  const shown = matching(sessions, filter)
  const others = sessions.filter(({ isCurrent }) => !isCurrent)

  async function end(call: () => ReturnType<typeof staffdesk.sessions.endAll>) {
    try {
      const { ended } = await answerOf(call())
      toast(words.endedDone(ended))
    } finally {
      // Also when it was refused: then the list was out of date.
      void client.invalidateQueries({ queryKey: sessionKeys })
    }
  }

  const endOne = ({ historyId, displayName, computer }: LiveSession) =>
    ask({
      title: words.end.oneTitle(displayName, computer),
      detail: words.end.oneDetail(displayName),
      confirm: words.end.one,
      isDangerous: true,
      run: () => end(() => staffdesk.sessions.end({ historyId })),
    })
  const endAllOf = ({ accountId, displayName }: LiveSession) =>
    ask({
      title: words.end.allOfTitle(displayName),
      detail: words.end.allOfDetail(displayName, others.filter((other) => other.accountId === accountId).length),
      confirm: words.end.allOf(displayName),
      isDangerous: true,
      run: () => end(() => staffdesk.sessions.endAllOf({ accountId })),
    })
  const endAll = () =>
    ask({
      title: words.end.allTitle,
      detail: words.end.allDetail(namesOf(others)),
      confirm: words.end.all,
      isDangerous: true,
      run: () => end(() => staffdesk.sessions.endAll({})),
    })

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
