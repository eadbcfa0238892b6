import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FindFile, listBuiltFiles } from '../../electron/window/built-files.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

let folder: string
let find: FindFile
beforeEach(() => {
  folder = createTestFolder()
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets', 'deep'), { recursive: true })
  const files = ['index.html', 'assets/shell.js', 'assets/shell.css', 'assets/deep/logo.svg', 'assets/inter.woff2']
  for (const file of [...files, 'assets/shell.js.map', 'licences.md', 'assets/data.json', 'assets/plain']) {
    writeFileSync(join(renderer, file), file)
  }
  writeFileSync(join(folder, 'secret.html'), 'secret')
  writeFileSync(join(folder, 'secrets.json'), 'secret')
  if (process.platform !== 'win32') symlinkSync(join(folder, 'secret.html'), join(renderer, 'linked.html'))
  find = listBuiltFiles(renderer)
})
afterEach(() => removeTestFolder(folder))

describe('a file of the built renderer', () => {
  test.each([
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/shell.js', 'text/javascript; charset=utf-8'],
    ['/assets/shell.css', 'text/css; charset=utf-8'],
    ['/assets/deep/logo.svg', 'image/svg+xml'],
    ['/assets/inter.woff2', 'font/woff2'],
  ])('%s is found as %s', (path, type) => {
    expect(find(path)).toEqual({ path: join(folder, 'renderer', path), type })
  })

  test.each(['/assets/shell.js.map', '/licences.md', '/assets/data.json', '/assets/plain'])(
    '%s is not served: a page has no use for it',
    (path) => expect(find(path)).toBeUndefined(),
  )

  test.each([
    '/',
    '',
    '/assets',
    '/assets/',
    '/assets/deep',
    'index.html',
    '/INDEX.HTML',
    '/index.html/',
    '/linked.html',
  ])('%j is no file', (path) => expect(find(path)).toBeUndefined())
})

/** Ways to write "the folder above" that some server has fallen for. */
const above = [
  '..',
  '...',
  '%2e%2e',
  '%2E%2E',
  '.%2e',
  '%2e.',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '．．',
  '‥',
  '..;',
  '..%00',
  '.. ',
  ' ..',
  '..\u0000',
  '....',
  './..',
  'assets/..',
  'assets/deep/../..',
  '/..',
]
const slashes = ['/', '\\', '%2f', '%2F', '%5c', '%5C', '%252f', '//', '\\/', '∕']
const targets = ['secret.html', 'secrets.json']
const fixed = [
  '/etc/passwd',
  '//etc/passwd',
  '/file:///etc/passwd',
  '/C:/Windows/win.ini',
  '/C:\\Windows\\win.ini',
  '/\\\\server\\share\\a.html',
  '/~/secret.html',
  '/index.html\u0000.js',
  '/index.html%00',
  '/index.html::$DATA',
  '/index.html.',
  '/index.html ',
  '/%69ndex.html',
  '/assets/../index.html',
  '/./index.html',
  '//index.html',
  '/__proto__',
  '/constructor',
  '/toString',
]
const attacks = [
  ...fixed,
  ...above.flatMap((up) => slashes.flatMap((slash) => targets.map((target) => `/${up}${slash}${target}`))),
]

test('none of hundreds of ways out of the folder leads anywhere', () => {
  expect(attacks.length).toBeGreaterThan(400)
  expect(attacks.filter((attack) => find(attack) !== undefined)).toEqual([])
})

test('the list is of the moment in which it was made: what appears later is not served', () => {
  writeFileSync(join(folder, 'renderer', 'later.js'), 'later')
  expect(find('/later.js')).toBeUndefined()
})
