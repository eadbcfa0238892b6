import { Button } from '@mantine/core'
import {
  type Icon,
  IconDevices,
  IconFingerprint,
  IconLayoutDashboard,
  IconLock,
  IconLogout,
  IconSettings,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { NavLink, Outlet } from 'react-router'
import { hasRole } from '../../electron/contract/roles.ts'
import { roleWords } from '../ui/roles.ts'
import { NoticeBanner } from './notice.tsx'
import { pathOf, paths } from './paths.ts'
import classes from './Shell.module.css'
import { StartProblems } from './StartProblems.tsx'
import { useSession } from './session.tsx'
import { words } from './strings.ts'

/** The frame of every screen of a session: the rail, who is signed in, the way out, and messages. */
export function Shell() {
  const { start, session, logOut, loggingOut, lockNow } = useSession()
  const main = useRef<HTMLElement>(null)
  if (session === null) return null
  const isAdministrator = hasRole(session.role, 'admin')

  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <nav className={classes.rail} aria-label={words.navigation}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden />
          {words.product}
        </div>
        <RailLink to={paths.dashboard} icon={IconLayoutDashboard} label={words.dashboard} />
        {isAdministrator && (
          <>
            <RailLink to={pathOf('employees')} icon={IconUsers} label={words.employees} />
            <RailLink to={pathOf('sessions')} icon={IconDevices} label={words.sessions} />
          </>
        )}
        <div className={classes.own}>
          <RailLink to={pathOf('my-session')} icon={IconFingerprint} label={words.mySession} />
          <RailLink to={pathOf('profile')} icon={IconUser} label={words.profile} />
          {isAdministrator && <RailLink to={pathOf('settings')} icon={IconSettings} label={words.settings} />}
        </div>
      </nav>
      <header className={classes.header}>
        <span className={classes.company}>{start.company}</span>
        <div className={classes.person}>
          <span className={classes.who}>
            <span className={classes.name}>{session.displayName}</span>
            <span className={classes.role}>{roleWords[session.role]}</span>
          </span>
          <Button variant="default" leftSection={<IconLock size={16} stroke={1.75} aria-hidden />} onClick={lockNow}>
            {words.lock}
          </Button>
          <Button
            variant="default"
            leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />}
            loading={loggingOut}
            onClick={logOut}
          >
            {words.logOut}
          </Button>
        </div>
      </header>
      <main ref={main} tabIndex={-1} className={classes.main}>
        <div className={classes.messages}>
          <StartProblems />
          <NoticeBanner />
        </div>
        <Outlet />
      </main>
    </div>
  )
}

function RailLink({ to, icon: Picture, label }: { to: string; icon: Icon; label: string }) {
  return (
    <NavLink to={to} className={classes.link}>
      <Picture size={18} stroke={1.75} aria-hidden />
      {label}
    </NavLink>
  )
}
