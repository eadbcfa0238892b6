import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPreferences, preferencesAreBroken } from '../../electron/settings/preferences.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

// Outside Electron the package of that name looks for its binary, unless it is told where that is.
vi.hoisted(() => {
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= '/nowhere'
})

const place = { x: 10, y: -20, width: 1000, height: 700, maximized: false }
const aside = 'settings.broken-2026-11-20T09-00-00-000Z.json'

let folder: string
let file: string
beforeEach(() => {
  folder = createTestFolder()
  file = join(folder, 'settings.json')
})
afterEach(() => removeTestFolder(folder))

const open = () => openPreferences(folder, createTestClock())

describe('the settings of this computer', () => {
  it('have defaults in a fresh folder, and write nothing until something is set', () => {
    const preferences = open()
    expect(preferences.get('theme')).toBe('system')
    expect(preferences.get('windowPlace')).toBeUndefined()
    expect(preferences.setAside).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  it('are the same at the next start', () => {
    const preferences = open()
    preferences.set('theme', 'dark')
    preferences.set('windowPlace', place)
    expect(preferences.get('windowPlace')).toEqual(place)
    const next = open()
    expect([next.get('theme'), next.get('windowPlace'), next.setAside]).toEqual(['dark', place, null])
  })

  it('refuse what could not be read back, and stay as they are', () => {
    const preferences = open()
    preferences.set('windowPlace', place)
    expect(() => preferences.set('windowPlace', { ...place, width: 0 })).toThrow()
    expect(() => preferences.set('theme', 'pink' as never)).toThrow()
    expect(preferences.get('windowPlace')).toEqual(place)
    expect(preferencesAreBroken(folder)).toBe(false)
  })

  it.runIf(process.platform !== 'win32')('are readable by this account alone, written or found open', () => {
    const mode = () => statSync(file).mode & 0o777
    open().set('theme', 'dark')
    expect(mode()).toBe(0o600)
    chmodSync(file, 0o644)
    const preferences = open()
    expect(mode()).toBe(0o600)
    preferences.set('theme', 'light')
    expect(mode()).toBe(0o600)
  })

  it('hold on through a run in which the file is damaged, and mend it when something is set', () => {
    const preferences = open()
    preferences.set('windowPlace', place)
    writeFileSync(file, '{ "theme": ')
    expect(preferences.get('windowPlace')).toEqual(place)
    preferences.set('theme', 'dark')
    const next = open()
    expect([next.get('windowPlace'), next.get('theme')]).toEqual([place, 'dark'])
  })
})

describe('broken settings', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  const broken: [string, string][] = [
    ['nothing', ''],
    ['half of it', '{ "theme": "da'],
    ['zeros', '\u0000'.repeat(100)],
    ['no object', '[]'],
    ['null', 'null'],
    ['a text', '"dark"'],
    ['an unknown theme', '{"theme":"pink"}'],
    ['a theme of another type', '{"theme":["dark"]}'],
    ['something unknown', '{"theme":"dark","admin":true}'],
    ['a window without a size', '{"windowPlace":{"x":1,"y":1,"maximized":false}}'],
    ['a window of no size', '{"windowPlace":{"x":1,"y":1,"width":0,"height":0,"maximized":false}}'],
    ['a window at half a pixel', '{"windowPlace":{"x":1.5,"y":1,"width":900,"height":900,"maximized":false}}'],
    ['a window out of this world', '{"windowPlace":{"x":1e999,"y":1,"width":900,"height":900,"maximized":false}}'],
    ['a prototype', '{"__proto__":{"theme":"dark"}}'],
    ['a constructor', '{"constructor":{"prototype":{"polluted":true}}}'],
    ['a toJSON', '{"theme":"dark","toJSON":1}'],
    ['much too deep a list', deep],
    ['much too deep an object', `{"theme":${deep}}`],
    ['a byte order mark', '\ufeff{"theme":"dark"}'],
  ]

  it.each(broken)('that hold %s are set aside as they are; defaults stand in', (_name, content) => {
    writeFileSync(file, content)
    expect(preferencesAreBroken(folder)).toBe(true)
    const preferences = open()
    expect(preferences.setAside).toBe(aside)
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(content)
    expect([preferences.get('theme'), preferences.get('windowPlace')]).toEqual(['system', undefined])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    preferences.set('theme', 'dark')
    expect(open().setAside).toBeNull()
  })

  it('that cannot even be read are set aside as well', () => {
    mkdirSync(file)
    expect(open().setAside).toBe(aside)
    expect(existsSync(file)).toBe(false)
  })

  it('are not what is simply not there, nor what holds less than everything', () => {
    expect(preferencesAreBroken(folder)).toBe(false)
    writeFileSync(file, '{}')
    expect(preferencesAreBroken(folder)).toBe(false)
    expect(open().get('theme')).toBe('system')
  })
})
