import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { escapeForLog, openLog } from '../../electron/settings/log-file.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

let folder: string
let file: string
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-20T09:08:07.006Z'), toFake: ['Date'] })
  folder = createTestFolder()
  file = join(folder, 'staffdesk.log')
})
afterEach(() => {
  vi.useRealTimers()
  removeTestFolder(folder)
})

const lines = () => readFileSync(file, 'utf8').split(/\r?\n/).filter(Boolean)

describe('the log', () => {
  it('says when, in UTC, how grave it is, and what', () => {
    const log = openLog(folder)
    log.info('company opened', { interrupted: 1, computer: 'Front desk', last: null })
    log.warn('settings set aside')
    expect(lines()).toEqual([
      '2026-11-20T09:08:07.006Z info company opened {"interrupted":1,"computer":"Front desk","last":null}',
      '2026-11-20T09:08:07.006Z warn settings set aside',
    ])
  })

  it('keeps the way of an error on one line', () => {
    openLog(folder).error('incident 1', new Error('no such row'))
    expect(lines()).toHaveLength(1)
    expect(lines()[0]).toMatch(/error incident 1 Error: no such row\\u\{a\}.*log-file\.test\.ts/)
  })

  it.each([
    ['a text', 'disk full', 'disk full'],
    ['nothing at all', null, 'null'],
    ['an object', { code: 7 }, '[object Object]'],
  ])('takes whatever was thrown: %s', (_name, cause, shown) => {
    openLog(folder).error('failed', cause)
    expect(lines()).toEqual([`2026-11-20T09:08:07.006Z error failed ${shown}`])
  })

  it.each([
    ['a new line', 'ada\n2026-11-20T09:00:00.000Z info signed in', 'ada\\u{a}2026'],
    ['a carriage return', 'ada\r2026', 'ada\\u{d}2026'],
    ['an escape sequence', '\u001b[2Jada', '\\u{1b}[2Jada'],
    ['NUL', 'a\u0000b', 'a\\u{0}b'],
    ['a C1 control', 'a\u0085b', 'a\\u{85}b'],
    ['a line separator', 'a\u2028b', 'a\\u{2028}b'],
    ['a right-to-left override', 'a\u202eb', 'a\\u{202e}b'],
    ['an isolate', 'a\u2066b\u2069', 'a\\u{2066}b\\u{2069}'],
    ['a mark of direction', 'a\u200e\u200f\u061cb', 'a\\u{200e}\\u{200f}\\u{61c}b'],
  ])('cannot be forged by %s', (_name, text, shown) => {
    expect(escapeForLog(text)).toContain(shown)
    const log = openLog(folder)
    log.info(text)
    log.warn('details', { text })
    log.error('cause', text)
    const written = readFileSync(file, 'utf8')
    expect(lines()).toHaveLength(3)
    expect(written.replaceAll(/\r?\n/g, '')).not.toMatch(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
  })

  it('leaves the letters of all languages as they are', () => {
    const text = 'Özdemir 山田 ναι नमस्ते 👩‍💻'
    expect(escapeForLog(text)).toBe(text)
  })

  it.runIf(process.platform !== 'win32')('is readable by this account alone, made or found open', () => {
    const umask = process.umask(0)
    try {
      openLog(folder).info('first')
    } finally {
      process.umask(umask)
    }
    expect(statSync(file).mode & 0o777).toBe(0o600)
    chmodSync(file, 0o644)
    openLog(folder)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('goes on at the next start where it ended', () => {
    openLog(folder).info('first')
    openLog(folder).info('second')
    expect(lines()).toHaveLength(2)
  })
})

describe('a full log', () => {
  const fill = () => {
    if (!existsSync(file)) writeFileSync(file, '')
    truncateSync(file, 5 * 1024 * 1024 + 1)
  }
  /** Begins a full log anew, in a start of its own. */
  const next = (message: string) => {
    fill()
    const another = join(folder, '.')
    openLog(another).info(message)
  }

  it('begins a new file; four full ones are kept, the oldest goes', () => {
    for (let number = 1; number <= 6; number += 1) {
      writeFileSync(file, `file ${number}\n`)
      next(`after ${number}`)
      expect(lines()).toEqual([expect.stringContaining(`after ${number}`)])
    }
    expect(readdirSync(folder).sort()).toEqual([
      'staffdesk.log',
      'staffdesk.log.1',
      'staffdesk.log.2',
      'staffdesk.log.3',
      'staffdesk.log.4',
    ])
    const first = [1, 2, 3, 4].map((number) => readFileSync(`${file}.${number}`, 'utf8').slice(0, 6))
    expect(first).toEqual(['file 6', 'file 5', 'file 4', 'file 3'])
  })

  it('goes on in the same file where the full one cannot be moved, and fails nobody', () => {
    mkdirSync(`${file}.1`)
    mkdirSync(`${file}.2`)
    writeFileSync(join(`${file}.2`, 'taken'), '')
    next('still here')
    expect(readFileSync(file, 'utf8')).toContain('still here')
  })
})
