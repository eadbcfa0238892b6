import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'

export interface SystemClipboard {
  readText(): Promise<string>
  writeText(text: string): Promise<void>
  clear(): void
}

/** How long a copied secret may stay on the clipboard. */
const secretStays = 60_000

export interface Copy {
  /** Puts text on the clipboard for the page, which may not touch it itself. A secret is cleared after 60 s. */
  copy(text: string, secret: boolean): Promise<void>
  /** Takes off the clipboard what was copied last, if it is still there; such as when the computer is locked. */
  clear(): Promise<void>
}

export function createCopy(clipboard: SystemClipboard, clock: Pick<Clock, 'after'>, log: Log): Copy {
  let copied: string | null = null
  let cancel: (() => void) | null = null

  async function clear(): Promise<void> {
    cancel?.()
    cancel = null
    const text = copied
    copied = null
    if (text === null) return
    try {
      if ((await clipboard.readText()) === text) clipboard.clear()
    } catch (error) {
      log.error('what was copied could not be cleared from the clipboard', error)
    }
  }

  return {
    async copy(text, secret) {
      await clipboard.writeText(text)
      // Only now is the secret before this one gone.
      cancel?.()
      copied = text
      cancel = secret ? clock.after(secretStays, () => void clear()) : null
    },
    clear,
  }
}
