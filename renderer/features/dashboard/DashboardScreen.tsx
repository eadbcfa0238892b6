import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { pathOf } from '../../frame/paths.ts'
import { useSession } from '../../frame/session.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Figures } from './Figures.tsx'
import { OwnSession } from './OwnSession.tsx'
import { dashboardQuery } from './queries.ts'
import { RecentSessions } from './RecentSessions.tsx'
import { words } from './strings.ts'

/** Charts and records are loaded once somebody is signed in who may see them. */
const CompanyFigures = lazy(async () => ({ default: (await import('./CompanyFigures.tsx')).CompanyFigures }))
const TeamSection = lazy(async () => ({ default: (await import('./TeamSection.tsx')).TeamSection }))
const OwnCard = lazy(async () => ({ default: (await import('./OwnCard.tsx')).OwnCard }))

/** Where a person lands: who they are here, their sessions, and for administrators the company in numbers. */
export function DashboardScreen() {
  const { session } = useSession()
  const { data, error, refetch } = useQuery(dashboardQuery)
  return (
    <Screen title={words.heading} lead={words.welcome(session?.displayName ?? '')}>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {data && (
        <>
          {data.administration && (
            <>
              <Figures {...data.administration} />
              <Suspense>
                <CompanyFigures />
              </Suspense>
            </>
          )}
          {data.session.role === 'manager' && (
            <Suspense>
              <TeamSection />
            </Suspense>
          )}
          {data.session.role !== 'admin' && (
            <Suspense>
              <OwnCard />
            </Suspense>
          )}
          <OwnSession session={data.session} />
          <RecentSessions
            rows={data.recentSessions}
            actions={
              <Anchor component={Link} to={pathOf('my-session')}>
                {words.recent.all}
              </Anchor>
            }
          />
        </>
      )}
    </Screen>
  )
}
