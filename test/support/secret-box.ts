import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { SecretBox } from '../../electron/environment/secret.ts'

/** A computer without a keychain. */
export const noSecretBox: SecretBox = { available: false, seal: refuse, open: refuse }

async function refuse(): Promise<never> {
  throw new Error('this computer has no keychain')
}

/** A keychain whose key is the same at every start, as the system's is. */
export function createTestSecretBox(): SecretBox {
  const key = createHash('sha256').update('the keychain of a test').digest()
  return {
    available: true,
    async seal(text) {
      const start = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, start)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([start, cipher.getAuthTag(), sealed]).toString('base64')
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')
    },
  }
}
