import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type BulkAction, type BulkOutcome, type BulkTask, bulkOutcomes } from '../../../electron/contract/bulk.ts'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { Obstacles } from './Obstacles.tsx'
import { OutcomeTable } from './OutcomeTable.tsx'
import { Slips } from './Slips.tsx'
import { actionWords, words } from './strings.ts'

interface ResultProps {
  readonly task: BulkTask
  readonly action: BulkAction
  readonly pending: boolean
  readonly onUndo: () => void
  readonly onClose: () => void
}

/** What was done, row by row, and the way back. */
export function Result({ task, action, pending, onUndo, onClose }: ResultProps) {
  const [shown, setShown] = useState<BulkOutcome | null>(task.refused > 0 ? 'refused' : null)
  const { done, unchanged } = actionWords[action.kind]
  return (
    <Stack gap="md">
      {task.problem !== null && (
        <NoticeAlert notice={{ tone: 'alert', title: words.stopped, detail: words.stoppedDetail(task.problem) }} />
      )}
      <div role="status">
        <Text fw={600}>{task.phase === 'undo' ? words.undone(task.done) : done(task.done)}</Text>
        {task.unchanged > 0 && <Text>{unchanged(task.unchanged)}</Text>}
        {task.refused > 0 && <Text>{words.refused(task.refused)}</Text>}
        {task.state === 'cancelled' && (
          <Text>{words.cancelled(task.done + task.unchanged + task.refused, task.total)}</Text>
        )}
      </div>
      <Obstacles task={task} />
      {task.slips > 0 && <Slips id={task.id} count={task.slips} />}
      <NativeSelect
        label={words.show}
        value={shown ?? ''}
        onChange={({ currentTarget: { value } }) => setShown(bulkOutcomes.find((outcome) => outcome === value) ?? null)}
        data={[
          { value: '', label: words.everybody },
          ...bulkOutcomes.map((value) => ({ value, label: words.outcomes[value] })),
        ]}
      />
      <OutcomeTable key={`${task.phase} ${shown}`} task={task} outcome={shown} />
      <Group justify="flex-end" gap="xs">
        {task.undoable > 0 && (
          <Button variant="default" loading={pending} onClick={onUndo}>
            {words.undo(task.undoable)}
          </Button>
        )}
        <Button onClick={onClose}>{sharedWords.close}</Button>
      </Group>
    </Stack>
  )
}
