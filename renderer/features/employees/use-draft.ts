import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { RegistrationDraft } from '../../../electron/contract/employees.ts'
import { discardDraft, saveDraft } from './draft-calls.ts'
import { type RegistrationValues, toDraft } from './registration.ts'

/** How long the typing has to rest before the draft is saved. */
const restMs = 600

/**
 * Keeps the half-filled registration in the session while it is typed. A draft that cannot be saved does not disturb
 * the typing: leaving the screen saves once more, and tells.
 * @param typed whether the form holds anything worth keeping
 */
export function useDraft(values: RegistrationValues, step: number, typed: boolean) {
  const draft = useMemo(() => toDraft(values, step), [values, step])
  const isKept = useRef(false)
  const isStopped = useRef(false)

  const keep = useEffectEvent((rested: RegistrationDraft) => {
    if (isStopped.current || (!typed && !isKept.current)) return
    isKept.current = typed
    void (typed ? saveDraft(rested) : discardDraft()).catch(() => {})
  })
  useEffect(() => {
    isStopped.current = false
    const timer = setTimeout(() => keep(draft), restMs)
    return () => clearTimeout(timer)
  }, [draft])

  return {
    /** Saves at once; answers whether that worked. */
    saveNow: (): Promise<boolean> =>
      saveDraft(draft).then(
        () => true,
        () => false,
      ),
    /** Keeps nothing until more is typed: a timer may run out before a form that is done with is off the screen. */
    stop: () => {
      isStopped.current = true
    },
  }
}
