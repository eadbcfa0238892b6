import { Button, Skeleton } from '@mantine/core'
import { IconForms, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Total } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { CustomFieldsTable } from './CustomFieldsTable.tsx'
import { FieldDialog } from './FieldDialog.tsx'
import { customFieldsQuery, useArchiveField, useMoveField } from './queries.ts'
import { RemoveFieldDialog } from './RemoveFieldDialog.tsx'
import { words } from './strings.ts'

type Dialog = 'edit' | 'remove'

/** What the company wants to know of its employees beyond what everybody does. */
export function CustomFieldsScreen() {
  const { data, error, refetch } = useQuery(customFieldsQuery)
  const move = useMoveField()
  const archive = useArchiveField()
  // The row stays when a dialog goes, so that its words do not vanish before it does.
  const [row, setRow] = useState<CustomField | null>(null)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const open = (wanted: Dialog, field: CustomField | null) => {
    setRow(field)
    setDialog(wanted)
  }
  const close = () => setDialog(null)
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => open('edit', null)}>
      {words.add}
    </Button>
  )
  const isFilled = data !== undefined && data.length > 0
  const failure = error ?? move.error ?? archive.error

  return (
    <Screen
      title={words.heading}
      width="list"
      lead={<Total>{isFilled && words.total(data.length)}</Total>}
      actions={isFilled && add}
    >
      {failure && (
        <RequestError failure={failure} {...(error && { title: words.failure, onRetry: () => void refetch() })} />
      )}
      {!error && data === undefined && <Skeleton height={160} aria-label={words.loading} />}
      {isFilled && (
        <CustomFieldsTable
          fields={data}
          onEdit={(field) => open('edit', field)}
          onRemove={(field) => open('remove', field)}
          onMove={({ id }, place) => move.mutate({ id, place }, { onSuccess: () => toast(words.moved) })}
          onArchive={({ id, version }, isArchived) =>
            archive.mutate(
              { id, version, isArchived },
              { onSuccess: () => toast(isArchived ? words.archived : words.restored) },
            )
          }
        />
      )}
      {!error && data?.length === 0 && (
        <EmptyState {...words.nothingYet} icon={<IconForms size={32} stroke={1.25} />}>
          {add}
        </EmptyState>
      )}
      <FieldDialog opened={dialog === 'edit'} row={row} rows={data ?? []} onClose={close} />
      {row && <RemoveFieldDialog opened={dialog === 'remove'} field={row} onClose={close} />}
    </Screen>
  )
}
