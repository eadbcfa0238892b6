import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** What the linter must report, and what it must let pass: [file, its text, the rule or null]. */
const cases: readonly (readonly [string, string, string | null])[] = [
  ['renderer/app/session.ts', "export { a } from '../../electron/session/index.ts'", 'noRestrictedImports'],
  ['renderer/app/electron.ts', "export { ipcRenderer } from 'electron'", 'noRestrictedImports'],
  ['renderer/app/node.ts', "export { readFileSync } from 'node:fs'", 'noRestrictedImports'],
  ['renderer/app/zod.ts', "export { z } from 'zod'", 'noRestrictedImports'],
  ['renderer/app/contract.ts', "export { contract } from '../../electron/contract/index.ts'", null],
  ['electron/contract/employees.ts', "export { z } from 'zod'", 'noRestrictedImports'],
  ['electron/contract/zod.ts', "export { z } from 'zod'", null],
  ['electron/window/zod.ts', "export { z } from 'zod'", 'noRestrictedImports'],
  ...['accounts', 'audit', 'contract', 'database', 'employees', 'lifecycle', 'session'].map(
    (folder) => [`electron/${folder}/edge.ts`, "export { app } from 'electron'", 'noRestrictedImports'] as const,
  ),
  ...['window/windows', 'ipc/router', 'settings/paths', 'main', 'app', 'preload'].map(
    (file) => [`electron/${file}.ts`, "export { app } from 'electron'", null] as const,
  ),
  ['electron/session/default.ts', 'export default 1', 'noDefaultExport'],
  ['vite.config.ts', 'export default {}', null],
  ['electron/session/any.ts', 'export const x: any = 1', 'noExplicitAny'],
  ['electron/session/console.ts', "console.log('x')", 'noConsole'],
  ['scripts/build.ts', "console.log('x')", null],
  ['electron/session/assertion.ts', 'export const x = (y: string | null) => y!.length', 'noNonNullAssertion'],
  ['electron/session/import.ts', "export { a } from './clock'", 'useImportExtensions'],
]

let folder = ''
let reported: readonly string[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffdesk-linter-'))
  cpSync('biome.json', join(folder, 'biome.json'))
  cpSync('.gitignore', join(folder, '.gitignore'))
  for (const [file, text] of cases) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${text}\n`)
  }
  // What useImportExtensions looks for has to exist.
  writeFileSync(join(folder, 'electron/session/clock.ts'), 'export const a = 1\n')
  const biome = resolve('node_modules/@biomejs/biome/bin/biome')
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const report = JSON.parse(stdout) as { diagnostics: { category: string; location: { path: string } }[] }
  reported = report.diagnostics.map(({ category, location }) => `${location.path} ${category.split('/').at(-1)}`)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the linter', () => {
  it.each(cases)('%s: %s → %s', (file, _text, rule) => {
    const found = reported.filter((line) => line.startsWith(`${file} `)).map((line) => line.slice(file.length + 1))
    expect(found).toEqual(rule === null ? [] : [rule])
  })
})
