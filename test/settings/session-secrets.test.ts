import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SecretBox } from '../../electron/environment/secret.ts'
import { loadSessionSecrets, type SessionSecrets } from '../../electron/settings/session-secrets.ts'
import { createTestClock } from '../support/clock.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

const noBox: SecretBox = {
  available: false,
  seal: async () => Promise.reject(new Error('no keychain')),
  open: async () => Promise.reject(new Error('no keychain')),
}
const keychain: SecretBox = {
  available: true,
  seal: async (text) => `sealed:${Buffer.from(text).toString('hex')}`,
  open: async (sealed) => Buffer.from(sealed.slice('sealed:'.length), 'hex').toString(),
}

let folder: string
let file: string
let load: (box?: SecretBox) => Promise<SessionSecrets>

beforeEach(() => {
  folder = createTestFolder()
  file = join(folder, 'secrets.json')
  const clock = createTestClock()
  const random = createTestRandom(1)
  load = (box = noBox) => loadSessionSecrets({ file, clock, random, box })
})
afterEach(() => removeTestFolder(folder))

const ids = ({ secrets }: SessionSecrets) => secrets().map(({ id }) => id)
const base64 = ({ secrets }: SessionSecrets) => Buffer.from(secrets()[0]?.bytes ?? []).toString('base64')

describe.each([
  ['without a keychain', noBox],
  ['with a keychain', keychain],
])('session secrets %s', (_title, box) => {
  it('are made in a fresh folder, of 32 bytes', async () => {
    const made = await load(box)
    expect(made.renewed).toBe('created')
    expect(made.secrets()).toHaveLength(1)
    expect(made.secrets()[0]).toMatchObject({ created: '2026-11-20T09:00:00.000Z' })
    expect(made.secrets()[0]?.bytes).toHaveLength(32)
  })

  it('are the same at the next start', async () => {
    const made = await load(box)
    const again = await load(box)
    expect(again.renewed).toBe('no')
    expect(again.secrets()).toEqual(made.secrets())
  })

  it('are renewed: the new one first, the last two readable, also after a restart', async () => {
    const secrets = await load(box)
    const [first] = ids(secrets)
    await secrets.renew()
    const [second, kept] = ids(secrets)
    expect(kept).toBe(first)
    expect(second).not.toBe(first)
    await secrets.renew()
    expect(ids(secrets)).toEqual([expect.any(String), second])
    expect(ids(await load(box))).toEqual(ids(secrets))
  })

  it('renewed twice at once end with two, and the file agrees', async () => {
    const secrets = await load(box)
    const [first] = ids(secrets)
    await Promise.all([secrets.renew(), secrets.renew()])
    expect(ids(secrets)).toHaveLength(2)
    expect(ids(secrets)).not.toContain(first)
    expect(ids(await load(box))).toEqual(ids(secrets))
  })

  it.runIf(process.platform !== 'win32')(
    'are readable by this account alone, made, renewed or found open',
    async () => {
      const mode = () => statSync(file).mode & 0o777
      const secrets = await load(box)
      expect(mode()).toBe(0o600)
      await secrets.renew()
      expect(mode()).toBe(0o600)
      chmodSync(file, 0o644)
      await load(box)
      expect(mode()).toBe(0o600)
    },
  )
})

describe('session secrets that cannot be used', () => {
  const secret = { id: 'a', created: '2026-11-20T09:00:00.000Z', bytes: Buffer.alloc(32).toString('base64') }
  it.each([
    ['is empty', ''],
    ['is no JSON', '{'],
    ['holds no list', '{"secrets":[]}'],
    ['holds an empty list', '[]'],
    ['holds a short secret', JSON.stringify([{ ...secret, bytes: Buffer.alloc(31).toString('base64') }])],
    ['holds a secret that is no base64', JSON.stringify([{ ...secret, bytes: '!' }])],
    ['holds something unknown', JSON.stringify([{ ...secret, extra: 1 }])],
  ])('are replaced where the file %s, and the caller learns of it', async (_title, content) => {
    writeFileSync(file, content)
    const secrets = await load()
    expect(secrets.renewed).toBe('unreadable')
    expect(secrets.secrets()).toHaveLength(1)
    expect((await load()).secrets()).toEqual(secrets.secrets())
  })

  it('are replaced where they were sealed and the keychain is gone', async () => {
    const sealed = await load(keychain)
    const secrets = await load(noBox)
    expect(secrets.renewed).toBe('unreadable')
    expect(ids(secrets)).not.toEqual(ids(sealed))
    expect((await load(noBox)).renewed).toBe('no')
  })

  it('are replaced where another keychain sealed them', async () => {
    await load(keychain)
    const other = { ...keychain, open: async () => Promise.reject(new Error('sealed by another account')) }
    expect((await load(other)).renewed).toBe('unreadable')
    expect(existsSync(file)).toBe(true)
  })
})

describe('the file of session secrets', () => {
  it('does not show a sealed secret', async () => {
    const secrets = await load(keychain)
    expect(readFileSync(file, 'utf8')).not.toContain(base64(secrets))
  })

  it('is sealed once a keychain is there, and the secrets stay', async () => {
    const plain = await load(noBox)
    expect(readFileSync(file, 'utf8')).toContain(base64(plain))
    const sealed = await load(keychain)
    expect(sealed.renewed).toBe('no')
    expect(sealed.secrets()).toEqual(plain.secrets())
    expect(readFileSync(file, 'utf8')).not.toContain(base64(plain))
  })

  it('signs as before where a renewal cannot be stored', async () => {
    let fails = false
    const seal = async (text: string) => {
      if (fails) throw new Error('keychain locked')
      return keychain.seal(text)
    }
    const secrets = await load({ ...keychain, seal })
    const before = ids(secrets)
    fails = true
    await expect(secrets.renew()).rejects.toThrow('keychain locked')
    expect(ids(secrets)).toEqual(before)
    fails = false
    await secrets.renew()
    expect(ids(secrets)).toHaveLength(2)
  })
})
