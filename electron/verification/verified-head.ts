import { chmodSync, existsSync, readFileSync } from 'node:fs'
import type { AuditHead } from '../audit/chain.ts'
import { z } from '../contract/zod.ts'
import { writePrivateFile } from '../environment/private-file.ts'

const head = z.strictObject({ id: z.number().int().positive(), hash: z.string() })

/** The link of the audit that was verified last, kept outside the database; null where none can be read. Makes it 0600 again. */
export function readVerifiedHead(file: string): AuditHead | null {
  if (!existsSync(file)) return null
  try {
    chmodSync(file, 0o600)
    return head.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

export function writeVerifiedHead(file: string, value: AuditHead): void {
  writePrivateFile(file, `${JSON.stringify(value)}\n`)
}
