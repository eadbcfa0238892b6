import { describe, expect, it } from 'vitest'
import {
  knowsStandIn,
  namelessFolders,
  opensOutside,
  reachedFor,
  repeatedDoors,
  strayedSql,
  strayedTests,
} from './content.ts'
import { cycles, featureCycles, wrongFloors, wrongSides } from './graph.ts'
import { parseSource } from './source.ts'

const one = (path: string, text: string) => [parseSource(path, text)]
const importing = (path: string, target: string) => one(path, `import { a } from '${target}'`)

describe('floors', () => {
  it.each([
    ['up', 'electron/session/a.ts', '../lifecycle/b.ts'],
    ['up from the bottom', 'electron/database/a.ts', '../audit/b.ts'],
    ['up to the root', 'electron/window/a.ts', '../guards.ts'],
    ['sideways', 'electron/session/a.ts', '../settings/b.ts'],
    ['sideways on a low floor', 'electron/database/a.ts', '../contract/b.ts'],
    ['up from the lowest floor', 'electron/environment/a.ts', '../database/b.ts'],
    ['up to main', 'electron/app.ts', './main.ts'],
    ['from the preload above the contract', 'electron/preload.ts', './window/b.ts'],
    ['to a folder without a floor', 'electron/employees/a.ts', '../cellar/b.ts'],
    ['up in the renderer', 'renderer/ui/a.tsx', '../frame/b.ts'],
    ['up from a feature', 'renderer/features/login/a.tsx', '../../app/b.ts'],
    ['up to main in the renderer', 'renderer/app/a.tsx', '../main.tsx'],
  ])('reports an import %s', (_way, path, target) => expect(wrongFloors(importing(path, target))).toHaveLength(1))

  it('reports a folder without a floor', () => {
    expect(wrongFloors(one('electron/cellar/a.ts', ''))).toEqual([
      'electron/cellar/a.ts: the folder cellar stands on no floor',
    ])
  })

  it.each([
    ['import type', "import type { A } from '../lifecycle/b.ts'"],
    ['export from', "export { a } from '../lifecycle/b.ts'"],
    ['export all', "export * from '../lifecycle/b.ts'"],
    ['dynamic import', "const a = await import('../lifecycle/b.ts')"],
  ])('sees %s', (_form, text) => expect(wrongFloors(one('electron/session/a.ts', text))).toHaveLength(1))

  it.each([
    ['electron/main.ts', './app.ts'],
    ['electron/app.ts', './window/b.ts'],
    ['electron/employees/a.ts', '../accounts/b.ts'],
    ['electron/employees/a.ts', './b.ts'],
    ['electron/database/migrations/a.ts', '../b.ts'],
    ['electron/preload.ts', './contract/names.ts'],
    ['electron/lifecycle/a.ts', 'kysely'],
    ['renderer/main.tsx', './app/b.tsx'],
    ['renderer/features/login/a.tsx', '../logout/b.ts'],
    ['renderer/bridge/a.ts', '../../electron/contract/b.ts'],
  ])('lets %s import %s', (path, target) => expect(wrongFloors(importing(path, target))).toEqual([]))
})

describe('sides', () => {
  it.each([
    ['renderer/app/a.ts', '../../electron/session/b.ts'],
    ['renderer/app/a.ts', '../../test/b.ts'],
    ['electron/app.ts', '../renderer/b.ts'],
    ['electron/app.ts', '../test/b.ts'],
    ['electron/contract/a.ts', 'zod'],
    ['electron/contract/a.ts', 'node:fs'],
    ['electron/contract/zod.ts', 'kysely'],
  ])('reports %s importing %s', (path, target) => expect(wrongSides(importing(path, target))).toHaveLength(1))

  it.each([
    ['renderer/app/a.ts', '../../electron/contract/b.ts'],
    ['electron/contract/zod.ts', 'zod'],
    ['electron/contract/a.ts', './zod.ts'],
  ])('lets %s import %s', (path, target) => expect(wrongSides(importing(path, target))).toEqual([]))
})

describe('cycles', () => {
  it('reports a circle with its way', () => {
    const sources = [
      ...importing('electron/session/a.ts', './b.ts'),
      ...importing('electron/session/b.ts', './c.ts'),
      ...importing('electron/session/c.ts', './b.ts'),
    ]
    expect(cycles(sources)).toEqual(['electron/session/b.ts → electron/session/c.ts → electron/session/b.ts'])
  })

  it('lets two ways lead to one file', () => {
    const sources = [
      ...one('electron/session/a.ts', "import './b.ts'\nimport './c.ts'"),
      ...importing('electron/session/b.ts', './c.ts'),
      ...one('electron/session/c.ts', ''),
    ]
    expect(cycles(sources)).toEqual([])
  })
})

