import { describe, expect, test } from 'vitest'
import { createCopy, type SystemClipboard } from '../../electron/window/clipboard.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { createTestClock } from '../support/clock.ts'

const settled = () => new Promise(setImmediate)

function arrange(broken: Partial<SystemClipboard> = {}) {
  const clock = createTestClock()
  const log = createTestLog()
  let held = ''
  const clipboard: SystemClipboard = {
    readText: async () => held,
    writeText: async (text) => {
      held = text
    },
    clear: () => {
      held = ''
    },
    ...broken,
  }
  const heldAfter = async (milliseconds: number) => {
    clock.advance(milliseconds)
    await settled()
    return held
  }
  return { clipboard, clock, log, heldAfter, ...createCopy(clipboard, clock, log), held: () => held }
}

describe('a copied secret', () => {
  test('is on the clipboard for a minute and no longer', async () => {
    const { copy, heldAfter, held } = arrange()
    await copy('seven grey herons', true)
    expect(held()).toBe('seven grey herons')
    expect(await heldAfter(59_999)).toBe('seven grey herons')
    expect(await heldAfter(1)).toBe('')
  })

  test('is left alone where something else was copied meanwhile', async () => {
    const { copy, heldAfter, clipboard } = arrange()
    await copy('seven grey herons', true)
    await clipboard.writeText('from another program')
    expect(await heldAfter(60_000)).toBe('from another program')
  })

  test('copied again stays a whole minute from then on', async () => {
    const { copy, heldAfter } = arrange()
    await copy('seven grey herons', true)
    await heldAfter(40_000)
    await copy('seven grey herons', true)
    expect(await heldAfter(59_999)).toBe('seven grey herons')
    expect(await heldAfter(1)).toBe('')
  })

  test('is still cleared where the next copy fails', async () => {
    const { copy, heldAfter, clipboard } = arrange()
    await copy('seven grey herons', true)
    clipboard.writeText = () => Promise.reject(new Error('no clipboard'))
    await expect(copy('Ada', false)).rejects.toThrow('no clipboard')
    expect(await heldAfter(60_000)).toBe('')
  })

  test('that cannot be cleared is logged, without the secret', async () => {
    const { copy, heldAfter, log } = arrange({ readText: () => Promise.reject(new Error('no clipboard')) })
    await copy('seven grey herons', true)
    await heldAfter(60_000)
    expect(log.lines).toEqual([expect.stringContaining('no clipboard')])
    expect(log.lines.join()).not.toContain('herons')
  })
})

test('what is no secret stays', async () => {
  const { copy, heldAfter, clock } = arrange()
  await copy('seven grey herons', true)
  await copy('Ada Lovelace', false)
  expect(clock.pending()).toBe(0)
  expect(await heldAfter(3_600_000)).toBe('Ada Lovelace')
})

describe('what was copied', () => {
  test.each([true, false])('is taken off when the computer is locked, secret or not: %s', async (secret) => {
    const { copy, clear, held } = arrange()
    await copy('seven grey herons', secret)
    await clear()
    expect(held()).toBe('')
  })

  test('is left alone where something else was copied meanwhile', async () => {
    const { copy, clear, clipboard, held } = arrange()
    await copy('seven grey herons', false)
    await clipboard.writeText('mine')
    await clear()
    await clear()
    expect(held()).toBe('mine')
  })
})
