/** Every member of Electron's module in the main process, once. */
import { absent, strict } from './refusal.ts'
import { WebContents } from './web-contents.ts'

export { app } from './app.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu, MenuItem } from './menu.ts'
export { nativeImage } from './native-image.ts'
export { protocol } from './protocol.ts'
export { session } from './session.ts'
export {
  clipboard,
  crashReporter,
  dialog,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  safeStorage,
  screen,
  shell,
  systemPreferences,
} from './small-modules.ts'
export { BrowserWindow } from './window.ts'

export const webContents = strict(
  {
    getAllWebContents: WebContents.getAllWebContents,
    fromId: WebContents.fromId,
    fromDevToolsTargetId: WebContents.fromDevToolsTargetId,
    fromFrame: WebContents.fromFrame,
    getFocusedWebContents: WebContents.getFocusedWebContents,
  },
  'webContents',
)

export const autoUpdater = absent('autoUpdater')
export const BaseWindow = absent('BaseWindow')
export const BrowserView = absent('BrowserView')
export const contentTracing = absent('contentTracing')
export const desktopCapturer = absent('desktopCapturer')
export const globalShortcut = absent('globalShortcut')
export const ImageView = absent('ImageView')
export const inAppPurchase = absent('inAppPurchase')
export const MessageChannelMain = absent('MessageChannelMain')
export const netLog = absent('netLog')
export const parentPort = undefined
export const powerSaveBlocker = absent('powerSaveBlocker')
export const pushNotifications = absent('pushNotifications')
export const ServiceWorkerMain = absent('ServiceWorkerMain')
export const ShareMenu = absent('ShareMenu')
export const sharedTexture = absent('sharedTexture')
export const TouchBar = absent('TouchBar')
export const Tray = absent('Tray')
export const utilityProcess = absent('utilityProcess')
export const View = absent('View')
export const webFrameMain = absent('webFrameMain')
export const WebContentsView = absent('WebContentsView')
