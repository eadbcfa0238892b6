import { Refusal } from '../contract/errors.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { loginRequired } from '../lifecycle/notices.ts'

/** A dialog of the system's own, by which a person chooses a file; null when they cancel. */
type ChooseFile<More extends readonly unknown[]> = (windowId: number, ...more: More) => Promise<string | null>

/**
 * A dialog whose choice counts only while the session that opened it is still open and unlocked: it stays on the screen
 * while a desk is left, and whoever comes by could press its button.
 * @throws Refusal `LOCKED`, or `UNAUTHENTICATED` where the session ended meanwhile
 */
export function attended<More extends readonly unknown[]>(
  lifecycle: Pick<Lifecycle, 'find'>,
  choose: ChooseFile<More>,
): ChooseFile<More> {
  return async (windowId, ...more) => {
    const before = await lifecycle.find(windowId)
    const chosen = await choose(windowId, ...more)
    if (chosen === null) return null
    const now = await lifecycle.find(windowId)
    if (now.kind === 'locked') throw new Refusal('LOCKED', 'This session is locked. Unlock it first.')
    const isSame =
      now.kind === 'signed-in' && 'signedIn' in before && now.signedIn.historyId === before.signedIn.historyId
    if (isSame) return chosen
    const notice = now.kind === 'ended' ? now.notice : loginRequired()
    throw new Refusal('UNAUTHENTICATED', notice.detail, { notice })
  }
}
