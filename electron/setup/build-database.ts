import { rmSync } from 'node:fs'
import { addAccount, type PreparedAccount } from '../accounts/new-accounts.ts'
import type { Audit } from '../audit/audit.ts'
import { openDatabase } from '../database/open.ts'
import { filesOfDatabase } from '../database/private-files.ts'
import type { Clock } from '../environment/clock.ts'
import { insertCompany } from './repository.ts'

export interface BuildParts {
  readonly audit: Audit
  readonly clock: Clock
}

export interface NewCompany {
  readonly databaseId: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly administrator: PreparedAccount
  /** Where "Start over" moved the company before this one; null without one. */
  readonly setAsideFolder: string | null
}

/**
 * Builds a company's whole database at `file` and closes it, so that it is one file without a write-ahead log. What an
 * earlier try left there is replaced.
 * @throws DatabaseError
 */
export async function buildDatabase({ audit, clock }: BuildParts, file: string, company: NewCompany): Promise<void> {
  for (const leftover of filesOfDatabase(file)) rmSync(leftover, { force: true })
  const database = await openDatabase({ file, clock, create: true })
  try {
    await database.write(async (transaction) => {
      const { name, createdAt, databaseId, setAsideFolder } = company
      await transaction.execute(insertCompany({ database_id: databaseId, name, created_at: createdAt }))
      if (setAsideFolder !== null) {
        await audit.append(transaction, {
          action: 'company.started_over',
          actor: null,
          subject: { kind: 'folder', id: null, name: setAsideFolder },
        })
      }
      await audit.append(transaction, {
        action: 'company.set_up',
        actor: null,
        subject: { kind: 'company', id: 1, name },
        changes: { name: { old: null, new: name } },
      })
      await addAccount({ audit, clock }, transaction, company.administrator, null)
    })
  } finally {
    await database.close()
  }
}
