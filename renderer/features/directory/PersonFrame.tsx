import { Button, Skeleton } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { isNotFound } from '../../bridge/address.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'

interface PersonFrameProps<Data> {
  /** The id of the address; null where it is none. */
  readonly id: number | null
  readonly query: UseQueryResult<Data>
  readonly words: {
    readonly heading: string
    readonly failure: string
    readonly loading: string
    readonly missing: { readonly title: string; readonly detail: string; readonly action: string }
  }
  /** The path of the list of people from which one comes. */
  readonly list: string
  /** What will be there, in CSS pixels. */
  readonly height: number
  readonly children: (data: Data) => ReactNode
}

/** One person of a list: on their way, not loaded, not there, or there. */
export function PersonFrame<Data>({ id, query, words, list, height, children }: PersonFrameProps<Data>) {
  const navigate = useNavigate()
  const { data, error, refetch } = query
  if (id === null || isNotFound(error)) {
    return (
      <Screen title={words.heading}>
        <EmptyState
          title={words.missing.title}
          detail={words.missing.detail}
          icon={<IconUserQuestion size={32} stroke={1.25} />}
        >
          <Button variant="default" onClick={() => void navigate(list)}>
            {words.missing.action}
          </Button>
        </EmptyState>
      </Screen>
    )
  }
  if (data !== undefined) return children(data)
  return (
    <Screen title={words.heading}>
      {error ? (
        <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={height} maw={560} aria-label={words.loading} />
      )}
    </Screen>
  )
}
