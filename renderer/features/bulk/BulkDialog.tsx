import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BulkAction } from '../../../electron/contract/bulk.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { useLeave } from '../../frame/unsaved-work.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { ActionForm } from './ActionForm.tsx'
import { closeTask } from './queries.ts'
import { actionWords, type Kind } from './strings.ts'
import { TaskSteps } from './TaskSteps.tsx'

interface BulkDialogProps {
  readonly kind: Kind
  readonly opened: boolean
  readonly selection: EmployeeSelection
  readonly count: number
  /** @param isChanged whether employees were changed */
  readonly onClose: (isChanged: boolean) => void
}

interface Prepared {
  readonly id: number
  readonly action: BulkAction
}

/** One change to many employees: what, what will come of it, how far it is, and what came of it. */
export function BulkDialog({ kind, opened, selection, count, onClose }: BulkDialogProps) {
  const [prepared, setPrepared] = useState<Prepared | null>(null)
  const [isChanged, setChanged] = useState(false)
  const leave = useLeave()
  // The dialog is all that knows of the task: with it goes whatever main still knows, slips above all.
  useEffect(() => {
    if (prepared === null) return
    return () => closeTask(prepared.id)
  }, [prepared])
  const close = () => leave(() => onClose(isChanged))
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={actionWords[kind].name}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      size={640}
    >
      {prepared === null ? (
        <ActionForm
          kind={kind}
          selection={selection}
          count={count}
          onPrepared={(id, action) => setPrepared({ id, action })}
          onCancel={close}
        />
      ) : (
        <TaskSteps {...prepared} onChanged={() => setChanged(true)} onClose={close} />
      )}
    </Modal>
  )
}
