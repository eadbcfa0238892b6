import type { WebContents } from 'electron'

/** Whether a URL lies in our own origin: parsed, never compared as text (`app://main.evil/` is another host). */
export function isOwnPage(url: string, origin: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(origin)) return false
  const asked = new URL(url)
  const own = new URL(origin)
  return asked.protocol === own.protocol && asked.host === own.host && asked.username === ''
}

/** No page leaves our origin, in any frame, by any way (threat-model.md E13). */
export function denyNavigation(contents: WebContents, origin: string): void {
  contents.on('will-navigate', (event) => {
    if (!isOwnPage(event.url, origin)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnPage(event.url, origin)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isOwnPage(event.url, origin)) event.preventDefault()
  })
}

/** Only main opens windows (threat-model.md E14). */
export function denyWindowOpen(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** No webview ever attaches, even where the tag were enabled (threat-model.md E12). */
export function denyWebview(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
