import { Screen } from '../../ui/Screen.tsx'
import { EndedSessions } from './EndedSessions.tsx'
import { LiveSessions } from './LiveSessions.tsx'
import { words } from './strings.ts'
import { Today } from './Today.tsx'

/** Who is signed in where, how the day has gone, and how every session before ended. */
export function SessionsScreen() {
  return (
    <Screen title={words.heading} width="list">
      <LiveSessions />
      <Today />
      <EndedSessions />
    </Screen>
  )
}
