import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/window/menu.ts'
import { isPressed, keyMap, keyOf, shownKeys } from '../../../renderer/frame/key-map.ts'

const press = (key: string, more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('the key map', () => {
  it('gives no combination twice', () => {
    const all = keyMap.flatMap((entry) => entry.keys)
    expect(new Set(all).size).toBe(all.length)
  })

  it('holds every shortcut that the menu shows for the product, and no other for the same act', () => {
    const template = menuTemplate({
      isMac: false,
      isDevelopment: false,
      newWindow: () => {},
      openScreen: () => {},
      command: () => {},
    })
    const shown = template
      .flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
      .flatMap((item) =>
        item.registerAccelerator === false ? [{ id: item.id?.split('.').at(-1), keys: item.accelerator }] : [],
      )
    expect(shown.length).toBeGreaterThan(0)
    for (const { id, keys } of shown) {
      expect(keyMap.find((entry) => entry.id === id)?.keys).toContain(keys)
    }
  })

  it('takes Ctrl on Linux and Windows and Command on a Mac', () => {
    expect(keyOf(press('n', { ctrlKey: true }), false)?.id).toBe('register-employee')
    expect(keyOf(press('n', { metaKey: true }), true)?.id).toBe('register-employee')
    expect(keyOf(press('n', { ctrlKey: true }), true)).toBeUndefined()
    expect(keyOf(press('n'), false)).toBeUndefined()
  })

  it('leaves Ctrl+Shift+N to the menu, but takes a "/" that needs Shift', () => {
    expect(keyOf(press('N', { ctrlKey: true, shiftKey: true }), false)).toBeUndefined()
    expect(isPressed(press('/', { ctrlKey: true, shiftKey: true }), 'CmdOrCtrl+/', false)).toBe(true)
  })

  it('is shown as the keyboard of the system names the keys', () => {
    expect(shownKeys('CmdOrCtrl+N', false)).toEqual(['Ctrl', 'N'])
    expect(shownKeys('CmdOrCtrl+N', true)).toEqual(['⌘', 'N'])
  })
})
