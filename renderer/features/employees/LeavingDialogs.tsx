import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import {
  type EmployeeRecord,
  type LeavingInput,
  leavingFields,
  leavingReasons,
  rehireFields,
} from '../../../electron/contract/employees.ts'
import { fullName } from '../../registry/names.ts'
import { EmployeeField } from '../../registry/PlaceFields.tsx'
import { fieldWords, leavingFieldWords, leavingReasonWords } from '../../registry/strings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { useOffboard, useRehire } from './queries.ts'
import { leavingWords as words } from './strings.ts'

interface LeavingDialogProps {
  readonly opened: boolean
  readonly employee: EmployeeRecord
  readonly onClose: () => void
}

/** Asks when and why somebody leaves, and who takes over. */
export function OffboardDialog({ opened, employee, onClose }: LeavingDialogProps) {
  return (
    <Frame opened={opened} title={words.offboardTitle(fullName(employee))} onClose={onClose}>
      <OffboardForm employee={employee} onClose={onClose} />
    </Frame>
  )
}

/** Asks from when somebody who left is back. */
export function RehireDialog({ opened, employee, onClose }: LeavingDialogProps) {
  return (
    <Frame opened={opened} title={words.rehireTitle(fullName(employee))} onClose={onClose}>
      <RehireForm employee={employee} onClose={onClose} />
    </Frame>
  )
}

function Frame({ opened, title, onClose, children }: Omit<LeavingDialogProps, 'employee'> & FrameProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      {children}
    </Modal>
  )
}

interface FrameProps {
  readonly title: string
  readonly children: ReactNode
}

type FormProps = Omit<LeavingDialogProps, 'opened'>

/** What a leaving is while its reason is not chosen yet. */
type LeavingValues = Omit<LeavingInput, 'leavingReason'> & {
  readonly leavingReason: LeavingInput['leavingReason'] | ''
}

function OffboardForm({ employee, onClose }: FormProps) {
  const offboard = useOffboard()
  const { id, version, leaving, manager, reports } = employee
  const { form, formProps, field, pending, problems, failure } = useContractForm<LeavingValues>({
    schema: leavingFields,
    initialValues: {
      leavingDate: leaving?.date ?? '',
      leavingReason: leaving?.reason ?? '',
      successorId: (leaving ? leaving.successor?.id : manager?.id) ?? null,
    },
    onSubmit: async (values) => {
      const answer = await offboard.mutateAsync({ id, version, leaving: leavingFields.parse(values) })
      onClose()
      toast(answer.employee.status === 'left' ? words.offboarded : words.planned)
    },
  })
  const reasons = leavingReasons.map((value) => ({ value, label: leavingReasonWords[value] }))
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text c="dimmed">
          {words.offboardDetail} {reports > 0 && words.reports(reports)}
        </Text>
        <ErrorSummary problems={problems} failure={failure} />
        <DateField
          label={leavingFieldWords.leavingDate}
          data-autofocus
          {...field('leavingDate')}
          value={form.values.leavingDate}
          onChange={(date) => form.setFieldValue('leavingDate', date)}
        />
        <NativeSelect
          label={leavingFieldWords.leavingReason}
          data={[{ value: '', label: leavingFieldWords.choose }, ...reasons]}
          {...field('leavingReason')}
        />
        <EmployeeField
          {...field('successorId')}
          label={leavingFieldWords.successorId}
          exceptId={id}
          value={form.values.successorId}
          onChange={(successorId) => form.setFieldValue('successorId', successorId)}
        />
        <Actions submit={words.offboard} pending={pending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

function RehireForm({ employee, onClose }: FormProps) {
  const rehire = useRehire()
  const { id, version } = employee
  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: rehireFields,
    initialValues: { hireDate: '' },
    onSubmit: async (values) => {
      await rehire.mutateAsync({ id, version, rehire: values })
      onClose()
      toast(words.rehired)
    },
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text c="dimmed">{words.rehireDetail}</Text>
        <ErrorSummary problems={problems} failure={failure} />
        <DateField
          label={fieldWords.hireDate}
          data-autofocus
          {...field('hireDate')}
          value={form.values.hireDate}
          onChange={(date) => form.setFieldValue('hireDate', date)}
        />
        <Actions submit={words.rehire} pending={pending} onCancel={onClose} />
      </Stack>
    </form>
  )
}

interface ActionsProps {
  readonly submit: string
  readonly pending: boolean
  readonly onCancel: () => void
}

function Actions({ submit, pending, onCancel }: ActionsProps) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {sharedWords.cancel}
      </Button>
      <Button type="submit" loading={pending}>
        {submit}
      </Button>
    </Group>
  )
}
