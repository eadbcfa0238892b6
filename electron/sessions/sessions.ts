import { toInstant } from '../environment/clock.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { endedSessions, endSessions, liveSessions } from './administration.ts'
import { clearOwnProperties, deleteOwnProperty, ownProperties } from './own-session.ts'
import type { SessionsParts } from './parts.ts'
import { renewSecret, savePolicy } from './policy.ts'
import { readSpansSince } from './repository.ts'
import { testStorage } from './storage-test.ts'
import { midnightBefore, todayOf } from './today.ts'

/** The newest logins of one's own history. */
const ownLogins = 100

/** One's own session, everybody's for administrators, and the company's rules for them. */
export function createSessionsHandlers(parts: SessionsParts): FeatureHandlers<'sessions'> {
  const { database, lifecycle, engine, cleaning, clock, policyInUse } = parts
  return {
    readOwn: async (_, { signedIn }) => ({
      session: lifecycle.toView(signedIn),
      properties: ownProperties(signedIn.session),
      history: await lifecycle.recentSessions(signedIn.accountId, signedIn.historyId, ownLogins),
    }),
    async deleteProperty({ name }, { signedIn }) {
      const notice = deleteOwnProperty(signedIn.session, name)
      return { session: lifecycle.toView(signedIn), notice }
    },
    async clear(_, { signedIn }) {
      const notice = clearOwnProperties(signedIn.session)
      return { session: lifecycle.toView(signedIn), notice }
    },
    async setTheme({ theme }, { signedIn }) {
      signedIn.session.set('theme', theme)
      parts.keepTheme(theme)
      return { session: lifecycle.toView(signedIn) }
    },
    async logOutEverywhere(_, { windowId, signedIn }) {
      const { accountId, historyId } = signedIn
      await lifecycle.endSessions({ accountId, reason: 'signed_out', endedBy: signedIn, except: historyId })
      return { notice: await lifecycle.signOut(windowId) }
    },
    list: async (_, { signedIn }) => ({ sessions: await liveSessions(parts, signedIn.historyId) }),
    listEnded: (search) => endedSessions(parts, search),
    async today() {
      const now = clock.now()
      const midnight = midnightBefore(now)
      const { started, peak, hours } = todayOf(await readSpansSince(database, midnight), midnight, now)
      const cleared = cleaning.last()
      return { started, peak, hours: [...hours], cleared: cleared && { ...cleared, at: toInstant(cleared.at) } }
    },
    end: async ({ historyId }, { signedIn }) => ({ ended: await endSessions(parts, { historyId }, signedIn) }),
    endAllOf: async ({ accountId }, { signedIn }) => ({ ended: await endSessions(parts, { accountId }, signedIn) }),
    endAll: async (_, { signedIn }) => ({ ended: await endSessions(parts, {}, signedIn) }),
    readPolicy: async () => ({
      policy: policyInUse.policy,
      keepingRefused: parts.keepingRefused(),
      engineProblem: policyInUse.engineProblem,
    }),
    async savePolicy({ policy }, { signedIn }) {
      const sessionsEnded = await savePolicy(parts, policy, signedIn)
      return { policy, sessionsEnded }
    },
    async renewSecret(_, { signedIn }) {
      await renewSecret(parts, signedIn)
      return {}
    },
    testStorage: () => testStorage(engine, engine.name()),
    clearExpired: async () => ({ count: await cleaning.clear() }),
  }
}
