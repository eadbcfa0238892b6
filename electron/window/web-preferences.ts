import type { WebPreferences } from 'electron'

/**
 * The rights of every page (threat-model.md E2–4, E6, E11, E21): a sandboxed, isolated page without Node, without webviews,
 * without insecure content. Electron's defaults are written out, so that a change of default changes nothing.
 * @param preload absolute path of the bundled preload
 * @param devTools only ever true on a developer's machine
 */
export function webPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
  }
}
