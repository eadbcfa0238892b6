import type { RandomBytes } from '../environment/random.ts'

/** A window, and the login in it, to which a token was given. */
export interface TokenHolder {
  readonly windowId: number
  readonly historyId: number
}

/** The words by which requests for photos say which window asks: nothing else tells the protocol handler. */
export interface PhotoTokens {
  /** The token of a window's session; another session in the window takes the former one's away. */
  issue(holder: TokenHolder): string
  holderOf(token: string): TokenHolder | null
  drop(windowId: number): void
}

/** 256 bits, as for sessions. */
const tokenLength = 32

export function createPhotoTokens(random: RandomBytes): PhotoTokens {
  const held = new Map<number, TokenHolder & { readonly token: string }>()
  return {
    issue: ({ windowId, historyId }) => {
      const known = held.get(windowId)
      if (known?.historyId === historyId) return known.token
      const token = Buffer.from(random(tokenLength)).toString('base64url')
      held.set(windowId, { windowId, historyId, token })
      return token
    },
    holderOf: (token) => [...held.values()].find((holder) => holder.token === token) ?? null,
    drop: (windowId) => void held.delete(windowId),
  }
}
