import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Total } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { words as sharedWords } from './strings.ts'

export interface RecordDialogProps<Row> {
  readonly opened: boolean
  /** Null for one that is to be added. */
  readonly row: Row | null
  readonly onClose: () => void
}

export interface RecordActs<Row> {
  readonly onEdit: (row: Row) => void
  readonly onRemove: (row: Row) => void
}

interface RecordsScreenProps<Row> {
  readonly words: {
    readonly heading: string
    readonly add: string
    readonly total: (count: number) => string
    readonly loading: string
    readonly failure: string
    readonly nothingYet: { readonly title: string; readonly detail: string }
    readonly removeTitle: (name: string) => string
    readonly removeDetail: string
    readonly removed: string
  }
  readonly icon: ReactNode
  /** As the screen's own: `form` where a row is short. */
  readonly width: 'form' | 'list'
  readonly query: UseQueryResult<readonly Row[]>
  readonly table: (rows: readonly Row[], acts: RecordActs<Row>) => ReactNode
  readonly dialog: (props: RecordDialogProps<Row>) => ReactNode
  readonly nameOf: (row: Row) => string
  readonly remove: (row: Row) => Promise<unknown>
}

/** The rows of one kind, of which there are few enough for one table: what adds, edits and removes them. */
export function RecordsScreen<Row>(props: RecordsScreenProps<Row>) {
  const { words, icon, width, query, table, dialog, nameOf, remove } = props
  const { data, error, refetch } = query
  const removing = useConfirmedAct()
  // The row stays when the dialog goes, so that its words do not vanish before it does.
  const [edited, setEdited] = useState<Row | null>(null)
  const [opened, setOpened] = useState(false)
  const edit = (row: Row | null) => {
    setEdited(row)
    setOpened(true)
  }
  const askToRemove = (row: Row) =>
    removing.ask({
      title: words.removeTitle(nameOf(row)),
      detail: words.removeDetail,
      confirm: sharedWords.remove,
      isDangerous: true,
      run: async () => {
        await remove(row)
        toast(words.removed)
      },
    })
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => edit(null)}>
      {words.add}
    </Button>
  )
  const isFilled = data !== undefined && data.length > 0

  return (
    <Screen
      title={words.heading}
      width={width}
      lead={<Total>{isFilled && words.total(data.length)}</Total>}
      actions={isFilled && add}
    >
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {!error && isFilled && <div>{table(data, { onEdit: edit, onRemove: askToRemove })}</div>}
      {!error && data?.length === 0 && (
        <EmptyState {...words.nothingYet} icon={icon}>
          {add}
        </EmptyState>
      )}
      {dialog({ opened, row: edited, onClose: () => setOpened(false) })}
      {removing.dialog}
    </Screen>
  )
}
