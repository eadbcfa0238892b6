import { hasRole } from '../contract/roles.ts'
import type { Database } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import { createPauses } from '../environment/pauses.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { readCompanyFigures } from './company-figures.ts'
import { readTeamFigures } from './team-figures.ts'

export interface DashboardParts {
  readonly database: Pick<Database, 'read'>
  readonly clock: Clock
  readonly companyName: string
  readonly lifecycle: Pick<Lifecycle, 'toView' | 'recentSessions' | 'signedInNow'>
  readonly countEmployees: () => Promise<number>
}

/** Logins of one's own that the dashboard shows. */
const recentLogins = 10

/** The calls of the feature `dashboard`. The company's figures are for administrators only. */
export function createDashboardHandlers(parts: DashboardParts): FeatureHandlers<'dashboard'> {
  const { database, clock, companyName, lifecycle, countEmployees } = parts
  return {
    read: async (_input, { signedIn }) => ({
      company: companyName,
      session: lifecycle.toView(signedIn),
      recentSessions: await lifecycle.recentSessions(signedIn.accountId, signedIn.historyId, recentLogins),
      administration: hasRole(signedIn.role, 'admin')
        ? { employees: await countEmployees(), signedInNow: await lifecycle.signedInNow() }
        : null,
    }),
    team: (_input, { signedIn }) => readTeamFigures(database, signedIn.accountId, clock.now()),
    company: () => readCompanyFigures(withPauses(database, createPauses(clock)), clock.now()),
  }
}

/** Lets others have their turn between reads that each go through the whole company. */
const withPauses = (database: DashboardParts['database'], pause: () => Promise<void>): DashboardParts['database'] => ({
  read: async (query) => {
    await pause()
    return database.read(query)
  },
})
