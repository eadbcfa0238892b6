import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { z } from '../contract/zod.ts'
import type { Clock } from '../environment/clock.ts'
import { writePrivateFile } from '../environment/private-file.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { Secret, SecretBox } from '../environment/secret.ts'

/** Bytes of a secret, and how many are kept so that data signed by the one before can still be read. */
const secretBytes = 32
const keptSecrets = 2

const secretList = z
  .array(
    z.strictObject({
      id: z.string(),
      created: z.iso.datetime(),
      bytes: z
        .base64()
        .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))
        .refine((bytes) => bytes.length === secretBytes),
    }),
  )
  .min(1)

export interface SessionSecretsParts {
  /**
   * `secrets.json` in the data folder: the list of secrets, the newest first, or the sealed text of that list where
   * the system has a keychain. Backups never hold it.
   */
  readonly file: string
  readonly clock: Pick<Clock, 'now'>
  readonly random: RandomBytes
  readonly box: SecretBox
}

export interface SessionSecrets {
  /** The newest first. */
  readonly secrets: () => readonly Secret[]
  /** `created` in a fresh folder; `unreadable` where one was there and could not be used, so live sessions must end. */
  readonly renewed: 'no' | 'created' | 'unreadable'
  /**
   * Signs with a new secret from now on; the one before stays readable.
   * @throws the system's error when it cannot be written, and then signs as before
   */
  renew(): Promise<void>
}

/**
 * Opens the secrets that sign session data, or makes them. A list that lies there plain is sealed once a keychain is
 * available.
 * @throws the system's error when the file cannot be written
 */
export async function loadSessionSecrets(parts: SessionSecretsParts): Promise<SessionSecrets> {
  const { file, box } = parts
  const wasThere = existsSync(file)
  if (wasThere) chmodSync(file, 0o600)
  const found = wasThere ? await read(parts) : null
  let secrets = found?.secrets ?? [newSecret(parts)]
  if (found === null || (box.available && !found.sealed)) await write(parts, secrets)

  let latest: Promise<unknown> = Promise.resolve()
  const renew = async () => {
    const next = [newSecret(parts), ...secrets].slice(0, keptSecrets)
    await write(parts, next)
    secrets = next
  }
  return {
    secrets: () => secrets,
    renewed: found !== null ? 'no' : wasThere ? 'unreadable' : 'created',
    renew: () => {
      const result = latest.then(renew)
      latest = result.catch(() => undefined)
      return result
    },
  }
}

function newSecret({ clock, random }: SessionSecretsParts): Secret {
  return {
    id: Buffer.from(random(8)).toString('hex'),
    created: new Date(clock.now()).toISOString(),
    bytes: random(secretBytes),
  }
}

async function read({
  file,
  box,
}: SessionSecretsParts): Promise<{ secrets: readonly Secret[]; sealed: boolean } | null> {
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const sealed = typeof stored === 'string'
    return { secrets: secretList.parse(sealed ? JSON.parse(await box.open(stored)) : stored), sealed }
  } catch {
    // Broken, or sealed by a keychain that is not here: the caller makes a new one and ends the sessions.
    return null
  }
}

async function write({ file, box }: SessionSecretsParts, secrets: readonly Secret[]): Promise<void> {
  const list = secrets.map(({ id, created, bytes }) => ({ id, created, bytes: Buffer.from(bytes).toString('base64') }))
  const stored = box.available ? await box.seal(JSON.stringify(list)) : list
  writePrivateFile(file, `${JSON.stringify(stored, null, 2)}\n`)
}
