import { Button, NativeSelect, Stack } from '@mantine/core'
import { useState } from 'react'
import { type SettableStatus, settableStatuses } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { statusWords } from '../../registry/strings.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { useChangeStatus } from './queries.ts'
import { statusChangeWords as words } from './strings.ts'

/** How an employee stands, and the way to change it. Who has left is rehired instead. */
export function StatusSection({ employee }: { employee: EmployeeRecord }) {
  const { id, version, status } = employee
  const [chosen, setChosen] = useState<SettableStatus | null>(null)
  const change = useChangeStatus()
  if (status === 'left') return null
  const next = chosen ?? status
  const save = () =>
    change.mutate(
      { id, version, status: next },
      {
        onSuccess: () => {
          setChosen(null)
          toast(words.changed)
        },
      },
    )
  return (
    <Section title={words.heading}>
      {change.isError && <RequestError failure={change.error} />}
      <Stack gap="md" align="flex-start">
        <NativeSelect
          label={words.heading}
          description={words.hint}
          data={settableStatuses.map((value) => ({ value, label: statusWords[value] }))}
          value={next}
          onChange={(event) => setChosen(settableStatuses.find((known) => known === event.currentTarget.value) ?? null)}
        />
        <Button variant="default" disabled={next === status} loading={change.isPending} onClick={save}>
          {words.change}
        </Button>
      </Stack>
    </Section>
  )
}
