import { useEffect, useRef } from 'react'
import type { KeyId } from './key-map.ts'

type Handler = () => void

const handlers: { readonly id: KeyId; readonly run: Handler }[] = []

/** Handles a shortcut, and the menu's command of the same name, while the component is shown; the newest one wins. */
export function useKey(id: KeyId, handler: Handler): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    const entry = { id, run: () => latest.current() }
    handlers.push(entry)
    return () => void handlers.splice(handlers.indexOf(entry), 1)
  }, [id])
}

/** Runs what the screen in sight does for a shortcut; answers whether there is anything. */
export function runKey(id: KeyId): boolean {
  const entry = handlers.findLast((candidate) => candidate.id === id)
  entry?.run()
  return entry !== undefined
}
