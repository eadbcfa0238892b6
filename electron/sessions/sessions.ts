import { toInstant } from '../environment/clock.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { propertyDeleted, sessionCleared } from '../lifecycle/lock-notices.ts'
import { endedSessions, endSessions, liveSessions } from './administration.ts'
import { clearOwnProperties, deleteOwnProperty, ownProperties } from './own-session.ts'
import type { SessionsParts } from './parts.ts'
import { renewSecret, savePolicy } from './policy.ts'
import { readSpansSince } from './repository.ts'
import { testStorage } from './storage-test.ts'
import { midnightBefore, todayOf } from './today.ts'

/** The newest logins of one's own history. */
const ownLogins = 100
/** The newest messages about them. */
const ownMessages = 200

/** One's own session, everybody's for administrators, and the company's rules for them. */
export function createSessionsHandlers(parts: SessionsParts): FeatureHandlers<'sessions'> {
  const { database, lifecycle, engine, cleaning, clock, policyInUse } = parts
  return {
    async readOwn(_, { signedIn }) {
      const history = await lifecycle.recentSessions(signedIn.accountId, signedIn.historyId, ownLogins)
      const logins = history.map((login) => login.id)
      return {
        session: lifecycle.toView(signedIn),
        properties: ownProperties(signedIn.session),
        history,
        messages: await lifecycle.messages(logins, ownMessages),
      }
    },
    async deleteProperty({ name }, { signedIn }) {
      deleteOwnProperty(signedIn.session, name)
      lifecycle.willTell(signedIn, { told: 'property_deleted', properties: [name] })
      return { session: lifecycle.toView(signedIn), notice: propertyDeleted(name) }
    },
    async clear(_, { signedIn }) {
      const properties = clearOwnProperties(signedIn.session)
      lifecycle.willTell(signedIn, { told: 'cleared', properties })
      return { session: lifecycle.toView(signedIn), notice: sessionCleared(properties.length) }
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
