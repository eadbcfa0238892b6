import { Button, Group, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { BulkAction } from '../../../electron/contract/bulk.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { TaskProgress } from '../../ui/TaskProgress.tsx'
import { Preview } from './Preview.tsx'
import { taskQuery, useTaskAct } from './queries.ts'
import { Result } from './Result.tsx'
import { words } from './strings.ts'

interface TaskStepsProps {
  readonly id: number
  readonly action: BulkAction
  /** Told once the change has begun. */
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** A task from its trial to its end. */
export function TaskSteps({ id, action, onChanged, onClose }: TaskStepsProps) {
  const { data: task, error } = useQuery(taskQuery(id))
  const act = useTaskAct(id, action)
  const isChanging = task?.state === 'working' && task.phase !== 'trial'
  useUnsavedWork({ dirty: isChanging })
  const hasBegun = task !== undefined && task.phase !== 'trial'
  useEffect(() => {
    if (hasBegun) onChanged()
  }, [hasBegun, onChanged])

  const failure = error ?? act.error
  return (
    <Stack gap="md">
      {failure !== null && <RequestError failure={failure} title={words.failed} />}
      {task?.state === 'working' && (
        <>
          <TaskProgress
            label={words.working[task.phase]}
            done={task.done + task.unchanged + task.refused}
            total={task.total}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={task.phase === 'trial' ? onClose : () => act.mutate('cancel')}>
              {task.phase === 'trial' ? sharedWords.cancel : words.stop}
            </Button>
          </Group>
        </>
      )}
      {task && task.state !== 'working' && task.phase === 'trial' && (
        <Preview
          task={task}
          action={action}
          pending={act.isPending}
          onRun={() => act.mutate('run')}
          onCancel={onClose}
        />
      )}
      {task && task.state !== 'working' && task.phase !== 'trial' && (
        <Result
          task={task}
          action={action}
          pending={act.isPending}
          onUndo={() => act.mutate('undo')}
          onClose={onClose}
        />
      )}
    </Stack>
  )
}
