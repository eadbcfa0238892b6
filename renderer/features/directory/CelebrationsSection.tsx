import { Skeleton, Stack, Switch, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { CelebrationChoice } from '../../../electron/contract/directory.ts'
import { useSession } from '../../frame/session.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import { OwnRecord } from '../employees/OwnRecord.tsx'
import { AskAdministrators } from './AskAdministrators.tsx'
import classes from './celebrations.module.css'
import { ownQuery, useChooseCelebrations } from './queries.ts'
import { words } from './strings.ts'

const text = words.choice

/** Which of one's own days everybody may know: none until one says so. */
export function CelebrationsSection() {
  const { data, error, refetch } = useQuery(ownQuery)
  const { session } = useSession()
  return (
    <Section title={text.heading}>
      {error && <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={96} aria-label={text.loading} />}
      {!error && data === null && (
        <Stack gap="xs">
          <Text>{text.noRecord}</Text>
          {session?.role === 'admin' ? (
            <div>
              <OwnRecord displayName={session.displayName} />
            </div>
          ) : (
            <Text c="dimmed">
              <AskAdministrators />
            </Text>
          )}
        </Stack>
      )}
      {!error && data && <Choice chosen={data.celebrations} hasBirthday={data.employee.dateOfBirth !== ''} />}
    </Section>
  )
}

function Choice({ chosen, hasBirthday }: { chosen: CelebrationChoice; hasBirthday: boolean }) {
  const change = useChooseCelebrations()
  const hint = useId()
  const shown = change.isPending ? change.variables : chosen
  return (
    <Stack gap="md" className={classes.choice}>
      <Text c="dimmed">{text.lead}</Text>
      {change.isError && <RequestError failure={change.error} title={text.notSaved} />}
      <div>
        {/* Its own description would become a part of its name. */}
        <Switch
          label={text.birthday}
          aria-describedby={hasBirthday ? undefined : hint}
          checked={shown.birthday}
          onChange={({ currentTarget: { checked } }) => change.mutate({ ...shown, birthday: checked })}
        />
        {!hasBirthday && (
          <Text id={hint} c="dimmed" fz={13} mt={4}>
            {text.noBirthday}
          </Text>
        )}
      </div>
      <Switch
        label={text.anniversary}
        checked={shown.anniversary}
        onChange={({ currentTarget: { checked } }) => change.mutate({ ...shown, anniversary: checked })}
      />
    </Stack>
  )
}
