import { describe, expect, it } from 'vitest'
import { wrongContents } from './contents.ts'

const target = { platform: 'linux', arch: 'x64' } as const
const right = [
  'package.json',
  'out/main/main.js',
  'out/main/verification-worker.js',
  'out/main/import-worker.js',
  'out/main/licences.md',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/renderer/licences.md',
  'out/renderer/assets/index-B3x_.js',
  'resources/icons/icon.png',
  'resources/password-blocklist.txt',
  'node_modules/better-sqlite3/lib/methods/backup.js',
  'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  'node_modules/@node-rs/argon2-linux-x64-gnu/argon2.linux-x64-gnu.node',
]

describe('the contents of a package', () => {
  it('are right', () => expect(wrongContents(right, target)).toEqual([]))

  it.each([
    'out/test/main.js',
    'out/main/main.js.map',
    'out/e2e-main/main.js',
    'electron/main.ts',
    'node_modules/react/index.js',
    'resources/icons/icon.svg',
    '.npmrc',
  ])('may not be %s', (file) => expect(wrongContents([...right, file], target)).toEqual([`unexpected: ${file}`]))

  it.each([
    'node_modules/better-sqlite3/prebuilds/win32-x64.node',
    'node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node',
    'node_modules/@node-rs/argon2-darwin-arm64/argon2.darwin-arm64.node',
  ])('may not be made for another computer: %s', (file) =>
    expect(wrongContents([...right, file], target)).toEqual([`foreign: ${file}`]),
  )

  it.each(right.filter((file) => !/assets|backup/.test(file)))('may not lack %s', (file) => {
    const found = wrongContents(
      right.filter((other) => other !== file),
      target,
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^missing: /)
  })
})
