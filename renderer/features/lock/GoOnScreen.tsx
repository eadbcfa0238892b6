import { Button, Stack, Text } from '@mantine/core'
import type { Notice } from '../../../electron/contract/notice.ts'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { FullPage } from '../../ui/FullPage.tsx'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { PasswordForm } from '../../ui/PasswordForm.tsx'
import { words } from './strings.ts'

interface GoOnScreenProps {
  readonly company: string | null
  readonly session: SessionView
  /** Why the session ended. */
  readonly notice: Notice
  readonly signInAgain: (password: string) => Promise<unknown>
  readonly somebodyElse: () => void
}

/** Stands over unsaved work whose session has ended, so that its owner goes on and nobody else sees it. */
export function GoOnScreen({ company, session, notice, signInAgain, somebodyElse }: GoOnScreenProps) {
  return (
    <FullPage
      company={company}
      title={session.displayName}
      lead={words.workWaits}
      focusHeading={false}
      messages={<NoticeAlert notice={notice} />}
    >
      <Stack gap="md">
        <PasswordForm submit={words.signInAgain} send={signInAgain}>
          <Button variant="default" onClick={somebodyElse}>
            {words.somebodyElse}
          </Button>
        </PasswordForm>
        <Text size="sm" c="dimmed">
          {words.notYou(session.displayName)}
        </Text>
      </Stack>
    </FullPage>
  )
}
