import { join } from 'node:path'
import type { DataState } from '../application/application.ts'
import type { RecoveryKind, RecoveryProblem } from '../contract/recovery.ts'
import { asDatabaseError, type DatabaseErrorKind } from '../database/errors.ts'
import { inspectDatabaseFile } from '../database/inspect.ts'
import { createTurns } from '../environment/turns.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { adoptDatabase } from '../recovery/adopt.ts'
import { databaseFile, hasOtherTraces, lastSetAside, setAside, verifiedHeadFile } from '../recovery/data-folder.ts'
import { decideOpening } from '../recovery/opening.ts'
import { describeProblem } from '../recovery/problems.ts'
import { nothingToRecover, type RecoveryParts } from '../recovery/recovery.ts'
import { readMarker } from '../settings/installed-marker.ts'
import { createSetup } from '../setup/setup.ts'
import { keepVerifying } from '../verification/verification.ts'
import { type Company, openCompany } from './company.ts'
import type { CompanyParts } from './company-parts.ts'
import { readCompanyOf } from './recognising.ts'

export interface DataParts extends CompanyParts {
  /** Whether this computer's settings file had to be set aside at this start. */
  readonly settingsBroken: boolean
  /** The built thread that verifies the data. */
  readonly verificationWorker: string
  /** Told when open data turns out to be broken. */
  readonly onProblem: (problem: RecoveryProblem) => void
}

/** The company's data: not yet set up, in need of recovery, or open. */
export interface Data {
  state(): DataState
  /** The open company; null on the set-up and recovery screens. */
  company(): Company | null
  readonly setup: FeatureHandlers<'setup'>
  readonly recovery: Pick<RecoveryParts, 'problem' | 'reopen' | 'adopt' | 'startOver'>
  /** Begins to verify the data in the background, whenever it is open; once is enough. */
  keepVerifying(): void
  /** Ends all sessions and closes the database. */
  close(): Promise<void>
}

type Present = Exclude<DataState, { kind: 'open' }> | { readonly kind: 'open'; readonly company: Company }

const kindsOfErrors: Partial<Record<DatabaseErrorKind, RecoveryKind>> = {
  missing: 'database-missing',
  empty: 'database-empty',
  corrupt: 'database-broken',
  'not-a-database': 'database-broken',
  newer: 'database-newer',
  foreign: 'database-foreign',
  full: 'not-writable',
  'read-only': 'not-writable',
  'cannot-open': 'not-writable',
  'migration-failed': 'migration-failed',
}

/** Looks at the data folder and opens what can be opened. Never throws for what lies there. */
export async function openData(parts: DataParts): Promise<Data> {
  const { folder, clock, log } = parts
  // What opens, moves or closes the data waits for its turn: two windows may act at once.
  const turns = createTurns()
  let present: Present = await look()
  let shallVerify = false
  let stopVerifying: (() => void) | null = null

  function inRecovery(kind: RecoveryKind): Extract<Present, { kind: 'recovery' }> {
    const marker = readMarker(folder)
    const company = typeof marker === 'string' ? null : marker.company
    return { kind: 'recovery', problem: describeProblem(kind, folder, company) }
  }

  async function look(isRestored = false): Promise<Present> {
    try {
      const marker = readMarker(folder)
      const opening = decideOpening({
        marker: typeof marker === 'string' ? marker : 'ok',
        database: inspectDatabaseFile(join(folder, databaseFile)).kind,
        settingsBroken: parts.settingsBroken,
        otherFiles: hasOtherTraces(folder),
      })
      if (opening === 'set-up') return { kind: 'set-up' }
      if (opening === 'open') return { kind: 'open', company: await openCompany(parts, isRestored) }
      log.warn('the data cannot be opened', { reason: opening })
      return inRecovery(opening)
    } catch (error) {
      log.error('the data cannot be opened', error)
      return inRecovery(kindsOfErrors[asDatabaseError(error).kind] ?? 'unknown')
    }
  }

  async function reopen(isRestored = false): Promise<boolean> {
    if (present.kind === 'open') return true
    present = await look(isRestored)
    verifyIfOpen()
    return present.kind !== 'recovery'
  }

  function verifyIfOpen(): void {
    if (!shallVerify || stopVerifying || present.kind !== 'open') return
    stopVerifying = keepVerifying({
      workerFile: parts.verificationWorker,
      databaseFile: join(folder, databaseFile),
      headFile: join(folder, verifiedHeadFile),
      clock,
      log,
      onBroken: ({ kind }) => void turns.run(() => giveUp(kind)),
    })
  }

  function stopVerification(): void {
    stopVerifying?.()
    stopVerifying = null
  }

  /** What was found in the background stands over whatever is shown. */
  async function giveUp(kind: RecoveryKind): Promise<void> {
    if (present.kind !== 'open') return
    const { company } = present
    stopVerification()
    const recovery = inRecovery(kind)
    present = recovery
    parts.onProblem(recovery.problem)
    await company.close().catch((error: unknown) => log.error('the broken data could not be closed', error))
  }

  function whileInRecovery<Value>(act: () => Promise<Value>): Promise<Value> {
    return turns.run(async () => {
      if (present.kind !== 'recovery') throw nothingToRecover()
      return act()
    })
  }

  async function adopt(file: string): Promise<boolean> {
    const marker = readMarker(folder)
    const databaseId = typeof marker === 'string' ? null : marker.databaseId
    const readDatabaseId = async (copy: string) => (await readCompanyOf(copy))?.database_id ?? null
    await adoptDatabase({ folder, now: clock.now(), databaseId, readDatabaseId }, file)
    return reopen(true)
  }

  async function startOver(): Promise<string> {
    const name = setAside(folder, clock.now())
    await reopen()
    return name
  }

  return {
    state: () => present,
    company: () => (present.kind === 'open' ? present.company : null),
    setup: createSetup({
      ...parts,
      file: join(folder, databaseFile),
      setAsideFolder: () => lastSetAside(folder),
      isSetUp: () => present.kind === 'set-up',
      opened: () => turns.run(() => reopen()),
    }),
    recovery: {
      problem: () => (present.kind === 'recovery' ? present.problem : null),
      reopen: () => turns.run(() => reopen()),
      adopt: (file) => whileInRecovery(() => adopt(file)),
      startOver: () => whileInRecovery(startOver),
    },
    keepVerifying: () => {
      shallVerify = true
      verifyIfOpen()
    },
    close: () =>
      turns.run(async () => {
        stopVerification()
        if (present.kind === 'open') await present.company.close()
      }),
  }
}
