import type { Bridge } from '../../electron/contract/index.ts'

declare global {
  interface Window {
    /** What the preload exposes; only end-to-end tests speak to it from outside the renderer's own code. */
    readonly staffdesk: Bridge
  }
}
