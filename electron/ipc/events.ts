import type { WebContents } from 'electron'
import type { PayloadOf } from '../contract/index.ts'
import type { EventName } from '../contract/names.ts'

/** Pushes events to windows. The only place that does. */
export interface Events {
  /** Silent when the window is gone. */
  push<E extends EventName>(windowId: number, event: E, payload: PayloadOf<E>): void
  pushToAll<E extends EventName>(event: E, payload: PayloadOf<E>): void
}

/** @param contents the living windows' web contents, by window id */
export function createEvents(contents: () => ReadonlyMap<number, WebContents>): Events {
  function send<E extends EventName>(target: WebContents | undefined, event: E, payload: PayloadOf<E>): void {
    // A page can be gone before its window is.
    if (target && !target.isDestroyed()) target.send(event, payload)
  }

  return {
    push: (windowId, event, payload) => send(contents().get(windowId), event, payload),
    pushToAll: (event, payload) => {
      for (const target of contents().values()) send(target, event, payload)
    },
  }
}
