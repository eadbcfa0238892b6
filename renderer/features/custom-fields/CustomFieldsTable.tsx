import { ActionIcon, Button, Group, Table } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useId } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { formatNumber } from '../../ui/format.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import classes from './custom-fields.module.css'
import { kindWords, words } from './strings.ts'

interface Acts {
  readonly onEdit: (field: CustomField) => void
  readonly onRemove: (field: CustomField) => void
  readonly onMove: (field: CustomField, place: number) => void
  readonly onArchive: (field: CustomField, isArchived: boolean) => void
}

const { columns } = words

/** The custom fields in their order, and what can be done with each. */
export function CustomFieldsTable({ fields, ...acts }: Acts & { readonly fields: readonly CustomField[] }) {
  return (
    <PlainTable
      label={words.table}
      columns={[columns.name, columns.kind, columns.seenBy, { number: columns.values }]}
      actions={words.actions}
      minWidth={720}
    >
      {fields.map((field, place) => (
        <FieldRow key={field.id} field={field} place={place} isLast={place === fields.length - 1} {...acts} />
      ))}
    </PlainTable>
  )
}

interface FieldRowProps extends Acts {
  readonly field: CustomField
  readonly place: number
  readonly isLast: boolean
}

function FieldRow({ field, place, isLast, onEdit, onRemove, onMove, onArchive }: FieldRowProps) {
  const name = useId()
  const marks = [field.isRequired && words.required, field.isArchived && words.isArchived].filter(
    (mark) => mark !== false,
  )
  const button = { variant: 'default', size: 'compact-sm', 'aria-describedby': name } as const
  const arrow = { variant: 'default', size: 26, 'aria-describedby': name } as const
  return (
    <Table.Tr>
      <Table.Td className={classes.name}>
        <span id={name}>{field.name}</span>
        {marks.length > 0 && <span className={classes.marks}>{marks.join(' · ')}</span>}
      </Table.Td>
      <Table.Td>{kindWords[field.kind]}</Table.Td>
      <Table.Td>{field.isPrivate ? words.administrators : words.everyone}</Table.Td>
      <Table.Td data-number>{formatNumber(field.values)}</Table.Td>
      <Table.Td className={classes.actions}>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <ActionIcon
            {...arrow}
            aria-label={words.moveUp}
            disabled={place === 0}
            onClick={() => onMove(field, place - 1)}
          >
            <IconArrowUp size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
          <ActionIcon {...arrow} aria-label={words.moveDown} disabled={isLast} onClick={() => onMove(field, place + 1)}>
            <IconArrowDown size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
          <Button {...button} onClick={() => onEdit(field)}>
            {words.edit}
          </Button>
          <Button {...button} onClick={() => onArchive(field, !field.isArchived)}>
            {field.isArchived ? words.restore : words.archive}
          </Button>
          <Button {...button} onClick={() => onRemove(field)}>
            {words.remove}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
