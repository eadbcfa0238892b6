import { join } from 'node:path'
import { type Guards, guards } from '../../electron/start/guards.ts'
import { typeOf } from '../../electron/window/built-files.ts'

type Preferences = ReturnType<Guards['webPreferences']>

const preferring = (changed: Preferences): Pick<Guards, 'webPreferences'> => ({
  webPreferences: (preload, devTools) => ({ ...guards.webPreferences(preload, devTools), ...changed }),
})

const nothing = () => undefined
/** Chromium itself asks for a permission before a page may reach this computer's own servers. */
const openNetwork = { blockNetwork: nothing, contentSecurityPolicy: () => null, denyPermissions: nothing }

/** What a server does that joins the request to a folder. */
const joinPath: Guards['findFile'] = (folder) => (urlPath) => {
  const path = join(folder, decodeURIComponent(urlPath))
  return { path, type: typeOf(path) ?? 'text/plain' }
}

/**
 * The guards that a twin test can leave out, one at a time, and what stands in their place: Electron's defaults. Where
 * a second guard would stop the same attack, it is left out as well.
 */
export const withoutGuard = {
  sandbox: { ...preferring({ sandbox: false }), sandboxEverything: false },
  nodeIntegration: {
    ...preferring({ nodeIntegration: true, contextIsolation: false, sandbox: false }),
    sandboxEverything: false,
  },
  contextIsolation: preferring({ contextIsolation: false }),
  webSecurity: { ...preferring({ webSecurity: false }), ...openNetwork },
  webview: { ...preferring({ webviewTag: true }), denyWebview: nothing },
  webviewTag: preferring({ webviewTag: true }),
  webviewListener: { denyWebview: nothing },
  devTools: preferring({ devTools: true }),
  contentSecurityPolicy: { contentSecurityPolicy: () => null },
  permissions: { denyPermissions: nothing },
  downloads: { denyDownloads: nothing },
  network: openNetwork,
  navigation: { denyNavigation: nothing, ...openNetwork },
  windowOpen: { denyWindowOpen: nothing, ...openNetwork },
  senderCheck: {
    senderCheck: () => (sender, windowIdOf) => windowIdOf(sender.sender.id),
    denyNavigation: nothing,
    ...openNetwork,
  },
  findFile: { findFile: joinPath },
  photoCheck: { photoCheck: async () => true },
  singleInstance: { singleInstance: false },
} satisfies Record<string, Partial<Guards>>

export type GuardName = keyof typeof withoutGuard

/** All guards but the named one. */
export function guardsWithout(name: string | undefined): Guards {
  if (name === undefined) return guards
  if (!(name in withoutGuard)) throw new Error(`no guard is called ${name}`)
  return { ...guards, ...withoutGuard[name as GuardName] }
}
