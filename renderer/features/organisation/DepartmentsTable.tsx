import { Table, VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import type { Department } from '../../../electron/contract/organisation.ts'
import { employeesWithin, type PlacedDepartment, placed } from '../../registry/department-tree.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { EmployeeCount } from './EmployeeCount.tsx'
import classes from './organisation.module.css'
import type { RecordActs } from './RecordsScreen.tsx'
import { RowActions } from './RowActions.tsx'
import { departmentWords, words } from './strings.ts'

const { columns } = departmentWords

interface DepartmentsTableProps extends RecordActs<Department> {
  readonly departments: readonly Department[]
}

/** The departments as a tree: each is set in by its depth. */
export function DepartmentsTable({ departments, onEdit, onRemove }: DepartmentsTableProps) {
  const tree = placed(departments)
  return (
    <PlainTable
      label={departmentWords.table}
      columns={[columns.name, columns.code, columns.head, { number: columns.employees }]}
      actions={words.actions}
      minWidth={560}
    >
      {tree.map((place) => (
        <DepartmentRow
          key={place.department.id}
          place={place}
          employees={employeesWithin(tree, place.department)}
          onEdit={() => onEdit(place.department)}
          onRemove={() => onRemove(place.department)}
        />
      ))}
    </PlainTable>
  )
}

interface DepartmentRowProps {
  readonly place: PlacedDepartment
  /** Of it and of the departments below it. */
  readonly employees: number
  readonly onEdit: () => void
  readonly onRemove: () => void
}

function DepartmentRow({ place: { department, depth, above }, employees, onEdit, onRemove }: DepartmentRowProps) {
  const name = useId()
  return (
    <Table.Tr>
      <Table.Td className={classes.name} style={{ '--depth': depth }}>
        <span id={name}>{department.name}</span>
        {above !== '' && <VisuallyHidden>{departmentWords.partOf(above)}</VisuallyHidden>}
      </Table.Td>
      <Table.Td className={classes.code}>{department.code || words.none}</Table.Td>
      <Table.Td className={classes.head}>{department.head?.name ?? words.none}</Table.Td>
      <Table.Td data-number>
        <EmployeeCount count={employees} of={department.name} filter={{ departmentIds: [department.id] }} />
      </Table.Td>
      <Table.Td className={classes.actions}>
        <RowActions of={name} onEdit={onEdit} onRemove={onRemove} />
      </Table.Td>
    </Table.Tr>
  )
}
