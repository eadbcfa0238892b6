import { type ReactNode, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Notice } from '../../electron/contract/notice.ts'
import type { LockedSession, SessionView } from '../../electron/contract/session-view.ts'
import { answerOf, onPasswordNeeded, staffdesk } from '../bridge/staffdesk.ts'
import { ConfirmPasswordDialog } from '../features/lock/ConfirmPasswordDialog.tsx'
import { ExpiringDialog } from '../features/lock/ExpiringDialog.tsx'
import { GoOnScreen } from '../features/lock/GoOnScreen.tsx'
import { LockingBanner } from '../features/lock/LockingBanner.tsx'
import { LockScreen } from '../features/lock/LockScreen.tsx'
import { hasUnsavedWork } from '../frame/unsaved-work.tsx'
import { Curtain } from './Curtain.tsx'

interface LifeProps {
  readonly company: string | null
  readonly session: SessionView | null
  /** What the window starts with, where its session is locked. */
  readonly firstLock: LockedSession | null
  /** Why the session ended, while its work is still in the window. */
  readonly ended: Notice | null
  /** The session goes on: unlocked, or a new one of the same person. */
  readonly onGoesOn: (session: SessionView, notice: Notice) => void
  readonly signOut: () => void
  /** Throws away the work of a session that ended. */
  readonly onSomebodyElse: () => void
}

/**
 * What stands over the screens as a session lives: its lock, its warnings, and the password where it is needed. One
 * for each view: what it shows ends with the session.
 */
export function Life(props: LifeProps): ReactNode {
  const { company, session, firstLock, ended, onGoesOn, signOut, onSomebodyElse } = props
  const [lock, setLock] = useState(firstLock)
  const [locking, setLocking] = useState<Notice | null>(null)
  const [expiring, setExpiring] = useState<Notice | null>(null)
  const { asking, settle } = usePasswordQuestion()

  const onWarned = useEffectEvent((kind: 'locking' | 'expiring', notice: Notice) => {
    if (kind === 'locking') setLocking(notice)
    else setExpiring(notice)
  })
  useEffect(() => {
    const stops = [
      staffdesk.on('sessions.locked', (told) => {
        setLocking(null)
        setExpiring(null)
        setLock(told.lock)
      }),
      staffdesk.on('sessions.warned', ({ kind, notice }) => onWarned(kind, notice)),
      staffdesk.on('sessions.warningOver', () => setLocking(null)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [])

  async function unlock(password: string) {
    const answer = await answerOf(staffdesk.accounts.unlock({ password }))
    setLock(null)
    onGoesOn(answer.session, answer.notice)
  }

  async function signInAgain(password: string) {
    const answer = await answerOf(staffdesk.accounts.signInAgain({ password }))
    setExpiring(null)
    setLock(null)
    onGoesOn(answer.session, answer.notice)
  }

  async function confirm(password: string) {
    await answerOf(staffdesk.accounts.confirmPassword({ password }))
    settle(true)
  }

  if (session === null) return null
  if (ended) {
    return (
      <Curtain key="ended">
        <GoOnScreen
          company={company}
          session={session}
          notice={ended}
          signInAgain={signInAgain}
          somebodyElse={onSomebodyElse}
        />
      </Curtain>
    )
  }
  if (lock) {
    return (
      <Curtain key="locked">
        <LockScreen
          company={company}
          lock={lock}
          hasUnsavedWork={hasUnsavedWork()}
          unlock={unlock}
          switchUser={() => void staffdesk.accounts.switchUser({})}
          logOut={signOut}
        />
      </Curtain>
    )
  }
  return (
    <>
      {locking && <LockingBanner notice={locking} />}
      {asking && <ConfirmPasswordDialog confirm={confirm} onCancel={() => settle(false)} />}
      {expiring && <ExpiringDialog notice={expiring} signInAgain={signInAgain} onLater={() => setExpiring(null)} />}
    </>
  )
}

/** Whether the password is asked for before a sensitive act goes on. Acts that need it at once share the answer. */
function usePasswordQuestion() {
  const waiting = useRef<((given: boolean) => void)[]>([])
  const [asking, setAsking] = useState(false)

  const settle = useCallback((given: boolean) => {
    setAsking(false)
    for (const answer of waiting.current.splice(0)) answer(given)
  }, [])

  useEffect(() => {
    const stop = onPasswordNeeded(
      () =>
        new Promise((resolve) => {
          waiting.current.push(resolve)
          setAsking(true)
        }),
    )
    return () => {
      stop()
      settle(false)
    }
  }, [settle])

  return { asking, settle }
}
