import { Button, Text } from '@mantine/core'
import type { Notice } from '../../../electron/contract/notice.ts'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { OwnerPage } from './OwnerPage.tsx'
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
    <OwnerPage
      company={company}
      owner={session.displayName}
      lead={words.workWaits}
      notice={notice}
      submit={words.signInAgain}
      send={signInAgain}
      otherwise={
        <Button variant="default" onClick={somebodyElse}>
          {words.somebodyElse}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        {words.notYou(session.displayName)}
      </Text>
    </OwnerPage>
  )
}
