import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { EmployeeNumbers } from './EmployeeNumbers.tsx'
import { policyQuery } from './queries.ts'
import { SessionSettings } from './SessionSettings.tsx'
import { words } from './strings.ts'

/** The company's settings. */
export function SettingsScreen() {
  const { data, error, refetch } = useQuery(policyQuery)
  return (
    <Screen title={words.heading}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={360} maw={560} aria-label={words.loading} />}
      <EmployeeNumbers />
      {!error && data && <SessionSettings settings={data} />}
    </Screen>
  )
}
