import type { Session, WebContents, WebPreferences } from 'electron'
import { checkSender, type SenderCheck } from '../ipc/sender.ts'
import { type FindFile, listBuiltFiles } from '../window/built-files.ts'
import { contentSecurityPolicy } from '../window/content-security-policy.ts'
import { denyNavigation, denyWebview, denyWindowOpen } from '../window/page-guards.ts'
import { checkAsker, type PhotoCheck } from '../window/photo-address.ts'
import { blockNetwork, denyDownloads, denyPermissions } from '../window/session-guards.ts'
import { webPreferences } from '../window/web-preferences.ts'

/**
 * Every guard between a page and the computer, in one value. The product uses all of them; tests start the
 * application without one and must see the attack succeed that it stops.
 */
export interface Guards {
  readonly webPreferences: (preload: string, devTools: boolean) => WebPreferences
  /** Null sends no policy. */
  readonly contentSecurityPolicy: (nonce: string) => string | null
  /** Which files of the built renderer a URL path can reach. */
  readonly findFile: (folder: string) => FindFile
  /** Whether whoever asks for a photo may see it. */
  readonly photoCheck: PhotoCheck
  readonly denyPermissions: (session: Session) => void
  readonly denyDownloads: (session: Session) => void
  readonly blockNetwork: (session: Session, origins: readonly string[]) => void
  readonly denyNavigation: (contents: WebContents, origin: string) => void
  readonly denyWindowOpen: (contents: WebContents) => void
  readonly denyWebview: (contents: WebContents) => void
  readonly senderCheck: (origin: string) => SenderCheck
  /** Whether a second start gives way to the first. */
  readonly singleInstance: boolean
  /** Whether `app.enableSandbox()` is called before ready. */
  readonly sandboxEverything: boolean
}

export const guards: Guards = {
  webPreferences,
  contentSecurityPolicy,
  findFile: listBuiltFiles,
  photoCheck: checkAsker,
  denyPermissions,
  denyDownloads,
  blockNetwork,
  denyNavigation,
  denyWindowOpen,
  denyWebview,
  senderCheck: checkSender,
  singleInstance: true,
  sandboxEverything: true,
}