describe('features', () => {
  const login = importing('renderer/features/login/a.ts', '../logout/b.ts')

  it('reports two that need each other, whichever files of theirs', () => {
    const logout = importing('renderer/features/logout/c.ts', '../login/d.ts')
    expect(featureCycles([...login, ...logout])).toEqual([
      'renderer/features/login → renderer/features/logout → renderer/features/login',
    ])
  })

  it('lets one need another, and what stands below both', () => {
    const logout = importing('renderer/features/logout/c.ts', '../../ui/d.ts')
    expect(featureCycles([...login, ...logout])).toEqual([])
  })
})

describe('doors', () => {
  it.each([
    "import { ipcMain as channel } from 'electron'",
    "import { ipcRenderer } from 'electron'",
    'new BrowserWindow({})',
    'const bridge = window.staffdesk',
    'contents.webContents.send(name, payload)',
  ])('reports a second file with: %s', (text) => {
    const twice = [...one('electron/ipc/a.ts', text), ...one('electron/window/b.ts', text)]
    expect(repeatedDoors(twice)).toHaveLength(1)
    expect(repeatedDoors(twice.slice(1))).toEqual([])
  })
})

describe('addresses', () => {
  it.each([
    "shell.openExternal('https://example.com')",
    "import { openExternal } from './links.ts'",
    'const { openExternal: open } = shell',
  ])('reports one that is handed to the system: %s', (text) => {
    expect(opensOutside(one('electron/window/desktop.ts', text))).toEqual(['electron/window/desktop.ts'])
    expect(opensOutside(one('electron/window/desktop.ts', 'shell.openPath(folder)'))).toEqual([])
  })
})

describe('SQL', () => {
  it.each([
    "const text = 'SELECT id FROM employee'",
    'const text = `update employee set name = ?`',
    "const text = 'PRAGMA user_version'",
    "import { sql } from 'kysely'",
    "import { queries } from '../database/queries.ts'",
  ])('reports, in a service: %s', (text) => {
    expect(strayedSql(one('electron/employees/service.ts', text))).toHaveLength(1)
    for (const path of [
      'employees/repository.ts',
      'accounts/account-repository.ts',
      'session/database-store.ts',
      'database/a.ts',
    ])
      expect(strayedSql(one(`electron/${path}`, text))).toEqual([])
  })

  it('lets words pass that are no statement', () => {
    expect(
      strayedSql(one('electron/employees/a.ts', "const text = ['Select a file', 'Update the name', 'from']")),
    ).toEqual([])
  })
})

describe('what is handed in', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'const name = process.env.HOME',
    "import { randomBytes } from 'node:crypto'",
  ])('reports: %s', (text) => {
    expect(reachedFor(one('electron/accounts/a.ts', text))).toHaveLength(1)
    expect(reachedFor(one('renderer/ui/a.ts', text))).toHaveLength(1)
    for (const root of ['main', 'app', 'start/system']) expect(reachedFor(one(`electron/${root}.ts`, text))).toEqual([])
  })

  it('lets a given instant be read', () => {
    expect(reachedFor(one('electron/accounts/a.ts', 'new Date(instant).toISOString()'))).toEqual([])
  })
})

describe('names', () => {
  it('reports product code that knows of the stand-in', () => {
    expect(knowsStandIn(one('electron/app.ts', 'if (process.versions.standin) quit()'))).toEqual(['electron/app.ts'])
    expect(knowsStandIn(one('electron/app.ts', '// Understanding this takes standing in line.'))).toEqual([])
  })

  it('reports folders that could hold anything', () => {
    expect(namelessFolders(['electron/utils', 'renderer/helpers', 'electron/util', 'electron/audit'])).toHaveLength(3)
  })

  it('reports test folders that mirror nothing', () => {
    const product = ['electron', 'renderer', 'electron/audit', 'renderer/app', 'renderer/features/login']
    expect(strayedTests(['test/audits', 'test/renderer/logon'], product)).toEqual([
      'test/audits',
      'test/renderer/logon',
    ])
    const right = [
      'test/audit',
      'test/renderer',
      'test/renderer/app',
      'test/renderer/login',
      'test/audit/support',
      'test/e2e',
      'test/standin/src',
    ]
    expect(strayedTests(right, product)).toEqual([])
  })
})
