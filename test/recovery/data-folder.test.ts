import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { databaseFiles, hasOtherTraces, lastSetAside, setAside } from '../../electron/recovery/data-folder.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

const now = Date.parse('2026-11-20T09:08:07.006Z')

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

const put = (...names: string[]) => {
  for (const name of names) writeFileSync(join(folder, name), `content of ${name}`)
}

describe('traces of a company', () => {
  it.each(['secrets.json', 'staffdesk.db-wal', 'staffdesk.db-shm', 'audit-head.json'])('%s is one', (name) => {
    put(name)
    expect(hasOtherTraces(folder)).toBe(true)
  })

  it('a folder of backups is one', () => {
    mkdirSync(join(folder, 'backups'))
    expect(hasOtherTraces(folder)).toBe(true)
  })

  it('settings, logs, what a stopped set-up left and what was set aside are none', () => {
    put('settings.json', 'settings.broken-2026.json', 'staffdesk.db.new', 'Preferences')
    mkdirSync(join(folder, 'logs'))
    mkdirSync(join(folder, 'set-aside-2026-01-01T00-00-00-000Z'))
    expect(hasOtherTraces(folder)).toBe(false)
  })

  it('the database and its marker are judged by themselves', () => {
    put('staffdesk.db', 'installed.json')
    expect(hasOtherTraces(folder)).toBe(false)
  })
})

describe('setting aside', () => {
  const company = [
    'staffdesk.db',
    'staffdesk.db-wal',
    'staffdesk.db-shm',
    'audit-head.json',
    'installed.json',
    'secrets.json',
  ]

  it('moves everything of the company, byte for byte, and nothing else', () => {
    put(...company, 'settings.json')
    mkdirSync(join(folder, 'backups'))
    put('backups/monday.db')
    const name = setAside(folder, now)
    expect(name).toBe('set-aside-2026-11-20T09-08-07-006Z')
    expect(readdirSync(folder).sort()).toEqual([name, 'settings.json'])
    expect(readdirSync(join(folder, name)).sort()).toEqual([...company, 'backups'].sort())
    for (const file of [...company, 'backups/monday.db']) {
      expect(readFileSync(join(folder, name, file), 'utf8')).toBe(`content of ${file}`)
    }
    expect(hasOtherTraces(folder)).toBe(false)
  })

  it('moves of the database only what belongs to its file', () => {
    put(...company)
    const name = setAside(folder, now, databaseFiles)
    expect(readdirSync(folder).sort()).toEqual(['installed.json', 'secrets.json', name])
    expect(readdirSync(join(folder, name)).sort()).toEqual([
      'audit-head.json',
      'staffdesk.db',
      'staffdesk.db-shm',
      'staffdesk.db-wal',
    ])
  })

  it('makes a folder that no other account of the system can enter', () => {
    const name = setAside(folder, now)
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o700)
  })

  it('never mixes two companies: a folder that is there already is refused, and nothing moves', () => {
    setAside(folder, now)
    put(...company)
    expect(() => setAside(folder, now)).toThrow('EEXIST')
    for (const file of company) expect(existsSync(join(folder, file))).toBe(true)
  })
})

describe('the folder set aside last', () => {
  it('is none in a fresh folder', () => {
    put('settings.json')
    expect(lastSetAside(folder)).toBeNull()
  })

  it('is the newest, in whatever order the folder lists them', () => {
    const names = [now + 86_400_000, now - 1, now].map((time) => setAside(folder, time))
    expect(lastSetAside(folder)).toBe(names[0])
  })
})
