import { cpSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMarker } from '../../electron/settings/installed-marker.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { answers, firstRun, opening, readCompany } from './first-run.ts'

/** Called before each act on the file system that the product's code asks for. */
const step = vi.hoisted(() => ({ before: (_act: string): void => {} }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs')>()
  const watched = ['chmodSync', 'closeSync', 'fsyncSync', 'mkdirSync', 'openSync', 'renameSync', 'rmSync', 'writeSync']
  const wrapped = watched.map((name) => {
    const act = real[name as keyof typeof real] as (...parameters: unknown[]) => unknown
    return [
      name,
      (...parameters: unknown[]) => {
        step.before(name)
        return act(...parameters)
      },
    ]
  })
  return { ...real, ...Object.fromEntries(wrapped) }
})

let folder: string
const copies: string[] = []
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => {
  step.before = () => {}
  for (const path of [folder, ...copies.splice(0)]) removeTestFolder(path)
})

/** Runs set-up; `before` learns of every act on the file system and of the opening at the end. */
async function run(before: (act: string) => void) {
  const { create } = firstRun(folder, { opened: async () => before('opened') })
  step.before = before
  try {
    return await create()
  } finally {
    step.before = () => {}
  }
}

describe('set-up that is killed', () => {
  it('leaves an empty folder or a whole company, at whichever step', async () => {
    const states: { act: string; copy: string }[] = []
    await run((act) => {
      // What a kill at this moment would leave on the disk.
      const copy = mkdtempSync(join(tmpdir(), 'staffdesk-test-'))
      copies.push(copy)
      cpSync(folder, copy, { recursive: true })
      states.push({ act, copy })
    })
    const shown = states.map(({ copy }) => opening(copy))
    const placed = states.findIndex(({ act }) => act === 'renameSync') + 1
    expect(placed).toBeGreaterThan(5)
    expect(states.length).toBeGreaterThan(placed + 3)
    expect(shown).toEqual(states.map((_, index) => (index < placed ? 'set-up' : 'open')))
    for (const { copy } of states.slice(0, placed)) {
      await firstRun(copy).create()
      expect((await readCompany(copy)).accounts).toHaveLength(1)
    }
    for (const { copy } of states.slice(placed)) {
      const { company, opensWith, auditIsSound } = await readCompany(copy)
      expect(company?.name).toBe(answers.companyName)
      expect(await opensWith(answers.password)).toBe(true)
      expect(auditIsSound).toBe(true)
    }
    expect(readMarker(states.at(-1)?.copy ?? '')).toMatchObject({ company: answers.companyName })
  })
})

describe('set-up that fails', () => {
  it('can be tried again, at whichever step it failed', async () => {
    let steps = 0
    await run(() => {
      steps += 1
    })
    for (let failing = 1; failing < steps; failing += 1) {
      removeTestFolder(folder)
      folder = createTestFolder()
      let count = 0
      const failure = run(() => {
        count += 1
        if (count === failing) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
      })
      await expect(failure, `step ${failing}`).rejects.toMatchObject({ name: 'DatabaseError', kind: 'full' })
      expect(opening(folder), `step ${failing}`).toBe('set-up')
      await run(() => {})
      expect(opening(folder)).toBe('open')
      expect(readdirSync(folder)).toContain('installed.json')
    }
  })

  it('leaves nothing of a company when the transaction fails', async () => {
    const audit = {
      append: async () => {
        throw new Error('out of memory')
      },
    }
    await expect(firstRun(folder, { audit }).create()).rejects.toThrow('out of memory')
    expect(opening(folder)).toBe('set-up')
    await firstRun(folder).create()
    expect((await readCompany(folder)).accounts).toHaveLength(1)
  })
})
