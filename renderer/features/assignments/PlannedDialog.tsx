import { Button, Group, Modal, Stack } from '@mantine/core'
import { type Assignment, type PlannedInput, plannedFields } from '../../../electron/contract/assignments.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { EmploymentTypeField } from '../../registry/EmploymentTypeField.tsx'
import { DepartmentField, EmployeeField, PositionField } from '../../registry/PlaceFields.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { useChangePlanned } from './queries.ts'
import { words } from './strings.ts'

interface PlannedDialogProps {
  readonly opened: boolean
  readonly employee: EmployeeRecord
  readonly planned: Assignment
  readonly onClose: () => void
}

/** Asks for another day or another choice of what is planned. */
export function PlannedDialog({ opened, onClose, ...form }: PlannedDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.dialogTitle}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      <PlannedForm {...form} onClose={onClose} />
    </Modal>
  )
}

type Values = Required<PlannedInput>

function PlannedForm({ employee, planned, onClose }: Omit<PlannedDialogProps, 'opened'>) {
  const change = useChangePlanned()
  const { id: employeeId, version } = employee
  const isChanged = (field: keyof Values) =>
    field === 'effectiveFrom' || planned.planned?.fields.includes(field) === true
  const { form, formProps, field, pending, problems, failure } = useContractForm<Values>({
    schema: plannedFields,
    initialValues: {
      effectiveFrom: planned.effectiveFrom,
      departmentId: planned.department?.id ?? null,
      positionId: planned.position?.id ?? null,
      managerId: planned.manager?.id ?? null,
      employmentType: planned.employmentType,
    },
    onSubmit: async (values) => {
      const wanted = plannedFields.parse(
        Object.fromEntries(Object.entries(values).filter(([name]) => isChanged(name as keyof Values))),
      )
      await change.mutateAsync({ employeeId, version, id: planned.id, planned: wanted })
      onClose()
      toast(words.saved)
    },
  })
  const chosen = <Name extends keyof Values>(name: Name) => ({
    ...field(name),
    value: form.values[name],
    onChange: (value: Values[Name]) => form.setFieldValue(name, value as never),
  })
  return (
    <form {...formProps}>
      <Stack gap="md">
        <ErrorSummary problems={problems} failure={failure} />
        <DateField label={words.effectiveFrom} data-autofocus {...chosen('effectiveFrom')} />
        {isChanged('departmentId') && <DepartmentField {...chosen('departmentId')} />}
        {isChanged('positionId') && <PositionField {...chosen('positionId')} />}
        {isChanged('managerId') && <EmployeeField exceptId={employeeId} {...chosen('managerId')} />}
        {isChanged('employmentType') && <EmploymentTypeField {...chosen('employmentType')} />}
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
