import { join } from 'node:path'
import type { AuditAction } from '../contract/audit.ts'
import type { Database } from '../database/port.ts'
import { ensurePrivateFolder } from '../database/private-files.ts'
import { readHighestMoment } from '../lifecycle/history.ts'
import type { KeptSession } from '../lifecycle/keeping.ts'
import { createLifecycle, type Lifecycle } from '../lifecycle/lifecycle.ts'
import { limitsOf } from '../lifecycle/policy.ts'
import { readSessionPolicy } from '../lifecycle/policy-rows.ts'
import { keptSessionsFile, sessionFolder } from '../recovery/data-folder.ts'
import { createSessionCache, createSessionEngine } from '../session/index.ts'
import { type Cleaning, startCleaning } from '../sessions/cleaning.ts'
import { createEngineInUse, type EngineInUse } from '../sessions/engine-in-use.ts'
import type { PolicyInUse } from '../sessions/parts.ts'
import { storeKeptSessions, takeKeptSessions } from '../settings/kept-sessions.ts'
import { loadSessionSecrets, type SessionSecrets } from '../settings/session-secrets.ts'
import type { CompanyParts } from './company-parts.ts'

/** The sessions of a company whose database is open. */
export interface OpenSessions {
  readonly lifecycle: Lifecycle
  readonly engine: EngineInUse
  readonly policyInUse: PolicyInUse
  readonly cleaning: Cleaning
  readonly renewSecret: SessionSecrets['renew']
  /** The sessions that the run before has kept, each for a window of its own. */
  readonly kept: readonly KeptSession[]
  /** Ends the sessions that are open, or keeps them for the next start. */
  close(): Promise<void>
}

/**
 * Takes up the sessions of a company: those that are kept go on, whatever else was open has ended.
 * @param isRestored as for `openCompany`
 */
export async function openSessions(
  { folder, clock, random, log, computer, audit, secretBox, tell }: CompanyParts,
  { database, name }: { readonly database: Database; readonly name: string },
  isRestored: boolean,
): Promise<OpenSessions> {
  const keptFile = { file: join(folder, keptSessionsFile), box: secretBox, log }
  const kept = await takeKeptSessions(keptFile)
  const secrets = await loadSessionSecrets({ file: join(folder, 'secrets.json'), clock, random, box: secretBox })
  const stored = await readSessionPolicy(database)
  if (stored.isBroken) log.warn('the stored rules for sessions cannot be used; defaults stand in')
  const policyInUse: PolicyInUse = {
    policy: stored.policy,
    engineProblem: stored.isBroken
      ? 'The stored rules could not be read, so defaults are in use. Save them anew.'
      : null,
  }
  const cache = createSessionCache({ clock })
  const directory = join(folder, sessionFolder)
  const engine = createEngineInUse((engineName) => {
    if (engineName === 'file') ensurePrivateFolder(directory)
    return createSessionEngine(engineName, {
      database,
      cache,
      directory,
      secrets: secrets.secrets,
      clock,
      random,
      log,
    })
  }, stored.policy.engine)
  const lifecycle = createLifecycle({
    database,
    audit,
    engine,
    keepsByReference: () => engine.name() === 'signed',
    clock,
    log,
    computer,
    limits: () => limitsOf(policyInUse.policy),
    seenUntil: await readHighestMoment(database, computer),
    tell,
  })
  const note = (action: AuditAction) =>
    database.write((transaction) =>
      audit.append(transaction, { action, actor: null, subject: { kind: 'company', id: 1, name } }),
    )
  if (secrets.renewed !== 'no') {
    log.warn('the secrets that sign sessions were made anew', { reason: secrets.renewed })
    await note(secrets.renewed === 'created' ? 'session_secrets.created' : 'session_secrets.renewed')
    await lifecycle.endSessions({ reason: 'secret_renewed', endedBy: null })
  }
  if (isRestored) {
    await note('company.database_restored')
    await lifecycle.endSessions({ reason: 'database_restored', endedBy: null })
  }
  const interrupted = await lifecycle.endInterrupted(kept)
  log.info('company opened', { interrupted, kept: kept.length })
  return {
    lifecycle,
    engine,
    policyInUse,
    cleaning: startCleaning({ engine, database, clock, log }),
    renewSecret: secrets.renew,
    kept,
    async close() {
      const keep = policyInUse.policy.whenClosed === 'keep' && secretBox.available
      await storeKeptSessions(keptFile, await lifecycle.allClosed(keep ? 'keep' : 'end'))
    },
  }
}
