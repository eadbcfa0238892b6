import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readMarker, writeMarker } from '../../electron/settings/installed-marker.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

const marker = { company: 'Café “Nord” & Söhne', created: '2026-11-20T09:00:00.000Z', databaseId: 'a1b2' }

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

describe('the installed-marker', () => {
  it('is missing in a fresh folder', () => {
    expect(readMarker(folder)).toBe('missing')
  })

  it('comes back as it was written, and nothing lies beside it', () => {
    writeMarker(folder, marker)
    expect(readMarker(folder)).toEqual(marker)
    expect(readdirSync(folder)).toEqual(['installed.json'])
  })

  it.runIf(process.platform !== 'win32')('is readable by this account alone', () => {
    writeMarker(folder, marker)
    expect(statSync(join(folder, 'installed.json')).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"company":"Northwind","crea'],
    ['zeros', '\u0000'.repeat(80)],
    ['null', 'null'],
    ['a list', JSON.stringify([marker])],
    ['a field too few', JSON.stringify({ ...marker, databaseId: undefined })],
    ['a field too many', JSON.stringify({ ...marker, admin: true })],
    ['a number for a text', JSON.stringify({ ...marker, company: 7 })],
    ['a prototype', `{"__proto__":{"databaseId":"a1b2"},"company":"N","created":"x"}`],
  ])('that holds %s is broken, which still says that a company was set up', (_name, content) => {
    writeFileSync(join(folder, 'installed.json'), content)
    expect(readMarker(folder)).toBe('broken')
    expect(readFileSync(join(folder, 'installed.json'), 'utf8')).toBe(content)
  })

  it('is never written so that it could not be read', () => {
    writeMarker(folder, marker)
    expect(() => writeMarker(folder, { ...marker, company: 7 as never })).toThrow()
    expect(readMarker(folder)).toEqual(marker)
  })
})
