import type { WebContents } from './web-contents.ts'

type KeyHandler = (contents: WebContents, input: Record<string, unknown>) => void
let handler: KeyHandler = () => {}

/** The menu registers what a key does that the page has left unhandled. */
export function onUnhandledKey(listener: KeyHandler): void {
  handler = listener
}

export function pressAccelerator(contents: WebContents, input: Record<string, unknown>): void {
  handler(contents, input)
}
