import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { AccountAccess as Access } from '../../../electron/contract/account-access.ts'
import type { AccountView } from '../../../electron/contract/accounts.ts'
import type { SessionHistoryRow } from '../../../electron/contract/session-view.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { formatInstant } from '../../ui/format.ts'
import { Instant } from '../../ui/Instant.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { toast } from '../../ui/toast.ts'
import { LiveTable } from '../sessions/LiveTable.tsx'
import { liveQuery, sessionKeys } from '../sessions/queries.ts'
import { useEndingSessions } from '../sessions/use-ending-sessions.ts'
import { accessWords as words } from './account-strings.ts'

/** It stands under the sessions, so that it is asked again when somebody signs in or out. */
const accessQuery = (accountId: number) =>
  queryOptions({
    queryKey: [...sessionKeys, 'access', accountId],
    queryFn: () => answerOf(staffdesk.accounts.readAccess({ accountId })),
    // Nothing tells of a sign-in that failed.
    staleTime: 0,
  })

/** Where an account is signed in, when it was lately, and what keeps it from signing in. */
export function AccountAccess({ account }: { account: AccountView }) {
  const { data, error, refetch } = useQuery(accessQuery(account.id))
  if (error) return <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton height={120} aria-label={words.loading} />
  return (
    <Stack gap="md">
      <Failures account={account} access={data} />
      <OpenSessions accountId={account.id} />
      <SignIns rows={data.signIns} />
    </Stack>
  )
}

function Failures({ account, access }: { account: AccountView; access: Access }) {
  const { failures, waitsUntil, isDisabledByFailures } = access
  const unlock = useChange(sessionKeys, (accountId: number) =>
    answerOf(staffdesk.accounts.forgetFailures({ accountId })),
  )
  if (failures === 0) return null
  if (isDisabledByFailures) return <Text>{words.disabledByFailures(failures)}</Text>
  return (
    <Group gap="md">
      <Text>{waitsUntil === null ? words.failed(failures) : words.waits(failures, formatInstant(waitsUntil))}</Text>
      {waitsUntil !== null && (
        <Button
          variant="default"
          size="compact-sm"
          loading={unlock.isPending}
          onClick={() => unlock.mutate(account.id, { onSuccess: () => toast(words.unlocked) })}
        >
          {words.unlock}
        </Button>
      )}
      {unlock.isError && <RequestError failure={unlock.error} />}
    </Group>
  )
}

function OpenSessions({ accountId }: { accountId: number }) {
  const { data = [] } = useQuery(liveQuery)
  const sessions = data.filter((session) => session.accountId === accountId)
  const { endOne, endAllOf, dialog } = useEndingSessions(sessions)
  return (
    <div>
      <Title order={3}>{words.openSessions}</Title>
      {sessions.length === 0 ? (
        <Text c="dimmed" mt="xs">
          {words.noSession}
        </Text>
      ) : (
        <LiveTable
          shown={sessions}
          others={sessions.filter(({ isCurrent }) => !isCurrent)}
          onEnd={endOne}
          onEndAllOf={endAllOf}
        />
      )}
      {dialog}
    </div>
  )
}

function SignIns({ rows }: { rows: readonly SessionHistoryRow[] }) {
  const { started, ended, computer, reason } = words.columns
  if (rows.length === 0) return null
  return (
    <div>
      <Title order={3}>{words.recent}</Title>
      <PlainTable label={words.recentTable} columns={[started, ended, computer, reason]} minWidth={560}>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <Instant at={row.startedAt} />
            </Table.Td>
            <Table.Td>{row.endedAt === null ? words.none : <Instant at={row.endedAt} />}</Table.Td>
            <Table.Td>{row.computer}</Table.Td>
            <Table.Td>{row.reasonText ?? words.lasts}</Table.Td>
          </Table.Tr>
        ))}
      </PlainTable>
    </div>
  )
}
