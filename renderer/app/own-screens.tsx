import type { Notice } from '../../electron/contract/notice.ts'
import type { SessionView } from '../../electron/contract/session-view.ts'
import { answerOf, staffdesk } from '../bridge/staffdesk.ts'
import { MySessionScreen } from '../features/my-session/MySessionScreen.tsx'
import { ProfileScreen } from '../features/profile/ProfileScreen.tsx'
import { useNotices } from '../frame/notice.tsx'
import { useSession } from '../frame/session.ts'
import { noticeOf } from '../ui/RequestError.tsx'

/** Takes in what became of this window's session, and tells it. */
function useOwnSession() {
  const { updateSession } = useSession()
  const { show } = useNotices()
  return (session: SessionView, notice: Notice | null) => {
    updateSession(session)
    if (notice !== null) show(notice)
  }
}

/** My session, whose acts change the session of this window or end it. */
export function OwnSessionScreen() {
  const { loggedOut } = useSession()
  const { show } = useNotices()
  async function logOutEverywhere() {
    try {
      loggedOut((await answerOf(staffdesk.sessions.logOutEverywhere({}))).notice)
    } catch (failure) {
      show(noticeOf(failure))
    }
  }
  return <MySessionScreen onSession={useOwnSession()} onLogOutEverywhere={() => void logOutEverywhere()} />
}

/** The profile, whose theme is a property of the session. */
export function OwnProfileScreen() {
  return <ProfileScreen onSession={useOwnSession()} />
}
