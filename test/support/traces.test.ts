import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialize } from 'node:v8'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newSessionKey } from '../../electron/session/keys.ts'
import { filesHolding } from '../e2e/data-folder.ts'
import { createTestFolder, removeTestFolder } from './database.ts'
import { createTestRandom } from './random.ts'
import { formsOf, holds } from './traces.ts'

const bytes = createTestRandom(5)(32)
const key = newSessionKey(() => bytes)
const base64 = (text: string, encoding: 'base64' | 'base64url' = 'base64') => Buffer.from(text).toString(encoding)

/** Where a key could turn up: in a line of the log, in an answer, in a file. */
const planted: readonly (readonly [string, Uint8Array])[] = [
  ['a line of a log', Buffer.from(`2026-11-20 info: session ${key} opened\n`)],
  ['an answer to a page', serialize({ ok: true, value: { session: { key } } })],
  ['an answer that V8 writes in UTF-16', serialize({ name: `Łukasz ${key}` })],
  ['an answer that holds bytes', serialize({ ok: true, value: bytes })],
  ['bytes of a file', Buffer.concat([Buffer.alloc(7, 1), bytes, Buffer.alloc(9, 2)])],
  ['hex', Buffer.from(`key=${Buffer.from(bytes).toString('hex')};`)],
  ['hex in capitals', Buffer.from(Buffer.from(bytes).toString('hex').toUpperCase())],
  ['base64', Buffer.from(`"${Buffer.from(bytes).toString('base64')}"`)],
  ...['', 'a', 'ab', 'abc'].flatMap((before) =>
    (['base64', 'base64url'] as const).map(
      (encoding) =>
        [`a text in ${encoding} after ${before.length}`, Buffer.from(base64(`${before}${key}!`, encoding))] as const,
    ),
  ),
]

describe('the search for a secret', () => {
  const forms = [...formsOf(bytes), ...formsOf(key)]

  it.each(planted)('finds it in %s', (_name, content) => expect(holds(content, forms)).toBe(true))

  it('finds nothing where there is another one, or its fingerprint', () => {
    const other = newSessionKey(createTestRandom(6))
    for (const content of [`session ${other}`, base64(other), key.slice(1), key.toLowerCase()]) {
      expect(holds(Buffer.from(content), forms), content).toBe(false)
    }
  })
})

describe('the search through a folder', () => {
  let folder: string
  beforeEach(() => {
    folder = createTestFolder()
  })
  afterEach(() => removeTestFolder(folder))

  it('names the files that hold it, however deep they lie', () => {
    mkdirSync(join(folder, 'logs'))
    writeFileSync(join(folder, 'logs', 'staffdesk.log'), `info: ${key}\n`)
    writeFileSync(join(folder, 'settings.json'), '{}')
    expect(filesHolding(folder, key)).toEqual([join(folder, 'logs', 'staffdesk.log')])
    expect(filesHolding(folder, 'quiet harbour lantern 7')).toEqual([])
  })
})
