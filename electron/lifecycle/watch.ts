import { announceEnded, type Core, standingOf } from './core.ts'
import { type DueEnd, endDue, limitReached } from './finding.ts'
import { untilNext, type Warning, warningsOf } from './limits.ts'
import { sessionExpiring, sessionLocking } from './lock-notices.ts'
import { lockIfDue } from './locking.ts'
import { noteByOwner } from './session-audit.ts'
import { watchClock } from './set-back.ts'
import type { WindowLogin } from './windows.ts'

/** Sessions are looked at this often at least, in milliseconds: timers are late after the computer slept. */
const atLeastEvery = 30_000

/** Watches the sessions of all windows, so that they lock, end and warn without anybody asking. */
export interface Watch {
  /** Looks at all of them now, such as after the computer woke or the limits changed, and goes on watching. */
  check(): void
  stop(): void
}

export function createWatch(core: Core): Watch {
  const ending = new Set<number>()
  let cancel: (() => void) | null = null
  let isStopped = false

  function check(): void {
    if (isStopped) return
    cancel?.()
    void orLog(() => watchClock(core))
    for (const [windowId, held] of core.windows.all()) look(windowId, held)
    cancel = core.clock.after(untilNextLook(), check)
  }

  function look(windowId: number, held: WindowLogin): void {
    const due = limitReached(core, held)
    if (due) {
      void orLog(() => end(held, due))
    } else if (!lockIfDue(core, windowId, held)) {
      for (const warning of warningsOf(standingOf(core, held), core.limits())) warn(windowId, held, warning)
    }
  }

  function warn(windowId: number, held: WindowLogin, { kind, stage, remainingMs }: Warning): void {
    if (held.warned.has(stage)) return
    held.warned.add(stage)
    core.tell.warned(windowId, kind, kind === 'locking' ? sessionLocking(remainingMs) : sessionExpiring(remainingMs))
    void orLog(() => core.database.write((transaction) => noteByOwner(transaction, core.audit, kind, held)))
  }

  async function end(held: WindowLogin, due: DueEnd): Promise<void> {
    if (ending.has(held.historyId)) return
    ending.add(held.historyId)
    try {
      await announceEnded(core, await endDue(core, held, due))
    } finally {
      ending.delete(held.historyId)
    }
  }

  async function orLog(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      core.log.error('a session could not be looked after; it is tried again', error)
    }
  }

  function untilNextLook(): number {
    const moments = core.windows.all().map(([, held]) => untilNext(standingOf(core, held), core.limits()))
    return Math.ceil(Math.min(atLeastEvery, ...moments.filter((moment) => moment !== null)))
  }

  return {
    check,
    stop() {
      isStopped = true
      cancel?.()
    },
  }
}
