import { Button, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ImportState } from '../../../electron/contract/imports.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { useChoose } from './queries.ts'
import { importWords } from './strings.ts'
import { UndoButton } from './UndoButton.tsx'

/** No file is chosen yet; the last import can be taken back from here. */
export function ChooseFile({ state: { last } }: { state: Extract<ImportState, { kind: 'none' }> }) {
  const choose = useChoose()
  const { title, detail, action } = importWords.choose
  return (
    <>
      {choose.isError && <RequestError failure={choose.error} />}
      <EmptyState title={title} detail={detail} icon={<IconFileImport size={32} stroke={1.25} />}>
        <Button loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
          {action}
        </Button>
      </EmptyState>
      {last && (
        <Section title={importWords.last.heading} actions={<UndoButton last={last} />}>
          <div>
            <Text>{importWords.last.told(last)}</Text>
            <Text c="dimmed">{importWords.last.hint}</Text>
          </div>
        </Section>
      )}
    </>
  )
}
