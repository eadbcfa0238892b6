import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLeave, useUnsavedWork } from '../frame/unsaved-work.tsx'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { NewerVersion } from '../ui/NewerVersion.tsx'
import { words } from '../ui/strings.ts'
import { toast } from '../ui/toast.ts'
import { useVersionedForm, type VersionedFormParts } from '../ui/versioned-form.ts'

interface RecordDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly onClose: () => void
  /** A `RecordForm`, made anew whenever the dialog opens. */
  readonly children: ReactNode
}

/** A dialog with the fields of one record. It asks before it closes over what was typed. */
export function RecordDialog({ opened, title, onClose, children }: RecordDialogProps) {
  const leave = useLeave()
  return (
    <Modal
      opened={opened}
      onClose={() => leave(onClose)}
      title={title}
      closeButtonProps={{ 'aria-label': words.close }}
      size={520}
      centered
    >
      {children}
    </Modal>
  )
}

interface Kept {
  readonly id: number
  readonly version: number
}

interface RecordParts<Values extends Record<string, unknown>, Row extends Kept>
  extends Pick<VersionedFormParts<Values, Row>, 'schema' | 'valuesOf' | 'save'> {
  /** Null for one that is to be added. */
  readonly row: Row | null
  /** The rows as main last told them. */
  readonly rows: readonly Row[]
  readonly words: { readonly added: string; readonly saved: string }
  readonly onClose: () => void
}

/** The form of a row, whose dialog closes once it is saved. */
export function useRecordForm<Values extends Record<string, unknown>, Row extends Kept>({
  row,
  rows,
  words: { added, saved },
  onClose,
  ...parts
}: RecordParts<Values, Row>) {
  return useVersionedForm<Values, Row>({
    ...parts,
    newest: rows.find(({ id }) => id === row?.id) ?? row,
    onSaved: () => {
      onClose()
      toast(row === null ? added : saved)
    },
  })
}

interface RecordFormProps<Values extends Record<string, unknown>, Row extends Kept> {
  readonly form: ReturnType<typeof useRecordForm<Values, Row>>
  readonly valuesOf: (row: Row) => Values
  readonly labels: Readonly<Record<keyof Values, string>>
  /** What a field holds, where that is not its words already. */
  readonly shown?: (name: keyof Values, values: Values) => ReactNode
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The fields of a record between what is wrong with them and the buttons. */
export function RecordForm<Values extends Record<string, unknown>, Row extends Kept>({
  form: record,
  valuesOf,
  labels,
  shown = (name, values) => String(values[name]),
  onClose,
  children,
}: RecordFormProps<Values, Row>) {
  const { formProps, dirty, pending, problems, failure, newer } = record
  useUnsavedWork({ dirty })
  const leave = useLeave()
  return (
    <form {...formProps}>
      <Stack gap="md">
        {newer !== null && (
          <NewerVersion key={newer.version} form={record} newer={valuesOf(newer)} labels={labels} shown={shown} />
        )}
        <ErrorSummary problems={problems} failure={failure} />
        {children}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => leave(onClose)}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
