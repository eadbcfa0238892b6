import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { requiredLine } from '../../../electron/contract/fields.ts'
import { z } from '../../../electron/contract/zod.ts'
import { plainField } from '../../registry/Line.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { useRemoveField } from './queries.ts'
import { words } from './strings.ts'

interface RemoveFieldDialogProps {
  readonly opened: boolean
  readonly field: CustomField
  readonly onClose: () => void
}

/** Asks for the name of a field before it goes with all its values. */
export function RemoveFieldDialog({ opened, field, onClose }: RemoveFieldDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.removeTitle(field.name)}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      <RemoveFieldForm field={field} onClose={onClose} />
    </Modal>
  )
}

const schema = z.strictObject({ name: requiredLine('name of the field') })

function RemoveFieldForm({ field: removed, onClose }: Omit<RemoveFieldDialogProps, 'opened'>) {
  const remove = useRemoveField()
  const { id, version, name, values } = removed
  const { formProps, field, pending, problems, failure } = useContractForm({
    schema,
    initialValues: { name: '' },
    onSubmit: async (typed) => {
      await remove.mutateAsync({ id, version, name: typed.name })
      onClose()
      toast(words.removed)
    },
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text>{words.removeDetail(values)}</Text>
        <ErrorSummary problems={problems} failure={failure} />
        <TextInput
          {...plainField}
          label={words.typedName}
          description={words.typedNameHint(name)}
          data-autofocus
          {...field('name')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {sharedWords.cancel}
          </Button>
          <Button type="submit" color="red" loading={pending}>
            {words.remove}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
