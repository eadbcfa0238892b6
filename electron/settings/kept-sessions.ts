import { existsSync, readFileSync, rmSync } from 'node:fs'
import { screen } from '../contract/screens.ts'
import { z } from '../contract/zod.ts'
import type { Log } from '../environment/log.ts'
import { writePrivateFile } from '../environment/private-file.ts'
import type { SecretBox } from '../environment/secret.ts'

const keptSession = z.strictObject({
  key: z.string(),
  historyId: z.number().int(),
  lastActivityAt: z.number().int(),
  isLocked: z.boolean(),
  screen: screen.nullable(),
})

export interface KeptSessionsParts {
  readonly file: string
  readonly box: SecretBox
  readonly log: Log
}

/**
 * Stores what the next start needs to go on with sessions. Their keys open them, so they are sealed by the system's
 * keychain; without one nothing is stored (threat-model.md D2).
 * @throws what the keychain or the system throws
 */
export async function storeKeptSessions(
  { file, box }: Pick<KeptSessionsParts, 'file' | 'box'>,
  kept: readonly z.input<typeof keptSession>[],
): Promise<void> {
  if (!box.available || kept.length === 0) return
  writePrivateFile(file, `${JSON.stringify(await box.seal(JSON.stringify(kept)))}\n`)
}

/** Takes what the run before has stored; it is there for one start only. What cannot be read is dropped and logged. */
export async function takeKeptSessions({ file, box, log }: KeptSessionsParts): Promise<z.output<typeof keptSession>[]> {
  if (!existsSync(file)) return []
  try {
    const sealed = z.string().parse(JSON.parse(readFileSync(file, 'utf8')))
    return box.available ? z.array(keptSession).parse(JSON.parse(await box.open(sealed))) : []
  } catch (error) {
    log.error('the kept sessions could not be read; they end', error)
    return []
  } finally {
    rmSync(file, { force: true })
  }
}

/** Why sessions cannot be kept on this computer, in words; null where they can. */
export function keepingRefused(box: Pick<SecretBox, 'available'>): string | null {
  if (box.available) return null
  return 'This computer has no keychain in which Staffdesk could keep a session safely. Sessions end when it closes.'
}
