import { safeStorage } from 'electron'
import type { SecretBox } from '../environment/secret.ts'

/**
 * The system's keychain. On Linux `basic_text` encrypts with a password that stands in Chromium's source: that is no
 * backend, and the box says so (threat-model.md D2). Electron must be ready.
 */
export const systemSecretBox: SecretBox = {
  get available() {
    if (!safeStorage.isEncryptionAvailable()) return false
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
  },
  seal: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
  open: async (sealed) => (await safeStorage.decryptStringAsync(Buffer.from(sealed, 'base64'))).result,
}
