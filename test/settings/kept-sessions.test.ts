import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepingRefused, storeKeptSessions, takeKeptSessions } from '../../electron/settings/kept-sessions.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { createTestSecretBox, noSecretBox } from '../support/secret-box.ts'

let folder: string
let file: string
const log = createTestLog()
const box = createTestSecretBox()
const key = 'k'.repeat(43)
const kept = [{ key, historyId: 3, lastActivityAt: 1_000, isLocked: true, screen: 'employees' as const }]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'staffdesk-kept-'))
  file = join(folder, 'kept-sessions.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('kept sessions', () => {
  it('are stored sealed, for this account alone, and taken once', async () => {
    await storeKeptSessions({ file, box }, kept)
    expect(readFileSync(file, 'utf8')).not.toContain(key)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await takeKeptSessions({ file, box, log })).toEqual(kept)
    expect(existsSync(file)).toBe(false)
    expect(await takeKeptSessions({ file, box, log })).toEqual([])
  })

  it('are not stored without a keychain, nor where there are none', async () => {
    await storeKeptSessions({ file, box: noSecretBox }, kept)
    await storeKeptSessions({ file, box }, [])
    expect(existsSync(file)).toBe(false)
  })

  it.each(['', 'no json', '"not sealed by us"', JSON.stringify(kept)])(
    'are dropped where they read %j',
    async (text) => {
      writeFileSync(file, text)
      expect(await takeKeptSessions({ file, box, log })).toEqual([])
      expect(existsSync(file)).toBe(false)
    },
  )

  it('are dropped where the keychain is gone', async () => {
    await storeKeptSessions({ file, box }, kept)
    expect(await takeKeptSessions({ file, box: noSecretBox, log })).toEqual([])
  })
})

describe('keeping', () => {
  it('is refused with the reason where there is no keychain', () => {
    expect(keepingRefused(noSecretBox)).toContain('no keychain')
    expect(keepingRefused(box)).toBeNull()
  })
})
