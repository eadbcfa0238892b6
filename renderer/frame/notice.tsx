import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { Notice } from '../../electron/contract/notice.ts'
import { NoticeAlert } from '../ui/NoticeAlert.tsx'

interface Shown {
  readonly notice: Notice
  /** Tells a message from the same one shown again, which is to be read out again. */
  readonly number: number
  /** The path of the screen it belongs to. */
  readonly path: string
}

interface NoticeSlot {
  readonly shown: Shown | null
  readonly showOn: (path: string, notice: Notice | null) => void
}

const NoticeContext = createContext<NoticeSlot | null>(null)

/** Keeps the one message that stands at the top of a screen. Lives above the router, so that it survives a new one. */
export function NoticeProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null)
  const showOn = useCallback((path: string, notice: Notice | null) => {
    setShown((former) => notice && { path, notice, number: (former?.number ?? 0) + 1 })
  }, [])
  const slot = useMemo(() => ({ shown, showOn }), [shown, showOn])
  return <NoticeContext value={slot}>{children}</NoticeContext>
}

/** For what moves between screens: shows a message on the screen of a path. */
export function useNoticeSlot(): NoticeSlot {
  const slot = use(NoticeContext)
  if (slot === null) throw new Error('NoticeProvider is missing')
  return slot
}

/** The message of the screen in sight: what it is, how to show another, how to take it away. */
export function useNotices() {
  const { shown, showOn } = useNoticeSlot()
  const { pathname } = useLocation()
  const show = useCallback((notice: Notice) => showOn(pathname, notice), [showOn, pathname])
  const dismiss = useCallback(() => showOn(pathname, null), [showOn, pathname])
  const here = shown?.path === pathname ? shown : null
  return { current: here?.notice ?? null, number: here?.number ?? 0, show, dismiss }
}

/** Takes a message away once the person has left the screen that it was for. */
export function useNoticeLeaving(): void {
  const { shown, showOn } = useNoticeSlot()
  const { pathname } = useLocation()
  const former = useRef(pathname)
  useEffect(() => {
    if (shown?.path === former.current && former.current !== pathname) showOn(pathname, null)
    former.current = pathname
  }, [shown, showOn, pathname])
}

/** Stands at the top of every screen. */
export function NoticeBanner() {
  const { current, number, dismiss } = useNotices()
  if (current === null) return null
  return <NoticeAlert key={number} notice={current} onDismiss={dismiss} />
}
