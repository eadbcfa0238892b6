import type { Session } from 'electron'
import { isOwnPage } from './page-guards.ts'

/** Every permission is refused, asked or checked, and so are devices and screen capture (threat-model.md E5). */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
}

/** Whatever is not our own page is cancelled: the product makes no network request (threat-model.md E1). */
export function blockNetwork(session: Session, origins: readonly string[]): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const local = details.url.startsWith('data:') || details.url.startsWith('devtools:')
    answer({ cancel: !local && !origins.some((origin) => isOwnPage(details.url, origin)) })
  })
}

/** Nothing is ever downloaded; files are written by main alone. */
export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault())
}
