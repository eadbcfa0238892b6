import { useEffect, useState } from 'react'
import type { Notice } from '../../electron/contract/notice.ts'

/**
 * Whole seconds that are left of the wait that a message names, counted down from when it is first shown.
 * @returns seconds, rounded up; 0 when the wait is over; null where there is none
 */
export function useCountdown(notice: Notice | null): number | null {
  const [left, setLeft] = useState(notice?.remainingMs)

  useEffect(() => {
    const remainingMs = notice?.remainingMs
    setLeft(remainingMs)
    if (remainingMs === undefined) return
    const begun = performance.now()
    const timer = setInterval(() => {
      const now = remainingMs - (performance.now() - begun)
      setLeft(Math.max(0, now))
      if (now <= 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [notice])

  return left === undefined ? null : Math.ceil(left / 1000)
}
