import { Button } from '@mantine/core'
import {
  type Icon,
  IconAddressBook,
  IconBriefcase,
  IconDevices,
  IconFingerprint,
  IconForms,
  IconHierarchy2,
  IconHistory,
  IconId,
  IconLayoutDashboard,
  IconLock,
  IconLogout,
  IconSettings,
  IconSitemap,
  IconUser,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { NavLink, Outlet } from 'react-router'
import { hasRole } from '../../electron/contract/roles.ts'
import type { Screen } from '../../electron/contract/screens.ts'
import { NoticeBanner } from '../frame/notice.tsx'
import { pathOf } from '../frame/paths.ts'
import { StartProblems } from '../frame/StartProblems.tsx'
import { useSession } from '../frame/session.ts'
import { words } from '../frame/strings.ts'
import { UnsavedWorkGuard } from '../frame/unsaved-work.tsx'
import { roleWords } from '../ui/roles.ts'
import { product } from '../ui/strings.ts'
import classes from './Shell.module.css'

/** The frame of every screen of a session: the rail, who is signed in, the way out, and messages. */
export function Shell() {
  const { start, session, logOut, loggingOut, lockNow } = useSession()
  const main = useRef<HTMLElement>(null)
  if (session === null) return null
  const isAdministrator = hasRole(session.role, 'admin')

  return (
    <div className={classes.frame}>
      <UnsavedWorkGuard />
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        {words.skip}
      </button>
      <nav className={classes.rail} aria-label={words.navigation}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden />
          {product}
        </div>
        <RailLink screen="dashboard" icon={IconLayoutDashboard} />
        <RailLink screen="organisation-chart" icon={IconHierarchy2} />
        {isAdministrator && (
          <>
            <RailLink screen="employees" icon={IconUsers} />
            <RailLink screen="departments" icon={IconSitemap} />
            <RailLink screen="positions" icon={IconBriefcase} />
            <RailLink screen="custom-fields" icon={IconForms} />
            <RailLink screen="sessions" icon={IconDevices} />
            <RailLink screen="audit-log" icon={IconHistory} />
          </>
        )}
        <RailLink screen="directory" icon={IconAddressBook} />
        {session.role === 'manager' && <RailLink screen="team" icon={IconUsersGroup} />}
        <div className={classes.own}>
          <RailLink screen="my-details" icon={IconId} />
          <RailLink screen="my-session" icon={IconFingerprint} />
          <RailLink screen="profile" icon={IconUser} />
          {isAdministrator && <RailLink screen="settings" icon={IconSettings} />}
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

function RailLink({ screen, icon: Picture }: { screen: Screen; icon: Icon }) {
  return (
    <NavLink to={pathOf(screen)} className={classes.link}>
      <Picture size={18} stroke={1.75} aria-hidden />
      {words.screens[screen]}
    </NavLink>
  )
}
