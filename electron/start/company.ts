import { join } from 'node:path'
import { createAccounts } from '../accounts/accounts.ts'
import type { PasswordBlocklist } from '../accounts/password-blocklist.ts'
import type { PasswordHasher } from '../accounts/password-hasher.ts'
import type { Audit } from '../audit/audit.ts'
import { createAuditReading } from '../audit/reading.ts'
import { createBulk } from '../bulk/bulk.ts'
import { createChartHandlers } from '../chart/chart.ts'
import type { AuditAction } from '../contract/audit.ts'
import type { Theme } from '../contract/session-view.ts'
import { createCustomFieldsHandlers } from '../custom-fields/custom-fields.ts'
import { createDashboardHandlers } from '../dashboard/dashboard.ts'
import { DatabaseError } from '../database/errors.ts'
import { quickCheck } from '../database/integrity.ts'
import { openDatabase } from '../database/open.ts'
import type { Database } from '../database/port.ts'
import { ensurePrivateFolder } from '../database/private-files.ts'
import { openReader } from '../database/read-only.ts'
import type { CompanyTable } from '../database/schema.ts'
import { createDirectoryHandlers } from '../directory/directory.ts'
import { createEmployeeListHandlers } from '../employee-list/employee-list.ts'
import { createEmployees } from '../employees/employees.ts'
import { refreshSearchWithin } from '../employees/searching.ts'
import type { Clock } from '../environment/clock.ts'
import { startHourly } from '../environment/hourly.ts'
import type { Log } from '../environment/log.ts'
import { createPauses } from '../environment/pauses.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { SecretBox } from '../environment/secret.ts'
import { createAuditExport } from '../exporting/audit-export.ts'
import { createExportFiles } from '../exporting/export-file.ts'
import { createExporting } from '../exporting/exporting.ts'
import type { ImportsParts } from '../imports/current-import.ts'
import { createImports } from '../imports/imports.ts'
import { inThread } from '../imports/thread.ts'
import type { OpenCompany } from '../ipc/answer.ts'
import { createNoting } from '../ipc/noting.ts'
import type { Telling } from '../lifecycle/core.ts'
import { readHighestMoment } from '../lifecycle/history.ts'
import type { KeptSession } from '../lifecycle/keeping.ts'
import { createLifecycle, type Lifecycle } from '../lifecycle/lifecycle.ts'
import { limitsOf } from '../lifecycle/policy.ts'
import { readSessionPolicy } from '../lifecycle/policy-rows.ts'
import { createOrganisationHandlers } from '../organisation/organisation.ts'
import { createPhotos, type Photos } from '../photos/photos.ts'
import { databaseFile, importStagingFile, keptSessionsFile, sessionFolder } from '../recovery/data-folder.ts'
import { createSessionCache, createSessionEngine } from '../session/index.ts'
import { startCleaning } from '../sessions/cleaning.ts'
import { createEngineInUse } from '../sessions/engine-in-use.ts'
import type { PolicyInUse } from '../sessions/parts.ts'
import { createSessionsHandlers } from '../sessions/sessions.ts'
import { readMarker, writeMarker } from '../settings/installed-marker.ts'
import { keepingRefused, storeKeptSessions, takeKeptSessions } from '../settings/kept-sessions.ts'
import { loadSessionSecrets } from '../settings/session-secrets.ts'
import { readCompany } from '../setup/repository.ts'
import { createTeamHandlers } from '../team/team.ts'
import type { Desktop } from '../window/desktop.ts'
import { telling } from './telling.ts'

export interface CompanyParts {
  readonly folder: string
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
  readonly computer: string
  readonly secretBox: SecretBox
  readonly audit: Audit
  readonly hasher: PasswordHasher
  readonly blocklist: PasswordBlocklist
  /** What the life of sessions tells the windows. */
  readonly tell: Telling
  readonly onEmployeesChanged: () => void
  readonly onOrganisationChanged: () => void
  readonly onImportsChanged: () => void
  /** The built thread that imports employees. */
  readonly importWorker: string
  readonly desktop: ImportsParts['desktop']
  readonly onCustomFieldsChanged: () => void
  /** Opens a window with a login of its own. */
  readonly openWindow: () => void
  readonly chooseFileToWrite: Desktop['chooseFileToWrite']
  /** Keeps a person's theme for this computer's login screen. */
  readonly keepTheme: (theme: Theme) => void
}

/** A company whose database is open, with everything that stands on it. */
export interface Company extends OpenCompany {
  readonly name: string
  readonly lifecycle: Lifecycle
  /** For the requests for photos that pages make by address. */
  readonly photos: Pick<Photos, 'maySee' | 'read'>
  minimumPasswordLength(): Promise<number>
  /** The sessions that the run before has kept, each for a window of its own. */
  readonly kept: readonly KeptSession[]
  /** Ends the sessions that are open, or keeps them for the next start, and closes the database. */
  close(): Promise<void>
}

/**
 * Opens the company's database and builds the application on it.
 * @param isRestored whether a person has just put another file in the database's place; the audit tells of it
 * @throws DatabaseError
 */
