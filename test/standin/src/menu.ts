import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { app } from './app.ts'
import { onUnhandledKey } from './menu-keys.ts'
import { asElectron, refuse, strict } from './refusal.ts'
import type { WebContents } from './web-contents.ts'
import { BrowserWindow } from './window.ts'

type Options = Electron.MenuItemConstructorOptions
type Act = (window: BrowserWindow | null, contents: WebContents | undefined) => void
type Role = { label: string; accelerator?: string; act?: Act; submenu?: Options[] }

const mac = process.platform === 'darwin'

/** Electron's roles: their words, keys and what they do. Editing keys are the page's own and do not fire here. */
const ROLES: Record<string, Role> = {
  about: { label: 'About' },
  undo: { label: 'Undo', act: (_window, contents) => contents?.undo() },
  redo: { label: 'Redo', act: (_window, contents) => contents?.redo() },
  cut: { label: 'Cut', act: (_window, contents) => contents?.cut() },
  copy: { label: 'Copy', act: (_window, contents) => contents?.copy() },
  paste: { label: 'Paste', act: (_window, contents) => contents?.paste() },
  pasteandmatchstyle: { label: 'Paste and Match Style', act: (_window, contents) => contents?.pasteAndMatchStyle() },
  delete: { label: 'Delete', act: (_window, contents) => contents?.delete() },
  selectall: { label: 'Select All', act: (_window, contents) => contents?.selectAll() },
  minimize: { label: 'Minimize', accelerator: 'CommandOrControl+M', act: (window) => window?.minimize() },
  close: { label: mac ? 'Close Window' : 'Close', accelerator: 'CommandOrControl+W', act: (window) => window?.close() },
  quit: { label: mac ? 'Quit' : 'Exit', accelerator: 'CommandOrControl+Q', act: () => app.quit() },
  reload: { label: 'Reload', accelerator: 'CmdOrCtrl+R', act: (_window, contents) => contents?.reload() },
  forcereload: {
    label: 'Force Reload',
    accelerator: 'Shift+CmdOrCtrl+R',
    act: (_window, contents) => contents?.reloadIgnoringCache(),
  },
  toggledevtools: {
    label: 'Toggle Developer Tools',
    accelerator: mac ? 'Alt+Command+I' : 'Ctrl+Shift+I',
    act: (_window, contents) => contents?.toggleDevTools(),
  },
  togglefullscreen: {
    label: 'Toggle Full Screen',
    accelerator: mac ? 'Control+Command+F' : 'F11',
    act: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
  resetzoom: { label: 'Actual Size', accelerator: 'CommandOrControl+0', act: (_window, page) => page?.setZoomLevel(0) },
  zoomin: {
    label: 'Zoom In',
    accelerator: 'CommandOrControl+Plus',
    act: (_window, page) => page?.setZoomLevel(page.getZoomLevel() + 0.5),
  },
  zoomout: {
    label: 'Zoom Out',
    accelerator: 'CommandOrControl+-',
    act: (_window, page) => page?.setZoomLevel(page.getZoomLevel() - 0.5),
  },
  hide: { label: 'Hide', accelerator: 'Command+H' },
  hideothers: { label: 'Hide Others', accelerator: 'Command+Alt+H' },
  unhide: { label: 'Show All' },
  services: { label: 'Services', submenu: [] },
  front: { label: 'Bring All to Front' },
  zoom: { label: 'Zoom' },
  help: { label: 'Help', submenu: [] },
  window: {
    label: 'Window',
    submenu: [{ role: 'minimize' }, { role: 'zoom' }, { type: 'separator' }, { role: 'close' }],
  },
}
ROLES.appmenu = { label: 'Electron', submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] }
ROLES.filemenu = { label: 'File', submenu: [mac ? { role: 'close' } : { role: 'quit' }] }
ROLES.editmenu = {
  label: 'Edit',
  submenu: [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { type: 'separator' },
    { role: 'selectAll' },
  ],
}
ROLES.viewmenu = {
  label: 'View',
  submenu: [
    { role: 'reload' },
    { role: 'forceReload' },
    { role: 'toggleDevTools' },
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ],
}
ROLES.windowmenu = ROLES.window as Role

let lastCommand = 0

export class MenuItem {
  readonly commandId = ++lastCommand
  readonly id: string
  readonly label: string
  readonly role: Electron.MenuItem['role']
  readonly type: Electron.MenuItem['type']
  readonly accelerator: string | null
  /** The role's own key, which its item need not name. */
  readonly _roleAccelerator: string | undefined
  readonly registerAccelerator: boolean
  readonly submenu: Menu | undefined
  readonly sublabel: string
  readonly toolTip: string
  enabled: boolean
  visible: boolean
  checked: boolean
  menu: Menu | undefined
  readonly click: (...args: unknown[]) => void

