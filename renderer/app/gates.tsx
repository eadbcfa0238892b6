import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { hasRole } from '../../electron/contract/roles.ts'
import { answerOf, staffdesk } from '../bridge/staffdesk.ts'
import { paths, screenOf } from '../frame/paths.ts'
import { useSession } from '../frame/session.ts'
import { words } from '../frame/strings.ts'
import { RequestError } from '../ui/RequestError.tsx'
import { Screen } from '../ui/Screen.tsx'

/** Lets signed-in people through; shows others nothing and leads them to the login. */
export function SignedInOnly() {
  const { session } = useSession()
  const { pathname } = useLocation()
  if (session === null) return <LoginRequired key={pathname} destination={pathname} />
  if (session.mustChoosePassword !== (pathname === paths.choosePassword)) {
    return <Navigate to={session.mustChoosePassword ? paths.choosePassword : paths.dashboard} replace />
  }
  return <Outlet />
}

function LoginRequired({ destination }: { destination: string }) {
  const { requireLogin } = useSession()
  const ask = useEffectEvent(() =>
    requireLogin(destination === paths.choosePassword ? paths.dashboard : destination, 'last person'),
  )
  useEffect(() => void ask(), [])
  return null
}

/** Lets administrators through; tells others that they may not, and who can grant it. */
export function AdministratorsOnly() {
  const { session } = useSession()
  if (session === null || !hasRole(session.role, 'admin')) {
    return <NotAllowed ask={() => answerOf(staffdesk.employees.list({ offset: 0, limit: 1 }))} />
  }
  return <Outlet />
}

/** Lets managers and administrators through, and tells others as `AdministratorsOnly` does. */
export function ManagersOnly() {
  const { session } = useSession()
  if (session === null || !hasRole(session.role, 'manager')) {
    return <NotAllowed ask={() => answerOf(staffdesk.team.list({ search: '', offset: 0, limit: 1 }))} />
  }
  return <Outlet />
}

/** @param ask a call that main refuses to whoever may not see the screen: its words are told */
function NotAllowed({ ask }: { readonly ask: () => Promise<unknown> }) {
  const navigate = useNavigate()
  const screen = screenOf(useLocation().pathname)
  const { error } = useQuery({
    queryKey: ['employees', 'access', screen],
    queryFn: ask,
    gcTime: 0,
  })
  return (
    <Screen title={words.screens[screen ?? 'employees']}>
      {error && <RequestError failure={error} title={words.notAllowed} />}
      <div>
        <Button variant="default" onClick={() => void navigate(paths.dashboard)}>
          {words.toDashboard}
        </Button>
      </div>
    </Screen>
  )
}
