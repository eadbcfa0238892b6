import { Skeleton } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { fullName } from '../../registry/names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Particulars } from '../../ui/Particulars.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Section } from '../../ui/Section.tsx'
import { PhotoOf } from '../photos/PhotoOf.tsx'
import { AskAdministrators } from './AskAdministrators.tsx'
import { ownQuery } from './queries.ts'
import { groupsOf } from './record-groups.ts'
import { words } from './strings.ts'

/** One's own record, to read, and whom to ask for a change. */
export function MyDetailsScreen() {
  const { data, error, refetch } = useQuery(ownQuery)
  return (
    <Screen
      title={words.own.heading}
      lead={data && <AskAdministrators />}
      actions={data && <PhotoOf id={data.employee.id} name={fullName(data.employee)} size={64} />}
    >
      {error && <RequestError failure={error} title={words.own.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={360} maw={560} aria-label={words.own.loading} />}
      {!error && data === null && (
        <EmptyState {...words.own.noRecord} icon={<IconUserQuestion size={32} stroke={1.25} />} />
      )}
      {!error &&
        data &&
        groupsOf(data.employee, data.custom).map(({ title, lines }) => (
          <Section key={title} title={title}>
            <Particulars lines={lines} />
          </Section>
        ))}
    </Screen>
  )
}
