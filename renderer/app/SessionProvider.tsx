import { notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { RouteObject } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import type { StartState } from '../../electron/contract/application.ts'
import type { CallError } from '../../electron/contract/errors.ts'
import type { PayloadOf } from '../../electron/contract/index.ts'
import type { Notice } from '../../electron/contract/notice.ts'
import type { Screen } from '../../electron/contract/screens.ts'
import type { SessionView } from '../../electron/contract/session-view.ts'
import { answerOf, CallFailure, onCallFailure, staffdesk } from '../bridge/staffdesk.ts'
import { useNoticeSlot } from '../frame/notice.tsx'
import { pathOf, paths, screenOf } from '../frame/paths.ts'
import { SessionContext } from '../frame/session.ts'
import { words } from '../frame/strings.ts'
import { hasUnsavedWork, useLeave } from '../frame/unsaved-work.tsx'
import { createDestination } from './destination.ts'
import { Life } from './life.tsx'
import { useTheme } from './use-theme.ts'
import { createView, firstView, type View } from './view.ts'

interface SessionProviderProps {
  readonly start: StartState
  readonly routes: RouteObject[]
  readonly restart: () => void
  readonly problems: readonly string[]
  readonly dismissProblem: (problem: string) => void
}

/**
 * Holds who is signed in, and with it the cache and the history of screens: both are thrown away whenever a session
 * begins or ends, so that nothing of a session can be seen after it.
 */
export function SessionProvider({ start, routes, restart, problems, dismissProblem }: SessionProviderProps) {
  const { showOn } = useNoticeSlot()
  const leave = useLeave()
  const [view, setView] = useState(() => firstView(start, routes))
  const latest = useRef(view)
  const [firstNumber] = useState(view.number)
  const [loggingOut, setLoggingOut] = useState(false)
  const [ended, setEnded] = useState<Notice | null>(null)
  const [destination] = useState(() => createDestination(start.show))
  const here = () => view.router.state.location.pathname

  const replace = useCallback((next: View) => {
    notifications.clean()
    latest.current = next
    setView(next)
  }, [])

  const { client, router } = view
  useEffect(
    () => () => {
      // Not before its readers are gone: each would keep what it read last for minutes.
      client.clear()
      // The router listens to the window, which would hold it and all that it holds for ever.
      router.dispose()
    },
    [client, router],
  )

  const enter = useCallback(
    (trail: readonly [string, ...string[]], session: SessionView | null, notice: Notice | null) => {
      setEnded(null)
      replace(createView(routes, trail, session, latest.current.problem))
      showOn(trail.at(-1) ?? trail[0], notice)
    },
    [routes, replace, showOn],
  )

  const signedIn = useCallback(
    (session: SessionView, notice: Notice | null) => {
      // Whoever logged out while the answer was on its way stays logged out.
      if (latest.current !== view) return
      const asked = destination.takeFor(session.accountId)
      enter([session.mustChoosePassword ? paths.choosePassword : (asked ?? paths.dashboard)], session, notice)
    },
    [view, destination, enter],
  )

  const askToSignIn = useCallback(
    (notice: Notice | null) => {
      showOn(paths.login, notice)
      void router.navigate(paths.login, { replace: true })
    },
    [router, showOn],
  )

  // Only the main process knows whether a login is required or a session ended by itself, and has the words for it.
  const requireLogin = useCallback(
    async (asked: string, whose: 'anybody' | 'last person') => {
      const reply = await staffdesk.dashboard.read({})
      if (reply.ok) return restart()
      destination.keep(asked, whose)
      askToSignIn(reply.error.notice ?? null)
    },
    [destination, askToSignIn, restart],
  )

  const loggedOut = useCallback(
    (notice: Notice) => {
      destination.forget()
      // The screen left stays behind the logout screen: going back to it asks for a login.
      enter([router.state.location.pathname, paths.loggedOut], null, notice)
    },
    [router, destination, enter],
  )

  const signOut = useCallback(async () => {
    const from = router.state.location.pathname
    setLoggingOut(true)
    try {
      const { notice } = await answerOf(staffdesk.accounts.signOut({}))
      loggedOut(notice)
    } catch (failure) {
      const error = failure instanceof CallFailure ? failure.error : null
      if (error?.code === 'UNAUTHENTICATED') enter([paths.login], null, error.notice ?? null)
      else showOn(from, { tone: 'alert', title: words.stillSignedIn, detail: error?.message ?? '' })
    } finally {
      setLoggingOut(false)
    }
  }, [router, enter, loggedOut, showOn])

  const updateSession = useCallback((session: SessionView) => {
    latest.current = { ...latest.current, session }
    setView(latest.current)
  }, [])

  const goOn = useCallback(
    (session: SessionView, notice: Notice) => {
      setEnded(null)
      updateSession(session)
      showOn(latest.current.router.state.location.pathname, notice)
      void latest.current.client.invalidateQueries()
    },
    [updateSession, showOn],
  )

  /** The session is over. Work that is not saved stays behind a curtain until its owner gives the password. */
  const onEnded = useEffectEvent((notice: Notice | null) => {
    if (view.session !== null && notice !== null && hasUnsavedWork()) setEnded(notice)
    else enter([paths.login], null, notice)
  })

  const lockNow = useCallback(() => void staffdesk.accounts.lock({}), [])

  const logOut = useCallback(() => leave(() => void signOut()), [leave, signOut])

  const onFailure = useEffectEvent((error: CallError) => {
    if (view.session === null || loggingOut) return
    if (error.code === 'PASSWORD_CHANGE_REQUIRED') restart()
    if (error.code !== 'UNAUTHENTICATED' || ended !== null) return
    destination.keep(here(), 'last person')
    onEnded(error.notice ?? null)
  })

  const onOpenScreen = useEffectEvent(({ screen, notice }: PayloadOf<'application.openScreen'>) => {
    const path = pathOf(screen)
    if (view.session === null) {
      if (notice === null || here() === paths.setUp || here() === paths.recovery) return
      destination.keep(path, 'anybody')
      askToSignIn(notice)
    } else if (notice === null) {
      void router.navigate(path)
    } else {
      destination.keep(path, 'anybody')
      enter([paths.login], null, notice)
    }
  })

  const onCommand = useEffectEvent(({ command }: PayloadOf<'application.command'>) => {
    if (command === 'log-out' && view.session !== null) logOut()
  })

  const onProblem = useEffectEvent(({ problem }: PayloadOf<'application.problem'>) => {
    replace(createView(routes, [paths.recovery], null, problem))
  })

  const onChanged = useEffectEvent((...keys: readonly string[]) => {
    for (const key of [...keys, 'dashboard']) void view.client.invalidateQueries({ queryKey: [key] })
  })

  /** Of an import that goes on, nothing but its own screen is to be asked again. */
  const onImportsChanged = useEffectEvent(() => void view.client.invalidateQueries({ queryKey: ['imports'] }))

  useEffect(() => {
    const stops = [
      onCallFailure((error) => onFailure(error)),
      staffdesk.on('sessions.ended', ({ notice }) => onEnded(notice)),
      staffdesk.on('application.openScreen', (asked) => onOpenScreen(asked)),
      staffdesk.on('application.command', (asked) => onCommand(asked)),
      staffdesk.on('application.problem', (asked) => onProblem(asked)),
      staffdesk.on('sessions.changed', () => onChanged('sessions')),
      staffdesk.on('imports.changed', () => onImportsChanged()),
      // Departments and positions count their employees, and a department names its head.
      staffdesk.on('employees.changed', () => onChanged('employees', 'organisation', 'chart', 'photos')),
      staffdesk.on('customFields.changed', () => onChanged('custom-fields')),
      // Employees' records name departments and positions.
      staffdesk.on('organisation.changed', () => onChanged('organisation', 'employees', 'chart')),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])

  useEffect(() => {
    if (view.session === null) return
    let told: Screen | null = null
    // The router also speaks while a screen is still on its way.
    const tell = (path: string) => {
      const screen = screenOf(path)
      if (screen === null || screen === told) return
      told = screen
      void staffdesk.application.showing({ screen })
    }
    tell(view.router.state.location.pathname)
    return view.router.subscribe(({ location }) => tell(location.pathname))
  }, [view.router, view.session])

  useTheme(view.session)

  const showFirstNotice = useEffectEvent(() => {
    if ('notice' in start.show) showOn(here(), start.show.notice)
  })
  useEffect(() => showFirstNotice(), [])

  const context = useMemo(
    () => ({
      start,
      session: view.session,
      problem: view.problem,
      problems,
      dismissProblem,
      signedIn,
      logOut,
      loggingOut,
      loggedOut,
      lockNow,
      updateSession,
      requireLogin,
      restart,
    }),
    [
      start,
      view.session,
      view.problem,
      problems,
      dismissProblem,
      signedIn,
      logOut,
      loggingOut,
      loggedOut,
      lockNow,
      updateSession,
      requireLogin,
      restart,
    ],
  )
  return (
    <SessionContext value={context}>
      <QueryClientProvider client={view.client}>
        <RouterProvider key={view.number} router={view.router} />
        <Life
          key={`life ${view.number}`}
          company={start.company}
          session={view.session}
          firstLock={view.number === firstNumber && start.show.screen === 'locked' ? start.show.lock : null}
          ended={ended}
          onGoesOn={goOn}
          signOut={() => void signOut()}
          onSomebodyElse={() => enter([paths.login], null, null)}
        />
      </QueryClientProvider>
    </SessionContext>
  )
}
