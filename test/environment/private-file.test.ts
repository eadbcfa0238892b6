import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writePrivateFile } from '../../electron/environment/private-file.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

/** Called before each act on the file system that the code asks for. */
const step = vi.hoisted(() => ({ before: (_act: string): void => {} }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  const watched = ['openSync', 'fchmodSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync']
  const wrapped = watched.map((name) => {
    const act = real[name as keyof typeof real] as (...given: unknown[]) => unknown
    return [
      name,
      (...given: unknown[]) => {
        step.before(name)
        return act(...given)
      },
    ]
  })
  return { ...real, ...Object.fromEntries(wrapped) }
})

let folder: string
let file: string
beforeEach(() => {
  folder = createTestFolder()
  file = join(folder, 'settings.json')
})
afterEach(() => {
  step.before = () => {}
  removeTestFolder(folder)
})

const mode = (path = file) => statSync(path).mode & 0o777

describe('a private file', () => {
  it('is written, and replaced, as a whole', () => {
    writePrivateFile(file, 'one, which is longer')
    writePrivateFile(file, 'two ✓')
    expect(readFileSync(file, 'utf8')).toBe('two ✓')
    expect(existsSync(`${file}.new`)).toBe(false)
  })

  it.runIf(process.platform !== 'win32')('is readable by this account alone, whatever stood there before', () => {
    writeFileSync(file, 'old')
    writeFileSync(`${file}.new`, 'a leftover')
    for (const path of [file, `${file}.new`]) chmodSync(path, 0o666)
    const umask = process.umask(0)
    try {
      writePrivateFile(file, 'new')
    } finally {
      process.umask(umask)
    }
    expect(mode()).toBe(0o600)
  })

  it.runIf(process.platform !== 'win32')('is private before anything stands in it', () => {
    writeFileSync(`${file}.new`, '')
    chmodSync(`${file}.new`, 0o666)
    const modes: number[] = []
    step.before = (act) => {
      if (act === 'writeFileSync') modes.push(mode(`${file}.new`))
    }
    writePrivateFile(file, 'secret')
    expect(modes).toEqual([0o600])
  })

  it('takes the place of a leftover of an earlier try', () => {
    writeFileSync(`${file}.new`, 'a leftover that is much longer than what is written now')
    writePrivateFile(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it('is the old one or the new one at whichever step it is stopped', () => {
    const acts: string[] = []
    step.before = (act) => acts.push(act)
    writePrivateFile(file, 'old')
    step.before = () => {}
    expect(acts).toEqual(['openSync', 'fchmodSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync'])
    const found = acts.map((_act, stop) => {
      writePrivateFile(file, 'old')
      let number = 0
      step.before = () => {
        if (number === stop) throw new Error('stopped')
        number += 1
      }
      expect(() => writePrivateFile(file, 'new')).toThrow('stopped')
      step.before = () => {}
      return readFileSync(file, 'utf8')
    })
    expect(found).toEqual(acts.map(() => 'old'))
  })

  it('is on the disk before it takes the place of the old one', () => {
    const acts: string[] = []
    step.before = (act) => acts.push(act)
    writePrivateFile(file, 'new')
    expect(acts.indexOf('fsyncSync')).toBeGreaterThan(acts.indexOf('writeFileSync'))
    expect(acts.indexOf('renameSync')).toBeGreaterThan(acts.indexOf('fsyncSync'))
  })

  it('that cannot be written throws, and leaves what was there', () => {
    mkdirSync(`${file}.new`)
    writeFileSync(file, 'old')
    expect(() => writePrivateFile(file, 'new')).toThrow('EISDIR')
    expect(readFileSync(file, 'utf8')).toBe('old')
  })

  it.runIf(process.platform !== 'win32')('replaces a link and does not follow it', () => {
    const elsewhere = join(folder, 'elsewhere')
    writeFileSync(elsewhere, 'mine')
    symlinkSync(elsewhere, file)
    writePrivateFile(file, 'new')
    expect(readFileSync(elsewhere, 'utf8')).toBe('mine')
    expect(readFileSync(file, 'utf8')).toBe('new')
  })
})
