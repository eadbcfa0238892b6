import type { MenuItemConstructorOptions } from 'electron'
import type { Command } from '../contract/application.ts'
import type { Screen } from '../contract/screens.ts'

export interface MenuParts {
  readonly isMac: boolean
  /** Adds the developer's tools; never in a packaged application. */
  readonly isDevelopment: boolean
  readonly newWindow: () => void
  /** @param windowId the window in focus, or null where none is */
  readonly openScreen: (windowId: number | null, screen: Screen) => void
  readonly command: (windowId: number | null, command: Command) => void
}

/**
 * The menu bar. Items of the product only show their shortcut (`registerAccelerator: false`): the key map of the
 * renderer acts on it, so that a shortcut works once and where the person is.
 */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const screenItem = (label: string, screen: Screen, accelerator?: string): MenuItemConstructorOptions => ({
    id: `screen.${screen}`,
    label,
    ...(accelerator && { accelerator, registerAccelerator: false }),
    click: (_item, window) => parts.openScreen(window?.id ?? null, screen),
  })
  const commandItem = (label: string, command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id: `command.${command}`,
    label,
    ...(accelerator && { accelerator, registerAccelerator: false }),
    click: (_item, window) => parts.command(window?.id ?? null, command),
  })
  const separator: MenuItemConstructorOptions = { type: 'separator' }

  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      { id: 'new-window', label: 'New Window', accelerator: 'CmdOrCtrl+Shift+N', click: parts.newWindow },
      screenItem('Register Employee', 'register-employee', 'CmdOrCtrl+N'),
      separator,
      commandItem('Save', 'save', 'CmdOrCtrl+S'),
      separator,
      commandItem('Lock', 'lock', 'CmdOrCtrl+L'),
      commandItem('Log Out', 'log-out'),
      separator,
      parts.isMac ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { role: 'selectAll' },
      separator,
      commandItem('Find', 'find', 'CmdOrCtrl+F'),
    ],
  }
  const go: MenuItemConstructorOptions = {
    label: '&Go',
    submenu: [
      screenItem('Dashboard', 'dashboard', 'CmdOrCtrl+1'),
      screenItem('Employees', 'employees', 'CmdOrCtrl+2'),
      screenItem('Departments', 'departments', 'CmdOrCtrl+3'),
      screenItem('Positions', 'positions', 'CmdOrCtrl+4'),
      screenItem('Sessions', 'sessions', 'CmdOrCtrl+5'),
      screenItem('Audit log', 'audit-log', 'CmdOrCtrl+6'),
      screenItem('Directory', 'directory', 'CmdOrCtrl+8'),
      screenItem('My team', 'team', 'CmdOrCtrl+9'),
      separator,
      screenItem('My details', 'my-details'),
      screenItem('My session', 'my-session'),
      screenItem('Profile', 'profile'),
      screenItem('Settings', 'settings'),
      screenItem('Custom fields', 'custom-fields'),
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(parts.isDevelopment ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    label: '&Help',
    submenu: [
      commandItem('Keyboard Shortcuts', 'shortcuts', 'F1'),
      ...(parts.isMac ? [] : [{ role: 'about' } as const]),
    ],
  }
  return [...(parts.isMac ? [{ role: 'appMenu' } as const] : []), file, edit, go, view, { role: 'windowMenu' }, help]
}
