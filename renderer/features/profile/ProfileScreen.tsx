import type { Notice } from '../../../electron/contract/notice.ts'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { Screen } from '../../ui/Screen.tsx'
import { CelebrationsSection } from '../directory/CelebrationsSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { words } from './strings.ts'
import { ThemeSection } from './ThemeSection.tsx'

interface ProfileScreenProps {
  /** Shows what became of the session, and the message about it. */
  readonly onSession: (session: SessionView, notice: Notice | null) => void
}

/** What a person sets for themselves: their password, and how Staffdesk looks. */
export function ProfileScreen({ onSession }: ProfileScreenProps) {
  return (
    <Screen title={words.heading}>
      <PasswordSection onSession={onSession} />
      <ThemeSection onSession={onSession} />
      <CelebrationsSection />
    </Screen>
  )
}
