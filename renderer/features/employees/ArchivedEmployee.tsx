import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { fullName } from '../../registry/names.ts'
import { formatInstant } from '../../ui/format.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import { EmployeeHistory } from '../audit/EmployeeHistory.tsx'
import { useRestore } from './archive-queries.ts'
import { archiveWords as words } from './archive-strings.ts'
import { DetailGroups } from './DetailGroups.tsx'
import { detailsOf } from './details.ts'
import classes from './employee.module.css'
import { PurgeDialog } from './PurgeDialog.tsx'

/** The page of somebody who is archived: to be read, brought back, or deleted for good. */
export function ArchivedEmployee({ employee }: { employee: EmployeeRecord }) {
  const restore = useRestore()
  const [purges, setPurges] = useState(false)
  const name = fullName(employee)
  const details = detailsOf(employee)
  return (
    // The same person before and after: another screen, whose heading takes the focus.
    <Screen key={`archived ${employee.id}`} title={name} lead={words.since(formatInstant(employee.archivedAt ?? ''))}>
      <div className={classes.archived}>
        <Text c="dimmed">{words.sinceDetail}</Text>
        {restore.isError && <RequestError failure={restore.error} title={words.notRestored} />}
        <Button
          variant="default"
          loading={restore.isPending}
          onClick={() =>
            restore.mutateAsync(employee).then(
              () => toast(words.restored(name)),
              () => {},
            )
          }
        >
          {words.restore}
        </Button>
      </div>
      <fieldset disabled className={classes.readOnly}>
        <DetailGroups
          values={details}
          field={(field) => ({ name: field, value: details[field], onChange: () => {} })}
          onChange={() => {}}
          selfId={employee.id}
          assigning={null}
        />
      </fieldset>
      <EmployeeHistory id={employee.id} />
      <Section title={words.purge.heading}>
        <Text c="dimmed">{words.purge.detail}</Text>
        <Group gap="xs">
          <Button variant="default" className={classes.dangerous} onClick={() => setPurges(true)}>
            {words.purge.open}
          </Button>
        </Group>
      </Section>
      <PurgeDialog opened={purges} employee={employee} onClose={() => setPurges(false)} />
    </Screen>
  )
}
