import type { QueryClient } from '@tanstack/react-query'
import { createMemoryRouter, type RouteObject } from 'react-router'
import type { StartState } from '../../electron/contract/application.ts'
import type { RecoveryProblem } from '../../electron/contract/recovery.ts'
import type { SessionView } from '../../electron/contract/session-view.ts'
import { pathOf, paths } from '../frame/paths.ts'
import { createQueryClient } from './query-client.ts'

/** What a window holds for one session, or for the time without one. */
export interface View {
  /** Tells views apart. */
  readonly number: number
  readonly session: SessionView | null
  readonly problem: RecoveryProblem | null
  readonly router: ReturnType<typeof createMemoryRouter>
  readonly client: QueryClient
}

let lastNumber = 0

/**
 * A view with nothing in its cache.
 * @param trail the screens in its history, the one in sight last
 */
export function createView(
  routes: RouteObject[],
  trail: readonly string[],
  session: SessionView | null,
  problem: RecoveryProblem | null,
): View {
  lastNumber += 1
  return {
    number: lastNumber,
    session,
    problem,
    router: createMemoryRouter(routes, { initialEntries: [...trail] }),
    client: createQueryClient(),
  }
}

/** The view that a window begins with. */
export function firstView({ show }: StartState, routes: RouteObject[]): View {
  switch (show.screen) {
    case 'set-up':
      return createView(routes, [paths.setUp], null, null)
    case 'recovery':
      return createView(routes, [paths.recovery], null, show.problem)
    case 'login':
      return createView(routes, [paths.login], null, null)
    case 'locked':
    case 'signed-in': {
      const path = show.destination ? pathOf(show.destination) : paths.dashboard
      return createView(routes, [show.session.mustChoosePassword ? paths.choosePassword : path], show.session, null)
    }
  }
}
