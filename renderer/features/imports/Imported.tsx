import { Button, Group } from '@mantine/core'
import type { ImportState } from '../../../electron/contract/imports.ts'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { useCancel } from './queries.ts'
import { SaveBadRows } from './SaveBadRows.tsx'
import { importWords } from './strings.ts'
import { UndoButton } from './UndoButton.tsx'

const words = importWords.done

/** What an import has done, and the ways on from there. */
export function Imported({ state }: { state: Extract<ImportState, { kind: 'done' }> }) {
  const another = useCancel()
  return (
    <>
      <NoticeAlert
        notice={{ tone: 'status', title: words.title, detail: `${state.fileName}: ${words.detail(state)}.` }}
      />
      <Group gap="xs">
        <Button loading={another.isPending} onClick={() => another.mutate(undefined)}>
          {words.another}
        </Button>
        {state.skipped > 0 && <SaveBadRows />}
        {state.last && <UndoButton last={state.last} />}
      </Group>
      {another.isError && <RequestError failure={another.error} />}
    </>
  )
}
