import type { WebPreferences } from 'electron'
import { refuse } from './refusal.ts'

/** What a window's webPreferences come to, with Electron's defaults. */
export type Preferences = {
  preload: string | undefined
  isolated: boolean
  sandboxed: boolean
  nodeInPage: boolean
  subframes: boolean
  webviewTag: boolean
  devTools: boolean
  webSecurity: boolean
  javascript: boolean
}

/** Preferences that change nothing that the stand-in shows; what is not here and not read below is refused. */
const STORED = new Set([
  'spellcheck',
  'navigateOnDragDrop',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'disableBlinkFeatures',
  'safeDialogs',
  'safeDialogsMessage',
  'disableDialogs',
  'autoplayPolicy',
  'backgroundThrottling',
  'defaultEncoding',
  'defaultFontFamily',
  'defaultFontSize',
  'images',
  'textAreasAreResizable',
  'plugins',
  'webgl',
  'zoomFactor',
  'scrollBounce',
  'nodeIntegrationInWorker',
  'v8CacheOptions',
  'enableWebSQL',
  'enablePreferredSizeMode',
  'additionalArguments',
  'imageAnimationPolicy',
])
const READ = new Set([
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'webviewTag',
  'devTools',
  'webSecurity',
  'javascript',
  'session',
  'partition',
])

/** Reads a window's webPreferences. Throws for what the stand-in cannot honour. */
export function readPreferences(given: WebPreferences, sandboxAll: boolean): Preferences {
  for (const [name, value] of Object.entries(given))
    if (value !== undefined && !STORED.has(name) && !READ.has(name)) refuse(`webPreferences.${name}`)
  if (given.javascript === false) refuse('webPreferences.javascript: false')
  if (given.partition) refuse('webPreferences.partition')
  const isolated = given.contextIsolation !== false
  const node = given.nodeIntegration === true
  // Node in the page needs an unsandboxed renderer; asking for Node without asking for the sandbox gives one.
  const sandboxed = sandboxAll || (given.sandbox ?? !node)
  return {
    preload: given.preload,
    isolated,
    sandboxed,
    nodeInPage: node && !isolated && !sandboxed,
    subframes: given.nodeIntegrationInSubFrames === true,
    webviewTag: given.webviewTag === true,
    devTools: given.devTools !== false,
    webSecurity: given.webSecurity !== false,
    javascript: true,
  }
}
