import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ImportState } from '../../../electron/contract/imports.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { Findings } from './Findings.tsx'
import { useCancel, useCheck, useChoose } from './queries.ts'
import { importWords } from './strings.ts'

/** A file that is read: what its columns hold, and what the dry run found. */
export function ReadFile({ state }: { state: Extract<ImportState, { kind: 'ready' }> }) {
  const [mapping, setMapping] = useState(state.mapping)
  const [options, setOptions] = useState(state.options)
  const check = useCheck()
  const choose = useChoose()
  const cancel = useCancel()
  const { checked } = state
  const isCurrent = JSON.stringify([mapping, options]) === JSON.stringify([state.mapping, state.options])
  const failure = check.error ?? choose.error ?? cancel.error
  const words = importWords.options

  return (
    <>
      <Section
        title={importWords.columns.heading}
        actions={
          <Button variant="default" loading={choose.isPending} onClick={() => choose.mutate(undefined)}>
            {importWords.choose.another}
          </Button>
        }
      >
        <Text c="dimmed">{importWords.columns.hint}</Text>
        <ColumnsTable headings={state.headings} sample={state.sample} mapping={mapping} onChange={setMapping} />
      </Section>
      <Section title={words.heading}>
        <Stack gap="sm">
          <Checkbox
            label={words.updateByNumber}
            description={words.updateByNumberHint}
            checked={options.updateByNumber}
            onChange={(event) => setOptions({ ...options, updateByNumber: event.currentTarget.checked })}
          />
          <Checkbox
            label={words.createMissing}
            description={words.createMissingHint}
            checked={options.createMissing}
            onChange={(event) => setOptions({ ...options, createMissing: event.currentTarget.checked })}
          />
        </Stack>
        {failure && <RequestError failure={failure} />}
        <Group gap="xs">
          <Button
            variant={checked && isCurrent ? 'default' : 'filled'}
            loading={check.isPending}
            onClick={() => check.mutate({ mapping, options })}
          >
            {checked ? importWords.checkAgain : importWords.check}
          </Button>
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
            {importWords.cancel}
          </Button>
          {checked && !isCurrent && <Text c="dimmed">{importWords.found.outdated}</Text>}
        </Group>
      </Section>
      {checked && isCurrent && <Findings counts={checked} />}
    </>
  )
}
