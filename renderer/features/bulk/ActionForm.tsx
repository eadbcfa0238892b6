import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { type BulkAction, bulkAction } from '../../../electron/contract/bulk.ts'
import { employmentTypes } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { leavingReasons } from '../../../electron/contract/employees.ts'
import { DepartmentField, EmployeeField, PositionField } from '../../registry/PlaceFields.tsx'
import { employmentTypeWords, fieldWords, leavingFieldWords, leavingReasonWords } from '../../registry/strings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { usePrepare } from './queries.ts'
import { actionWords, type Kind, words } from './strings.ts'

/** What each action asks for, as a form holds it. */
interface Values extends Record<string, unknown> {
  departmentId: number | null
  positionId: number | null
  managerId: number | null
  employmentType: string
  leavingDate: string
  leavingReason: string
  successorId: number | null
}

const nothing: Values = {
  departmentId: null,
  positionId: null,
  managerId: null,
  employmentType: '',
  leavingDate: '',
  leavingReason: '',
  successorId: null,
}

/** The action as the contract has it, whether or not everything is filled in. */
function actionOf(kind: Kind, { leavingDate, leavingReason, successorId, ...values }: Values): unknown {
  switch (kind) {
    case 'department':
      return { kind, departmentId: values.departmentId }
    case 'position':
      return { kind, positionId: values.positionId }
    case 'manager':
      return { kind, managerId: values.managerId }
    case 'employment-type':
      return { kind, employmentType: values.employmentType === '' ? null : values.employmentType }
    case 'offboard':
      return { kind, leaving: { leavingDate, leavingReason, successorId } }
    default:
      return { kind }
  }
}

interface ActionFormProps {
  readonly kind: Kind
  readonly selection: EmployeeSelection
  readonly count: number
  readonly onPrepared: (id: number, action: BulkAction) => void
  readonly onCancel: () => void
}

/** Asks what the selected employees are to get, and has it tried. */
export function ActionForm({ kind, selection, count, onPrepared, onCancel }: ActionFormProps) {
  const prepare = usePrepare()
  const { form, formProps, field, pending, problems, failure } = useContractForm<Values>({
    schema: bulkAction,
    initialValues: nothing,
    toInput: (values) => actionOf(kind, values),
    nameOf: (path) => path.split('.').at(-1),
    onSubmit: async (values) => {
      const action = bulkAction.parse(actionOf(kind, values))
      const { id } = await prepare.mutateAsync({ selection, action })
      onPrepared(id, action)
    },
  })
  const { about } = actionWords[kind]
  const place = (name: 'departmentId' | 'positionId' | 'managerId' | 'successorId') => ({
    ...field(name),
    value: form.values[name],
    onChange: (id: number | null) => form.setFieldValue(name, id),
  })
  const fields: Readonly<Record<Kind, ReactNode>> = {
    department: <DepartmentField {...place('departmentId')} description={words.emptyFor.department} data-autofocus />,
    position: <PositionField {...place('positionId')} description={words.emptyFor.position} data-autofocus />,
    manager: <EmployeeField {...place('managerId')} description={words.emptyFor.manager} data-autofocus />,
    'employment-type': (
      <NativeSelect
        label={fieldWords.employmentType}
        data-autofocus
        data={[
          { value: '', label: words.none },
          ...employmentTypes.map((value) => ({ value, label: employmentTypeWords[value] })),
        ]}
        {...field('employmentType')}
      />
    ),
    'disable-accounts': null,
    'reset-passwords': null,
    archive: null,
    offboard: (
      <>
        <DateField
          label={leavingFieldWords.leavingDate}
          data-autofocus
          {...field('leavingDate')}
          value={form.values.leavingDate}
          onChange={(date) => form.setFieldValue('leavingDate', date)}
        />
        <NativeSelect
          label={leavingFieldWords.leavingReason}
          data={[
            { value: '', label: leavingFieldWords.choose },
            ...leavingReasons.map((value) => ({ value, label: leavingReasonWords[value] })),
          ]}
          {...field('leavingReason')}
        />
        <EmployeeField {...place('successorId')} label={leavingFieldWords.successorId} />
      </>
    ),
  }
  return (
    <form {...formProps}>
      <Stack gap="md">
        <Text>{words.selected(count)}</Text>
        {about !== undefined && <Text c="dimmed">{about}</Text>}
        <ErrorSummary problems={problems} failure={failure} />
        {fields[kind]}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {sharedWords.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {words.preview}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
