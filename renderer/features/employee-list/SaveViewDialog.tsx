import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { type EmployeeListView, type SavedView, savedViewFields } from '../../../electron/contract/employee-list.ts'
import { plainField } from '../../registry/Line.tsx'
import { RecordDialog } from '../../registry/RecordDialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { viewWords } from './strings.ts'
import { useSaveView } from './views.ts'

interface SaveViewDialogProps {
  readonly opened: boolean
  /** The view whose name is to be changed; null for one to be added. */
  readonly known: SavedView | null
  /** What it shows. */
  readonly view: EmployeeListView
  readonly onSaved?: (saved: SavedView) => void
  readonly onClose: () => void
}

/** Asks for the name of a view, and whether the others have it too. */
export function SaveViewDialog({ opened, known, ...form }: SaveViewDialogProps) {
  return (
    <RecordDialog
      opened={opened}
      title={known === null ? viewWords.saveTitle : viewWords.editTitle(known.name)}
      onClose={form.onClose}
    >
      <SaveViewForm known={known} {...form} />
    </RecordDialog>
  )
}

function SaveViewForm({ known, view, onSaved, onClose }: Omit<SaveViewDialogProps, 'opened'>) {
  const save = useSaveView()
  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: savedViewFields,
    initialValues: { name: known?.name ?? '', isShared: known?.isShared ?? false },
    toInput: (values) => ({ ...values, view }),
    onSubmit: async (values) => {
      const saved = await save.mutateAsync({ known, fields: savedViewFields.parse({ ...values, view }) })
      toast(viewWords.saved)
      onSaved?.(saved)
      onClose()
    },
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <ErrorSummary problems={problems} failure={failure} />
        {known === null && <Text c="dimmed">{viewWords.saveHint}</Text>}
        <TextInput {...plainField} label={viewWords.name} data-autofocus {...field('name')} />
        <Checkbox
          label={viewWords.share}
          description={viewWords.shareHint}
          checked={form.values.isShared}
          onChange={(event) => form.setFieldValue('isShared', event.currentTarget.checked)}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {sharedWords.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {sharedWords.save}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
