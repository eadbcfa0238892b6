import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn } from '../../../electron/contract/employee-list.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { exportColumns, type exportSeparators } from '../../../electron/contract/exports.ts'
import { RadioList } from '../../ui/RadioList.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { useStartExport } from './queries.ts'
import { exportedOf } from './shown.ts'
import { words } from './strings.ts'

interface ExportFormProps {
  readonly selection: EmployeeSelection
  readonly count: number
  readonly sort: EmployeeSort
  readonly shown: readonly EmployeeColumn[]
  readonly onBegun: (id: number) => void
  readonly onCancel: () => void
}

type Separator = (typeof exportSeparators)[number]

/** Which columns, and how they are told apart. */
export function ExportForm({ selection, count, sort, shown, onBegun, onCancel }: ExportFormProps) {
  const [columns, setColumns] = useState('shown')
  const [separator, setSeparator] = useState<Separator>('comma')
  const start = useStartExport()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const what = columns === 'shown' ? exportedOf(shown) : { columns: [...exportColumns], custom: 'all' as const }
    start.mutate({ selection, sort, ...what, separator }, { onSuccess: (begun) => begun !== null && onBegun(begun.id) })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <Text>{words.about(count)}</Text>
        {start.isError && <RequestError failure={start.error} title={words.failed} />}
        <RadioList
          label={words.columns}
          value={columns}
          onChange={setColumns}
          options={[
            { value: 'shown', label: words.shown, hint: words.shownHint },
            { value: 'all', label: words.all, hint: words.allHint },
          ]}
        />
        <RadioList
          label={words.separator}
          value={separator}
          onChange={(value) => setSeparator(value === 'semicolon' ? 'semicolon' : 'comma')}
          options={[
            { value: 'comma', label: words.comma, hint: words.commaHint },
            { value: 'semicolon', label: words.semicolon, hint: words.semicolonHint },
          ]}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {sharedWords.cancel}
          </Button>
          <Button type="submit" loading={start.isPending}>
            {words.go}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
