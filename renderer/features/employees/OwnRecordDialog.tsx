import { Button, Group, Modal, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { employeeFields, unknownEmployee } from '../../../electron/contract/employees.ts'
import type { InputOf } from '../../../electron/contract/index.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { useLeave, useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { Line } from '../../registry/Line.tsx'
import { numberPatternQuery } from '../../registry/number-queries.ts'
import { fieldWords } from '../../registry/strings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { CustomInput } from '../custom-fields/CustomInput.tsx'
import {
  asked,
  type CustomName,
  customFormShape,
  customFormValues,
  customInputOf,
  customName,
} from '../custom-fields/custom-form.ts'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import type { Details } from './details.ts'
import { ownRecordWords as words } from './strings.ts'

/** The button of `OwnRecord`, and the dialog that it opens. */
export function OwnRecordDialog({ displayName }: { displayName: string }) {
  const [opened, setOpened] = useState(false)
  const leave = useLeave()
  const close = () => setOpened(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {words.create}
      </Button>
      <Modal
        opened={opened}
        onClose={() => leave(close)}
        title={words.create}
        closeButtonProps={{ 'aria-label': sharedWords.close }}
        centered
      >
        <OwnRecordDetails displayName={displayName} onCancel={() => leave(close)} onClose={close} />
      </Modal>
    </>
  )
}

interface OwnRecordDetailsProps {
  readonly displayName: string
  readonly onCancel: () => void
  readonly onClose: () => void
}

function OwnRecordDetails(props: OwnRecordDetailsProps) {
  const fields = useQuery(customFieldsQuery)
  const pattern = useQuery(numberPatternQuery)
  const failure = fields.error ?? pattern.error
  const retry = () => {
    void fields.refetch()
    void pattern.refetch()
  }
  if (failure) return <RequestError failure={failure} title={words.failure} onRetry={retry} />
  if (!fields.data || !pattern.data) return <Skeleton height={280} aria-label={words.loading} />
  return (
    <OwnRecordForm
      {...props}
      employeeNumber={pattern.data.next ?? ''}
      customFields={asked(fields.data).filter(({ isRequired }) => isRequired)}
    />
  )
}

type Values = Details & Readonly<Record<CustomName, string>>

interface OwnRecordFormProps extends OwnRecordDetailsProps {
  readonly employeeNumber: string
  /** Those that every employee needs. */
  readonly customFields: readonly CustomField[]
}

/** Asks for no more than every employee needs: the rest is typed on the employee's page. */
function OwnRecordForm({ displayName, employeeNumber, customFields, onCancel, onClose }: OwnRecordFormProps) {
  const create = useChange(['employees'], (input: InputOf<'employees', 'createOwn'>) =>
    answerOf(staffdesk.employees.createOwn(input)),
  )
  const [initialValues] = useState(
    (): Values => ({
      ...unknownEmployee,
      ...namesOf(displayName),
      employeeNumber,
      ...customFormValues(customFields, {}),
    }),
  )
  const { form, formProps, field, pending, problems, failure } = useContractForm<Values>({
    schema: employeeFields.safeExtend(customFormShape(customFields)),
    initialValues,
    nameOf: (path) => (path.startsWith('custom.') ? path.replace('.', '') : path.replace(/^employee\./, '')),
    onSubmit: async (values) => {
      const employee = Object.fromEntries(Object.entries(values).filter(([name]) => name in unknownEmployee))
      await create.mutateAsync({
        employee: employee as typeof unknownEmployee,
        custom: customInputOf(customFields, values),
      })
      onClose()
      toast(words.created)
    },
  })
  useUnsavedWork({ dirty: form.isDirty() })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <ErrorSummary problems={problems} failure={failure} />
        <Line required {...field('employeeNumber')} name="employeeNumber" data-autofocus />
        <Line required {...field('firstName')} name="firstName" />
        <Line {...field('lastName')} name="lastName" />
        <DateField label={fieldWords.hireDate} {...field('hireDate')} value={form.values.hireDate} />
        {customFields.map((definition) => {
          const name = customName(definition.id)
          return (
            <CustomInput
              key={name}
              definition={definition}
              {...field(name)}
              value={form.values[name] ?? ''}
              onChange={(value) => form.setFieldValue(name, value as never)}
            />
          )
        })}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
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

/** The name of an account in two, to begin with: the last word is most often the last name. */
function namesOf(displayName: string): { readonly firstName: string; readonly lastName: string } {
  const names = displayName.trim().split(/\s+/)
  const lastName = names.length > 1 ? (names.pop() ?? '') : ''
  return { firstName: names.join(' '), lastName }
}