  constructor(options: Options) {
    const role = options.role === undefined ? undefined : ROLES[options.role.toLowerCase()]
    if (options.role !== undefined && !role) refuse(`menu role ${options.role}`)
    this.role = asElectron(options.role?.toLowerCase())
    const submenu = options.submenu ?? role?.submenu
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : asElectron<Menu | undefined>(submenu)
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal')
    this.label = options.label ?? role?.label ?? ''
    this.id = options.id ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.accelerator = options.accelerator ?? null
    this._roleAccelerator = role?.accelerator
    this.registerAccelerator = options.registerAccelerator ?? true
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.click = (event, window, contents) => {
      if (this.type === 'checkbox') this.checked = !this.checked
      if (this.type === 'radio') this.choose()
      const focusedWindow = (window as BrowserWindow | undefined) ?? BrowserWindow.getFocusedWindow()
      const focusedContents = (contents as WebContents | undefined) ?? focusedWindow?.webContents
      if (role?.act) role.act(focusedWindow, focusedContents)
      else options.click?.(asElectron(this), asElectron(focusedWindow ?? undefined), asElectron(event ?? {}))
    }
    // The product must get the strict form.
    return strict(this, 'MenuItem')
  }

  private choose(): void {
    for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = false
    this.checked = true
  }
}

let applicationMenu: Menu | null | undefined

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = []

  constructor() {
    super()
    // The product must get the strict form.
    return strict(this, 'Menu')
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item)
  }

  insert(position: number, item: MenuItem): void {
    item.menu = this
    this.items.splice(position, 0, item)
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }

  /** Nothing is drawn: the menu is announced as shown, and a test clicks its items. */
  popup(options: { callback?: () => void } = {}): void {
    Menu._lastPopup = this
    this.emit('menu-will-show', {})
    options.callback?.()
  }

  closePopup(): void {
    this.emit('menu-will-close', {})
  }

  static _lastPopup: Menu | undefined

  static buildFromTemplate(template: (Options | Electron.MenuItem)[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry as Options))
    return menu
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu ?? null
  }

  static sendActionToFirstResponder(): void {}
}

// Before ready, as Electron does: an app that sets no menu has this one, developer tools and reload included.
app.once('will-finish-launching', () => {
  if (applicationMenu !== undefined) return
  const roles = ['fileMenu', 'editMenu', 'viewMenu', 'windowMenu', 'help'] as const
  applicationMenu = Menu.buildFromTemplate(roles.map((role) => ({ role })))
})

type KeyInput = { key?: string; code?: string; shift?: boolean; control?: boolean; alt?: boolean; meta?: boolean }

const MODIFIERS: Record<string, 'control' | 'meta' | 'alt' | 'shift'> = {
  commandorcontrol: mac ? 'meta' : 'control',
  cmdorctrl: mac ? 'meta' : 'control',
  command: 'meta',
  cmd: 'meta',
  meta: 'meta',
  super: 'meta',
  control: 'control',
  ctrl: 'control',
  alt: 'alt',
  option: 'alt',
  shift: 'shift',
}
const KEYS: Record<string, string[]> = {
  plus: ['+', '='],
  space: [' '],
  esc: ['escape'],
  return: ['enter'],
  up: ['arrowup'],
  down: ['arrowdown'],
  left: ['arrowleft'],
  right: ['arrowright'],
}

function matches(accelerator: string, input: KeyInput): boolean {
  const parts = accelerator.split('+').map((part) => part.trim().toLowerCase())
  const wanted = { control: false, meta: false, alt: false, shift: false }
  let key = ''
  for (const part of parts) {
    const modifier = MODIFIERS[part]
    if (modifier) wanted[modifier] = true
    else key = part
  }
  const pressed = (input.key ?? '').toLowerCase()
  const keys = KEYS[key] ?? [key]
  const byCode = (input.code ?? '').toLowerCase() === `key${key}` || (input.code ?? '').toLowerCase() === `digit${key}`
  const shiftFree = key === 'plus'
  return (
    (keys.includes(pressed) || byCode) &&
    wanted.control === Boolean(input.control) &&
    wanted.meta === Boolean(input.meta) &&
    wanted.alt === Boolean(input.alt) &&
    (shiftFree || wanted.shift === Boolean(input.shift))
  )
}

function findByKey(menu: Menu, input: KeyInput): MenuItem | undefined {
  for (const item of menu.items) {
    if (!item.visible) continue
    if (item.submenu) {
      const found = findByKey(item.submenu, input)
      if (found) return found
    } else if (item.registerAccelerator && item.enabled) {
      const accelerator = item.accelerator ?? item._roleAccelerator
      if (accelerator && matches(accelerator, input)) return item
    }
  }
  return undefined
}

onUnhandledKey((contents, input) => {
  const item = applicationMenu ? findByKey(applicationMenu, input as KeyInput) : undefined
  item?.click({ triggeredByAccelerator: true }, BrowserWindow.fromWebContents(contents), contents)
})
