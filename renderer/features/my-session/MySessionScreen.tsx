import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Notice } from '../../../electron/contract/notice.ts'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { OwnSession } from '../dashboard/OwnSession.tsx'
import { RecentSessions } from '../dashboard/RecentSessions.tsx'
import { Messages } from './Messages.tsx'
import { Properties } from './Properties.tsx'
import { ownSessionQuery } from './queries.ts'
import { words } from './strings.ts'

interface MySessionScreenProps {
  /** Shows what became of the session, and the message about it. */
  readonly onSession: (session: SessionView, notice: Notice | null) => void
  /** Ends every session of the person, and shows that. */
  readonly onLogOutEverywhere: () => void
}

/** A person's own session: what it is, what it keeps for them, the logins before it, and what was told of them. */
export function MySessionScreen({ onSession, onLogOutEverywhere }: MySessionScreenProps) {
  const { data, error, refetch } = useQuery(ownSessionQuery)
  const { ask, dialog } = useConfirmedAct()
  const logOutEverywhere = () =>
    ask({
      title: words.logOutEverywhere.title,
      detail: words.logOutEverywhere.detail,
      confirm: words.logOutEverywhere.action,
      isDangerous: true,
      run: async () => onLogOutEverywhere(),
    })
  const logOutButton = (
    <Button variant="default" onClick={logOutEverywhere}>
      {words.logOutEverywhere.action}
    </Button>
  )

  return (
    <Screen title={words.heading} actions={logOutButton}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={360} aria-label={words.loading} />}
      {!error && data && (
        <>
          <OwnSession session={data.session} />
          <Properties properties={data.properties} onSession={onSession} />
          <RecentSessions rows={data.history} />
          <Messages messages={data.messages} />
        </>
      )}
      {dialog}
    </Screen>
  )
}
