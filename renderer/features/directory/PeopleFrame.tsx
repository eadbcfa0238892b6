import { Button, Skeleton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode, RefObject } from 'react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from '../../ui/long-list/long-list.module.css'
import { RequestError } from '../../ui/RequestError.tsx'

interface PeopleFrameProps<Page extends { readonly total: number }> {
  readonly list: RefObject<HTMLDivElement | null>
  readonly query: UseQueryResult<Page>
  /** How many there are when nothing is asked for. */
  readonly everybody: (page: Page) => number
  readonly words: {
    readonly failure: string
    readonly loading: string
    readonly nothingYet: { readonly title: string; readonly detail: string }
    readonly nothingMatches: { readonly title: string; readonly detail: string; readonly action: string }
  }
  /** Of a list of nobody. */
  readonly icon: ReactNode
  /** Asks for everybody again. */
  readonly onClear: () => void
  readonly children: (page: Page) => ReactNode
}

/** A list of people: on its way, not loaded, of nobody yet, of nobody who matches, or there. */
export function PeopleFrame<Page extends { readonly total: number }>(props: PeopleFrameProps<Page>) {
  const { list, query, everybody, words, icon, onClear, children } = props
  const { data, error, refetch, isPlaceholderData } = query
  return (
    <div ref={list} className={classes.list} aria-busy={isPlaceholderData}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={240} aria-label={words.loading} />}
      {!error && data && data.total > 0 && children(data)}
      {!error && data?.total === 0 && everybody(data) === 0 && <EmptyState {...words.nothingYet} icon={icon} />}
      {!error && data?.total === 0 && everybody(data) > 0 && (
        <EmptyState
          title={words.nothingMatches.title}
          detail={words.nothingMatches.detail}
          icon={<IconSearch size={32} stroke={1.25} />}
        >
          <Button variant="default" onClick={onClear}>
            {words.nothingMatches.action}
          </Button>
        </EmptyState>
      )}
    </div>
  )
}
