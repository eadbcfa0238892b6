import { Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Department, departmentFields } from '../../../electron/contract/organisation.ts'
import type { z } from '../../../electron/contract/zod.ts'
import { employeesWithin, placed, standingBelow } from '../../registry/department-tree.ts'
import { FieldValue } from '../../registry/FieldValue.tsx'
import { plainField } from '../../registry/Line.tsx'
import { DepartmentField, EmployeeField } from '../../registry/PlaceFields.tsx'
import { departmentsQuery } from '../../registry/queries.ts'
import { RecordDialog, RecordForm, useRecordForm } from '../../registry/RecordDialog.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { useSaveDepartment } from './queries.ts'
import { departmentWords } from './strings.ts'

const { fields } = departmentWords

type Values = z.input<typeof departmentFields>

const valuesOf = (department: Department | null): Values => ({
  name: department?.name ?? '',
  code: department?.code ?? '',
  parentId: department?.parentId ?? null,
  headId: department?.head?.id ?? null,
})

interface DepartmentDialogProps {
  readonly opened: boolean
  /** The department to be edited; null for one to be added. */
  readonly department: Department | null
  readonly onClose: () => void
}

/** Asks for everything about a department. */
export function DepartmentDialog({ opened, department, onClose }: DepartmentDialogProps) {
  const title = department === null ? departmentWords.add : departmentWords.editTitle(department.name)
  return (
    <RecordDialog opened={opened} title={title} onClose={onClose}>
      <DepartmentForm department={department} onClose={onClose} />
    </RecordDialog>
  )
}

function DepartmentForm({ department, onClose }: Omit<DepartmentDialogProps, 'opened'>) {
  const { data = [] } = useQuery(departmentsQuery)
  const save = useSaveDepartment()
  const record = useRecordForm<Values, Department>({
    row: department,
    rows: data,
    schema: departmentFields,
    valuesOf,
    save: (values, known) => save.mutateAsync({ known, department: values }),
    words: departmentWords,
    onClose,
  })
  const { form, field } = record

  return (
    <RecordForm form={record} valuesOf={valuesOf} labels={fields} shown={shown} onClose={onClose}>
      <TextInput {...plainField} label={fields.name} data-autofocus {...field('name')} />
      <TextInput {...plainField} label={fields.code} description={sharedWords.optional} {...field('code')} />
      <div>
        <DepartmentField
          {...field('parentId')}
          label={fields.parentId}
          exceptId={department?.id}
          value={form.values.parentId}
          onChange={(id) => form.setFieldValue('parentId', id)}
        />
        <Text size="sm" c="dimmed" mt={4} role="status">
          {department !== null && form.values.parentId !== department.parentId && movesWith(data, department)}
        </Text>
      </div>
      <EmployeeField
        {...field('headId')}
        label={fields.headId}
        value={form.values.headId}
        onChange={(id) => form.setFieldValue('headId', id)}
      />
    </RecordForm>
  )
}

/** What a department takes along when it moves, in words. */
function movesWith(departments: readonly Department[], department: Department): string {
  const tree = placed(departments)
  return departmentWords.moves(standingBelow(tree, department.id).length, employeesWithin(tree, department))
}

function shown(name: keyof Values, values: Values): ReactNode {
  const value = values[name]
  if (typeof value !== 'number') return value
  return <FieldValue field={name === 'parentId' ? 'departmentId' : 'managerId'} value={value} empty="" />
}
