import { Button, Text } from '@mantine/core'
import type { LockedSession } from '../../../electron/contract/session-view.ts'
import { CountdownLine } from './CountdownLine.tsx'
import { OwnerPage } from './OwnerPage.tsx'
import { words } from './strings.ts'

interface LockScreenProps {
  readonly company: string | null
  readonly lock: LockedSession
  readonly hasUnsavedWork: boolean
  readonly unlock: (password: string) => Promise<unknown>
  readonly switchUser: () => void
  readonly logOut: () => void
}

/** Stands in the place of everything while the session is locked. */
export function LockScreen({ company, lock, hasUnsavedWork, unlock, switchUser, logOut }: LockScreenProps) {
  return (
    <OwnerPage
      company={company}
      owner={lock.displayName}
      lead={lock.username}
      notice={lock.notice}
      submit={words.unlock}
      send={unlock}
      otherwise={
        <>
          <Button variant="default" onClick={switchUser}>
            {words.switchUser}
          </Button>
          <Button variant="default" onClick={logOut}>
            {words.logOut}
          </Button>
        </>
      }
    >
      <CountdownLine label={words.endsIn} remainingMs={lock.endsInMs} />
      {hasUnsavedWork && (
        <Text size="sm" c="dimmed">
          {words.unsaved}
        </Text>
      )}
    </OwnerPage>
  )
}
