import { Table } from '@mantine/core'
import { IconBriefcase } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { Position } from '../../../electron/contract/organisation.ts'
import { positionsQuery } from '../../registry/queries.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { EmployeeCount } from './EmployeeCount.tsx'
import classes from './organisation.module.css'
import { PositionDialog } from './PositionDialog.tsx'
import { useRemovePosition } from './queries.ts'
import { type RecordActs, RecordsScreen } from './RecordsScreen.tsx'
import { RowActions } from './RowActions.tsx'
import { positionWords, words } from './strings.ts'

const { columns } = positionWords

/** The positions that employees can be in. */
export function PositionsScreen() {
  return (
    <RecordsScreen
      words={positionWords}
      icon={<IconBriefcase size={32} stroke={1.25} />}
      width="form"
      query={useQuery(positionsQuery)}
      table={(positions, acts) => (
        <PlainTable
          label={positionWords.table}
          columns={[columns.title, { number: columns.employees }]}
          actions={words.actions}
          minWidth={420}
        >
          {positions.map((position) => (
            <PositionRow key={position.id} position={position} {...acts} />
          ))}
        </PlainTable>
      )}
      dialog={({ row, ...dialog }) => <PositionDialog position={row} {...dialog} />}
      nameOf={({ title }) => title}
      remove={useRemovePosition().mutateAsync}
    />
  )
}

function PositionRow({ position, onEdit, onRemove }: RecordActs<Position> & { readonly position: Position }) {
  const title = useId()
  return (
    <Table.Tr>
      <Table.Td className={classes.text} id={title}>
        {position.title}
      </Table.Td>
      <Table.Td data-number>
        <EmployeeCount count={position.employees} of={position.title} filter={{ positionIds: [position.id] }} />
      </Table.Td>
      <Table.Td className={classes.actions}>
        <RowActions of={title} onEdit={() => onEdit(position)} onRemove={() => onRemove(position)} />
      </Table.Td>
    </Table.Tr>
  )
}
