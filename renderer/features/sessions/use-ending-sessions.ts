import { useQueryClient } from '@tanstack/react-query'
import type { LiveSession } from '../../../electron/contract/sessions.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { toast } from '../../ui/toast.ts'
import { namesOf } from './names.ts'
import { sessionKeys } from './queries.ts'
import { words } from './strings.ts'

/**
 * What ends other people's sessions, each act after a confirmation.
 * @param sessions those that last
 * @returns the acts, and the dialog to be put somewhere on the screen
 */
export function useEndingSessions(sessions: readonly LiveSession[]) {
  const client = useQueryClient()
  const { ask, dialog } = useConfirmedAct()
  const others = sessions.filter(({ isCurrent }) => !isCurrent)

  async function end(call: () => ReturnType<typeof staffdesk.sessions.endAll>) {
    try {
      const { ended } = await answerOf(call())
      toast(words.endedDone(ended))
    } finally {
      // Also when it was refused: then the list was out of date.
      void client.invalidateQueries({ queryKey: sessionKeys })
    }
  }

  return {
    dialog,
    endOne: ({ historyId, displayName, computer }: LiveSession) =>
      ask({
        title: words.end.oneTitle(displayName, computer),
        detail: words.end.oneDetail(displayName),
        confirm: words.end.one,
        isDangerous: true,
        run: () => end(() => staffdesk.sessions.end({ historyId })),
      }),
    endAllOf: ({ accountId, displayName }: LiveSession) =>
      ask({
        title: words.end.allOfTitle(displayName),
        detail: words.end.allOfDetail(displayName, others.filter((other) => other.accountId === accountId).length),
        confirm: words.end.allOf(displayName),
        isDangerous: true,
        run: () => end(() => staffdesk.sessions.endAllOf({ accountId })),
      }),
    endAll: () =>
      ask({
        title: words.end.allTitle,
        detail: words.end.allDetail(namesOf(others)),
        confirm: words.end.all,
        isDangerous: true,
        run: () => end(() => staffdesk.sessions.endAll({})),
      }),
  }
}
