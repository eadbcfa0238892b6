import type { Command } from '../../electron/contract/application.ts'
import type { Screen } from '../../electron/contract/screens.ts'
import { words } from './strings.ts'

export type KeyId = Screen | Command | 'back' | 'forward'

export interface KeyEntry {
  readonly id: KeyId
  /** In Electron's notation, so that the menu and this map can be compared; the first is the one that is shown. */
  readonly keys: readonly string[]
  readonly label: string
  /** The screen that the keys open, where no screen in sight handles them itself. */
  readonly screen?: Screen
}

/** Every shortcut of the product. The menu shows them, this map acts on them. */
export const keyMap: readonly KeyEntry[] = [
  { id: 'dashboard', keys: ['CmdOrCtrl+1'], label: words.keys.dashboard, screen: 'dashboard' },
  { id: 'employees', keys: ['CmdOrCtrl+2'], label: words.keys.employees, screen: 'employees' },
  { id: 'departments', keys: ['CmdOrCtrl+3'], label: words.keys.departments, screen: 'departments' },
  { id: 'positions', keys: ['CmdOrCtrl+4'], label: words.keys.positions, screen: 'positions' },
  { id: 'sessions', keys: ['CmdOrCtrl+5'], label: words.keys.sessions, screen: 'sessions' },
  { id: 'audit-log', keys: ['CmdOrCtrl+6'], label: words.keys.auditLog, screen: 'audit-log' },
  { id: 'directory', keys: ['CmdOrCtrl+8'], label: words.keys.directory, screen: 'directory' },
  { id: 'team', keys: ['CmdOrCtrl+9'], label: words.keys.team, screen: 'team' },
  {
    id: 'organisation-chart',
    keys: ['CmdOrCtrl+7'],
    label: words.keys.organisationChart,
    screen: 'organisation-chart',
  },
  { id: 'go-to', keys: ['CmdOrCtrl+K'], label: words.keys.goTo },
  { id: 'register-employee', keys: ['CmdOrCtrl+N'], label: words.keys.registerEmployee, screen: 'register-employee' },
  { id: 'find', keys: ['CmdOrCtrl+F'], label: words.keys.find },
  { id: 'save', keys: ['CmdOrCtrl+S'], label: words.keys.save },
  { id: 'lock', keys: ['CmdOrCtrl+L'], label: words.keys.lock },
  { id: 'back', keys: ['Alt+Left'], label: words.keys.back },
  { id: 'forward', keys: ['Alt+Right'], label: words.keys.forward },
  { id: 'shortcuts', keys: ['F1', 'CmdOrCtrl+/'], label: words.keys.shortcuts },
]

const namedKeys: Readonly<Record<string, string>> = { Left: 'ArrowLeft', Right: 'ArrowRight' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether a pressed key is the given combination. Shift may be needed to type "/", so it only counts with letters. */
export function isPressed(event: Pressed, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wantsCommand = parts.includes('CmdOrCtrl')
  return (
    event.key.toLowerCase() === (namedKeys[key] ?? key).toLowerCase() &&
    (isMac ? event.metaKey : event.ctrlKey) === wantsCommand &&
    (isMac ? event.ctrlKey : event.metaKey) === false &&
    event.altKey === parts.includes('Alt') &&
    (!event.shiftKey || key === '/')
  )
}

/** The shortcut that a pressed key stands for. */
export const keyOf = (event: Pressed, isMac: boolean): KeyEntry | undefined =>
  keyMap.find((entry) => entry.keys.some((keys) => isPressed(event, keys, isMac)))

/** The combination as a person of that system reads it. */
export function shownKeys(keys: string, isMac: boolean): string[] {
  const names: Readonly<Record<string, string>> = isMac
    ? { CmdOrCtrl: '⌘', Alt: '⌥', Left: '←', Right: '→' }
    : { CmdOrCtrl: 'Ctrl', Left: '←', Right: '→' }
  return keys.split('+').map((key) => names[key] ?? key)
}
