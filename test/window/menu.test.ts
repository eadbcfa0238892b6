import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { commands } from '../../electron/contract/application.ts'
import { screens } from '../../electron/contract/screens.ts'
import { menuTemplate } from '../../electron/window/menu.ts'
import { keyMap } from '../../renderer/frame/key-map.ts'

const systems = ['Linux and Windows', 'a Mac'] as const

function arrange(isMac: boolean, isDevelopment = false) {
  const acts: unknown[] = []
  const template = menuTemplate({
    isMac,
    isDevelopment,
    newWindow: () => acts.push('new window'),
    openScreen: (windowId, screen) => acts.push([windowId, 'screen', screen]),
    command: (windowId, command) => acts.push([windowId, 'command', command]),
  })
  return { acts, template, items: itemsOf(template) }
}

const itemsOf = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])

const click = (item: MenuItemConstructorOptions | undefined, windowId: number | null) => {
  const window = windowId === null ? undefined : { id: windowId }
  ;(item?.click as ((...given: unknown[]) => void) | undefined)?.(undefined, window, {})
}

const rolesOf = (items: MenuItemConstructorOptions[]) => items.flatMap(({ role }) => role ?? [])

describe.each(systems)('the menu on %s', (system) => {
  const isMac = system === 'a Mac'

  it('has every role by which people edit, without which a Mac cannot even paste', () => {
    const { items } = arrange(isMac)
    expect(rolesOf(items)).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll']),
    )
  })

  it('has the roles by which people see better, manage windows and find help', () => {
    const { template, items } = arrange(isMac)
    expect(rolesOf(items)).toEqual(expect.arrayContaining(['resetZoom', 'zoomIn', 'zoomOut', 'togglefullscreen']))
    expect(rolesOf(template)).toEqual(expect.arrayContaining(['windowMenu', 'help']))
  })

  it('has the way out and the about box where that system has them', () => {
    const { items } = arrange(isMac)
    const found = ['quit', 'close', 'about', 'appMenu'].filter((role) => rolesOf(items).includes(role as never))
    expect(found).toEqual(isMac ? ['close', 'appMenu'] : ['quit', 'about'])
  })

  it('has the tools of a developer nowhere but in development', () => {
    const tools = ['reload', 'forceReload', 'toggleDevTools']
    expect(rolesOf(arrange(isMac).items).filter((role) => tools.includes(role))).toEqual([])
    expect(rolesOf(arrange(isMac, true).items)).toContain('toggleDevTools')
  })

  it('shows for each act the first key that the key map acts on, and takes none of them itself', () => {
    const { items } = arrange(isMac)
    const shown = items.filter(({ id, accelerator }) => accelerator && id !== 'new-window')
    expect(shown.map(({ registerAccelerator }) => registerAccelerator)).toEqual(shown.map(() => false))
    const firstKeys = shown.map(({ id, accelerator }) => {
      const entry = keyMap.find((mapped) => mapped.id === id?.split('.').at(-1))
      return [id, accelerator, entry?.keys[0]]
    })
    expect(firstKeys.map(([id, , key]) => [id, key])).toEqual(firstKeys.map(([id, key]) => [id, key]))
  })

  it('takes one key itself, which no page has: the one for a new window', () => {
    const taken = arrange(isMac).items.filter(({ accelerator, registerAccelerator }) => {
      return accelerator !== undefined && registerAccelerator !== false
    })
    expect(taken.map(({ id }) => id)).toEqual(['new-window'])
    expect(keyMap.flatMap(({ keys }) => keys)).not.toContain(taken[0]?.accelerator)
  })

  it('leads to every screen and every command, in the window that is in focus', () => {
    const { items, acts } = arrange(isMac)
    for (const screen of screens)
      click(
        items.find(({ id }) => id === `screen.${screen}`),
        7,
      )
    for (const command of commands)
      click(
        items.find(({ id }) => id === `command.${command}`),
        7,
      )
    click(
      items.find(({ id }) => id === 'new-window'),
      7,
    )
    expect(acts).toEqual([
      ...screens.map((screen) => [7, 'screen', screen]),
      ...commands.map((command) => [7, 'command', command]),
      'new window',
    ])
  })

  it('says so where no window is in focus', () => {
    const { items, acts } = arrange(isMac)
    click(
      items.find(({ id }) => id === 'screen.employees'),
      null,
    )
    expect(acts).toEqual([[null, 'screen', 'employees']])
  })

  it('gives no id and no key twice, and every item of ours a name', () => {
    const { items } = arrange(isMac)
    for (const given of [items.map(({ id }) => id), items.map(({ accelerator }) => accelerator)]) {
      const present = given.filter((value) => value !== undefined)
      expect(new Set(present).size).toBe(present.length)
    }
    expect(items.filter(({ id, label }) => id !== undefined && !label)).toEqual([])
  })
})
