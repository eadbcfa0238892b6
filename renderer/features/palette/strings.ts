import type { Theme } from '../../../electron/contract/session-view.ts'

/** The words of "Go to". */
export const paletteWords = {
  title: 'Go to',
  hint: 'A person, a screen or an action',
  results: 'Where to go',
  kinds: { screen: 'Screen', action: 'Action', person: 'Person', address: 'Address' },
  lock: 'Lock',
  logOut: 'Log Out',
  shortcuts: 'Keyboard shortcuts',
  themes: { light: 'Light theme', dark: 'Dark theme', system: 'Theme of the system' } satisfies Record<Theme, string>,
  themeFailed: 'The theme was not changed',
  nothing: 'Nothing matches',
  count: (count: number): string => (count === 1 ? '1 result' : `${count} results`),
  failure: 'People could not be searched',
  keys: 'Enter goes there, Ctrl+C copies the address of a person.',
  keysOfMac: 'Enter goes there, ⌘C copies the address of a person.',
  copied: 'Address copied',
  copyFailed: 'The address could not be copied',
} as const
