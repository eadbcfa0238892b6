import type { StartState } from '../../electron/contract/application.ts'
import { pathOf } from '../frame/paths.ts'

/** The screen that a window goes on to after the next login. */
export interface Destination {
  /** @param whose who goes on to it: whoever logs in, or only the person who was signed in here last */
  keep(path: string, whose: 'anybody' | 'last person'): void
  forget(): void
  /** The kept path, where it is for that account. Whatever was kept is forgotten: the account is the last one now. */
  takeFor(accountId: number): string | null
}

export function createDestination(show: StartState['show']): Destination {
  const asked = 'destination' in show ? show.destination : null
  let kept = asked && { path: pathOf(asked), accountId: null as number | null }
  let last = 'session' in show ? show.session.accountId : null
  return {
    keep: (path, whose) => {
      kept = { path, accountId: whose === 'anybody' ? null : last }
    },
    forget: () => {
      kept = null
    },
    takeFor: (accountId) => {
      const path = kept && (kept.accountId === null || kept.accountId === accountId) ? kept.path : null
      kept = null
      last = accountId
      return path
    },
  }
}