export async function openCompany(parts: CompanyParts, isRestored: boolean): Promise<Company> {
  const { folder, clock } = parts
  const file = join(folder, databaseFile)
  const check = quickCheck(file)
  if (!check.ok) throw new DatabaseError('corrupt', check.problems.join('; '))
  const name = await recogniseCompany(folder)
  const database = await openDatabase({ file, clock })
  try {
    return await buildCompany(parts, database, name, isRestored)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function buildCompany(
  parts: CompanyParts,
  database: Database,
  name: string,
  isRestored: boolean,
): Promise<Company> {
  const { folder, clock, random, log, computer, audit, secretBox } = parts
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
    tell: parts.tell,
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
  const cleaning = startCleaning({ engine, database, clock, log })

  const { hasher, blocklist, openWindow } = parts
  const shared = { database, audit, lifecycle, clock, random, log, hasher, blocklist, openWindow }
  const accounts = createAccounts(shared)
  const employees = createEmployees({
    ...shared,
    companyName: name,
    disableAccountWithin: accounts.administration.disableWithin,
    onChanged: parts.onEmployeesChanged,
  })
  const photos = createPhotos({ ...shared, tellEnded: parts.tell.ended, onChanged: parts.onEmployeesChanged })
  const pause = createPauses(clock)
  const bulk = createBulk({
    ...shared,
    pause,
    administration: accounts.administration,
    disableAccountWithin: accounts.administration.disableWithin,
    onChanged: parts.onEmployeesChanged,
  })
  const exporting = createExporting({
    ...shared,
    pause,
    chooseFile: parts.chooseFileToWrite,
    openFile: createExportFiles(random),
  })
  const stopLeaving = startHourly(clock, log, 'employees whose last day is over could not leave', employees.leaveDue)
  const imports = createImports({
    ...shared,
    computer,
    databaseFile: join(folder, databaseFile),
    stagingFile: join(folder, importStagingFile),
    start: inThread(parts.importWorker),
    desktop: parts.desktop,
    onProgress: parts.onImportsChanged,
    onEmployeesChanged: parts.onEmployeesChanged,
    onOrganisationChanged: parts.onOrganisationChanged,
  })
  const stopAssigning = startHourly(
    clock,
    log,
    'planned changes of employees could not take effect',
    employees.assignDue,
  )
  return {
    name,
    lifecycle,
    noting: createNoting(shared),
    photos,
    minimumPasswordLength: accounts.minimumPasswordLength,
    handlers: {
      accounts: {
        ...accounts.handlers,
        choosePassword: telling(accounts.handlers.choosePassword, parts.onEmployeesChanged),
        disable: telling(accounts.handlers.disable, parts.onEmployeesChanged),
        changeRole: telling(accounts.handlers.changeRole, parts.onEmployeesChanged),
        enable: telling(accounts.handlers.enable, parts.onEmployeesChanged),
        resetPassword: telling(accounts.handlers.resetPassword, parts.onEmployeesChanged),
      },
      employees: employees.handlers,
      employeeList: createEmployeeListHandlers(shared),
      imports: imports.handlers,
      directory: createDirectoryHandlers({ ...shared, onChanged: parts.onEmployeesChanged }),
      team: createTeamHandlers({ database }),
      assignments: employees.assignments,
      customFields: createCustomFieldsHandlers({
        ...shared,
        refreshSearchWithin,
        onChanged: () => {
          parts.onCustomFieldsChanged()
          parts.onEmployeesChanged()
        },
      }),
      audit: {
        ...createAuditReading(database),
        export: createAuditExport({
          ...shared,
          pause,
          chooseFile: parts.chooseFileToWrite,
          openFile: createExportFiles(random),
        }),
      },
      photos: photos.handlers,
      chart: createChartHandlers(database),
      exports: exporting.handlers,
      bulk: bulk.handlers,
      organisation: createOrganisationHandlers({ ...shared, onChanged: parts.onOrganisationChanged }),
      sessions: createSessionsHandlers({
        database,
        audit,
        clock,
        lifecycle,
        engine,
        cleaning,
        policyInUse,
        keepingRefused: () => keepingRefused(secretBox),
        renewSecret: secrets.renew,
        keepTheme: parts.keepTheme,
      }),
      dashboard: createDashboardHandlers({
        database,
        clock,
        companyName: name,
        lifecycle,
        countEmployees: employees.count,
        pause,
      }),
    },
    kept,
    close: async () => {
      cleaning.stop()
      stopLeaving()
      await imports.close()
      stopAssigning()
      await Promise.all([exporting.stop(), bulk.stop()])
      try {
        const keep = policyInUse.policy.whenClosed === 'keep' && secretBox.available
        await storeKeptSessions(keptFile, await lifecycle.allClosed(keep ? 'keep' : 'end'))
      } finally {
        await database.close()
      }
    },
  }
}

/** Reads from a closed database whose it is, without changing it; undefined where set-up never finished. */
export async function readCompanyOf(file: string): Promise<CompanyTable | undefined> {
  const reader = openReader(file)
  try {
    return await readCompany(reader)
  } finally {
    await reader.close()
  }
}

/**
 * Holds the company's row against the marker, before anything is written: a database of another company is not opened,
 * nor brought up to date, by mistake. A marker that is gone or broken is made again.
 * @returns the company's name
 */
async function recogniseCompany(folder: string): Promise<string> {
  const company = await readCompanyOf(join(folder, databaseFile))
  if (!company) throw new DatabaseError('empty', 'The database holds no company.')
  const marker = readMarker(folder)
  if (typeof marker === 'string') {
    const created = new Date(company.created_at).toISOString()
    writeMarker(folder, { company: company.name, created, databaseId: company.database_id })
  } else if (marker.databaseId !== company.database_id) {
    throw new DatabaseError('foreign', 'The database belongs to another company.')
  }
  return company.name
}
