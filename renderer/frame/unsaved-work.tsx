import { createContext, type ReactNode, type RefObject, use, useCallback, useEffect, useRef, useState } from 'react'
import { useBlocker, useLocation } from 'react-router'
import { staffdesk } from '../bridge/staffdesk.ts'
import { UnsavedWorkDialog } from './UnsavedWorkDialog.tsx'

export interface UnsavedWork {
  /** Whether anything would be lost. */
  readonly dirty: boolean
  /** Keeps what was typed for later; answers whether that worked. Left out where no draft can be kept. */
  readonly saveDraft?: () => Promise<boolean>
  /** Throws away what was kept so far, when the person discards the work. */
  readonly discardDraft?: () => Promise<unknown>
}

interface Leaving {
  readonly proceed: () => void
  readonly stay?: () => void
}

/** What is worked on in this window, and on the screen of which path; null where no screen guards it. */
const works = new Map<RefObject<UnsavedWork>, string | null>()

const dirtyWorks = (): UnsavedWork[] => [...works.keys()].map((work) => work.current).filter((work) => work.dirty)

/** A screen that was left stays in sight until the next one is drawn; from there on it guards nothing any more. */
const isDirtyOn = (path: string): boolean => [...works].some(([work, screen]) => screen === path && work.current.dirty)

/** Whether anything in this window would be lost. */
export const hasUnsavedWork = (): boolean => dirtyWorks().length > 0

const canSaveDrafts = (): boolean => dirtyWorks().every((work) => work.saveDraft !== undefined)

async function saveDrafts(): Promise<boolean> {
  try {
    const saved = await Promise.all(dirtyWorks().map((work) => work.saveDraft?.() ?? Promise.resolve(false)))
    return saved.every(Boolean)
  } catch {
    return false
  }
}

/** What cannot be thrown away is offered again next time; that must not keep the person here. */
async function discardDrafts(): Promise<void> {
  await Promise.allSettled(dirtyWorks().map((work) => work.discardDraft?.()))
}

/** What was kept or thrown away with its screen holds nobody back any more, though it may still be in sight. */
function settleOn(path: string): void {
  for (const [work, screen] of works) if (screen === path) work.current = { dirty: false }
}

const LeaveContext = createContext<((leaving: Leaving) => void) | null>(null)

/** Asks before unsaved work is lost: by another screen, by logging out, by closing the window. */
export function UnsavedWorkProvider({ children }: { children: ReactNode }) {
  const [leaving, setLeaving] = useState<Leaving | null>(null)

  useEffect(() => {
    const answer = (requestId: number, text: Parameters<typeof staffdesk.application.answer>[0]['answer']) =>
      void staffdesk.application.answer({ requestId, answer: text })
    const stopClosing = staffdesk.on('application.closing', ({ requestId }) => {
      const isClean = dirtyWorks().length === 0
      answer(requestId, isClean ? 'clean' : canSaveDrafts() ? 'dirty-with-draft' : 'dirty')
    })
    const stopSettling = staffdesk.on('application.settleUnsavedWork', ({ requestId, choice }) => {
      const settling = choice === 'discard' ? discardDrafts().then(() => true) : saveDrafts()
      void settling.then((settled) => answer(requestId, settled ? 'settled' : 'not-settled'))
    })
    return () => {
      stopClosing()
      stopSettling()
    }
  }, [])

  const ask = useCallback((asked: Leaving) => {
    if (dirtyWorks().length === 0) asked.proceed()
    else setLeaving(asked)
  }, [])

  return (
    <LeaveContext value={ask}>
      {children}
      <UnsavedWorkDialog
        opened={leaving !== null}
        canSaveDraft={leaving !== null && canSaveDrafts()}
        saveDraft={saveDrafts}
        discardDraft={discardDrafts}
        onLeave={() => {
          setLeaving(null)
          leaving?.proceed()
        }}
        onStay={() => {
          setLeaving(null)
          leaving?.stay?.()
        }}
      />
    </LeaveContext>
  )
}

/** Runs an act that would lose unsaved work: at once where there is none, else after the person agreed. */
export function useLeave(): (proceed: () => void) => void {
  const ask = use(LeaveContext)
  if (ask === null) throw new Error('UnsavedWorkProvider is missing')
  return useCallback((proceed) => ask({ proceed }), [ask])
}

/**
 * Asks before another screen takes the place of one with unsaved work. It stands once over all screens that guard
 * any, since a router asks one blocker only.
 */
export function UnsavedWorkGuard() {
  const ask = use(LeaveContext)
  const { pathname } = useLocation()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      nextLocation.pathname !== currentLocation.pathname && isDirtyOn(currentLocation.pathname),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const proceed = () => {
      settleOn(pathname)
      blocker.proceed()
    }
    ask?.({ proceed, stay: blocker.reset })
  }, [blocker, ask, pathname])
  return null
}

/**
 * Has the person asked before the window closes over something that would be lost.
 * @param screen the path of the screen that guards it as well, if one does
 */
export function useWorkAtClosing(work: UnsavedWork, screen: string | null = null): void {
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })
  useEffect(() => {
    works.set(latest, screen)
    return () => void works.delete(latest)
  }, [screen])
}

/** Guards what was typed on a screen while the screen is shown. */
export function useUnsavedWork(work: UnsavedWork): void {
  const { pathname } = useLocation()
  useWorkAtClosing(work, pathname)
}
