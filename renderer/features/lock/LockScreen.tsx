import { Button, Stack, Text } from '@mantine/core'
import type { LockedSession } from '../../../electron/contract/session-view.ts'
import { FullPage } from '../../ui/FullPage.tsx'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { PasswordForm } from '../../ui/PasswordForm.tsx'
import { CountdownLine } from './CountdownLine.tsx'
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
    <FullPage
      company={company}
      title={lock.displayName}
      lead={lock.username}
      focusHeading={false}
      messages={<NoticeAlert notice={lock.notice} />}
    >
      <Stack gap="md">
        <PasswordForm submit={words.unlock} send={unlock}>
          <Button variant="default" onClick={switchUser}>
            {words.switchUser}
          </Button>
          <Button variant="default" onClick={logOut}>
            {words.logOut}
          </Button>
        </PasswordForm>
        <CountdownLine label={words.endsIn} remainingMs={lock.endsInMs} />
        {hasUnsavedWork && (
          <Text size="sm" c="dimmed">
            {words.unsaved}
          </Text>
        )}
      </Stack>
    </FullPage>
  )
}
