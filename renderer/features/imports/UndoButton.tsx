import { Button } from '@mantine/core'
import type { LastImport } from '../../../electron/contract/imports.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { useUndo } from './queries.ts'
import { importWords } from './strings.ts'

/** Takes an import back, once it was asked. */
export function UndoButton({ last }: { last: LastImport }) {
  const undo = useUndo()
  const { ask, dialog } = useConfirmedAct()
  const { action, title, detail } = importWords.undo
  return (
    <>
      <Button
        variant="default"
        onClick={() =>
          ask({
            title,
            detail: detail(last),
            confirm: action,
            isDangerous: true,
            run: () => undo.mutateAsync(last.id),
          })
        }
      >
        {action}
      </Button>
      {dialog}
    </>
  )
}
