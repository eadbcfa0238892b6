import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type Position, positionFields } from '../../../electron/contract/organisation.ts'
import type { z } from '../../../electron/contract/zod.ts'
import { plainField } from '../../registry/Line.tsx'
import { positionsQuery } from '../../registry/queries.ts'
import { RecordDialog, RecordForm, useRecordForm } from '../../registry/RecordDialog.tsx'
import { useSavePosition } from './queries.ts'
import { positionWords } from './strings.ts'

const { fields } = positionWords

type Values = z.input<typeof positionFields>

const valuesOf = (position: Position | null): Values => ({ title: position?.title ?? '' })

interface PositionDialogProps {
  readonly opened: boolean
  /** The position to be edited; null for one to be added. */
  readonly position: Position | null
  readonly onClose: () => void
}

/** Asks for the title of a position. */
export function PositionDialog({ opened, position, onClose }: PositionDialogProps) {
  const title = position === null ? positionWords.add : positionWords.editTitle(position.title)
  return (
    <RecordDialog opened={opened} title={title} onClose={onClose}>
      <PositionForm position={position} onClose={onClose} />
    </RecordDialog>
  )
}

function PositionForm({ position, onClose }: Omit<PositionDialogProps, 'opened'>) {
  const { data = [] } = useQuery(positionsQuery)
  const save = useSavePosition()
  const record = useRecordForm<Values, Position>({
    row: position,
    rows: data,
    schema: positionFields,
    valuesOf,
    save: (values, known) => save.mutateAsync({ known, position: values }),
    words: positionWords,
    onClose,
  })
  return (
    <RecordForm form={record} valuesOf={valuesOf} labels={fields} onClose={onClose}>
      <TextInput {...plainField} label={fields.title} data-autofocus {...record.field('title')} />
    </RecordForm>
  )
}
