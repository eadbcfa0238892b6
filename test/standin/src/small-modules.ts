import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { appItself } from './app.ts'
import { protocol } from './protocol.ts'
import { asElectron, refuse, strict } from './refusal.ts'
import { defaultSession } from './session.ts'
import { WebContents } from './web-contents.ts'

/** A dialog would need a person: tests put their own in its place. */
const noDialog = (name: string) => (): never => refuse(`dialog.${name} (replace it in the test)`)

export const dialog = strict(
  {
    showMessageBox: noDialog('showMessageBox'),
    showMessageBoxSync: noDialog('showMessageBoxSync'),
    showOpenDialog: noDialog('showOpenDialog'),
    showOpenDialogSync: noDialog('showOpenDialogSync'),
    showSaveDialog: noDialog('showSaveDialog'),
    showSaveDialogSync: noDialog('showSaveDialogSync'),
    /** Before ready Electron writes it to stderr on Linux; here always. */
    showErrorBox(title: string, content: string): void {
      process.stderr.write(`${title}\n${content}\n`)
    },
  },
  'dialog',
)

export const shell = strict(
  {
    openExternal: async (): Promise<void> => refuse('shell.openExternal'),
    openPath: async (): Promise<string> => refuse('shell.openPath'),
    showItemInFolder: (): void => refuse('shell.showItemInFolder'),
    trashItem: async (): Promise<void> => refuse('shell.trashItem'),
    beep: (): void => {},
  },
  'shell',
)

let copied = ''
/** The clipboard of this process alone: it never touches the computer's. */
export const clipboard = strict(
  {
    async writeText(text: string): Promise<void> {
      copied = String(text)
    },
    readText: async (): Promise<string> => copied,
    has: async (mimetype: string): Promise<boolean> => mimetype === 'text/plain' && copied !== '',
    clear(): void {
      copied = ''
    },
  },
  'clipboard',
)

class NativeTheme extends EventEmitter {
  private source: 'system' | 'light' | 'dark' = 'system'
  readonly shouldUseHighContrastColors = false
  readonly shouldUseInvertedColorScheme = false
  readonly inForcedColorsMode = false
  readonly prefersReducedTransparency = false

  get themeSource(): 'system' | 'light' | 'dark' {
    return this.source
  }

  set themeSource(source: 'system' | 'light' | 'dark') {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Error processing argument: ${source}`)
    const changed = source !== this.source
    const former = this.shouldUseDarkColors
    this.source = source
    defaultSession._dark = this.shouldUseDarkColors
    for (const contents of WebContents.getAllWebContents())
      if (contents._protocol) defaultSession._applyMedia(contents._protocol)
    if (changed && former !== this.shouldUseDarkColors) this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
}
export const nativeTheme = strict(new NativeTheme(), 'nativeTheme')

class PowerMonitor extends EventEmitter {
  readonly onBatteryPower = false
  getSystemIdleTime(): number {
    return 0
  }
  getSystemIdleState(): 'active' {
    return 'active'
  }
  isOnBatteryPower(): boolean {
    return false
  }
  getCurrentThermalState(): 'unknown' {
    return 'unknown'
  }
}
export const powerMonitor = strict(new PowerMonitor(), 'powerMonitor')

const MARK = Buffer.from('standin:')
/** As on a Linux without a keyring: text is only disguised. */
export const safeStorage = strict(
  {
    isEncryptionAvailable: (): boolean => appItself._ready,
    isAsyncEncryptionAvailable: async (): Promise<boolean> => appItself._ready,
    getSelectedStorageBackend: () => (appItself._ready ? 'basic_text' : 'unknown') as 'basic_text' | 'unknown',
    setUsePlainTextEncryption: (): void => {},
    encryptString(text: string): Buffer {
      const bytes = Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a)
      return Buffer.concat([MARK, bytes])
    },
    decryptString(bytes: Buffer): string {
      if (!bytes.subarray(0, MARK.length).equals(MARK))
        throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
      return Buffer.from(bytes.subarray(MARK.length).map((byte) => byte ^ 0x5a)).toString('utf8')
    },
    encryptStringAsync: async (text: string): Promise<Buffer> => safeStorage.encryptString(text),
    decryptStringAsync: async (bytes: Buffer): Promise<Electron.DecryptStringAsyncReturnValue> =>
      asElectron({ result: safeStorage.decryptString(bytes), shouldReEncrypt: false }),
  },
  'safeStorage',
)

const area = { x: 0, y: 0, width: 1280, height: 800 }
const display = {
  id: 1,
  label: 'stand-in',
  bounds: area,
  workArea: area,
  size: { width: area.width, height: area.height },
  workAreaSize: { width: area.width, height: area.height },
  scaleFactor: 1,
  rotation: 0,
  internal: true,
  touchSupport: 'unknown',
}

class Screen extends EventEmitter {
  getPrimaryDisplay(): Electron.Display {
    return asElectron(display)
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()]
  }
  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay()
  }
  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay()
  }
  getCursorScreenPoint(): Electron.Point {
    return { x: 0, y: 0 }
  }
}
export const screen = strict(new Screen(), 'screen')

/** Answers handled schemes itself, as Electron's does. */
async function fetchAnything(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  const handler = protocol._handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler ? handler(request) : globalThis.fetch(request)
}

export const net = strict({ fetch: fetchAnything, isOnline: () => true, online: true }, 'net')

export const crashReporter = strict({ start: (): void => {}, getUploadToServer: () => false }, 'crashReporter')

export const systemPreferences = strict(
  Object.assign(new EventEmitter(), { getMediaAccessStatus: () => 'granted' as const }),
  'systemPreferences',
)

export class Notification extends EventEmitter {
  constructor() {
    super()
    refuse('Notification')
  }
  static isSupported(): boolean {
    return false
  }
}
