import { join } from 'node:path'
import { createAccounts } from '../accounts/accounts.ts'
import { createAuditReading } from '../audit/reading.ts'
import { createBulk } from '../bulk/bulk.ts'
import { createChartHandlers } from '../chart/chart.ts'
import { createCustomFieldsHandlers } from '../custom-fields/custom-fields.ts'
import { createDashboardHandlers } from '../dashboard/dashboard.ts'
import type { Database } from '../database/port.ts'
import { createDirectoryHandlers } from '../directory/directory.ts'
import { createEmployeeListHandlers } from '../employee-list/employee-list.ts'
import { createEmployees } from '../employees/employees.ts'
import { refreshSearchWithin } from '../employees/searching.ts'
import { startHourly } from '../environment/hourly.ts'
import { createPauses } from '../environment/pauses.ts'
import { createAuditExport } from '../exporting/audit-export.ts'
import { createExportFiles } from '../exporting/export-file.ts'
import { createExporting } from '../exporting/exporting.ts'
import { createImports } from '../imports/imports.ts'
import { inThread } from '../imports/thread.ts'
import type { OpenCompany } from '../ipc/answer.ts'
import { createNoting } from '../ipc/noting.ts'
import { createOrganisationHandlers } from '../organisation/organisation.ts'
import { createPhotos, type Photos } from '../photos/photos.ts'
import { databaseFile, importStagingFile } from '../recovery/data-folder.ts'
import { createSessionsHandlers } from '../sessions/sessions.ts'
import { keepingRefused } from '../settings/kept-sessions.ts'
import { createTeamHandlers } from '../team/team.ts'
import { attended } from './attended-dialogs.ts'
import type { CompanyParts } from './company-parts.ts'
import type { OpenSessions } from './sessions.ts'
import { telling } from './telling.ts'

/** What the windows of a company can ask for. */
export interface Features extends Pick<OpenCompany, 'handlers' | 'noting'> {
  /** For the requests for photos that pages make by address. */
  readonly photos: Pick<Photos, 'maySee' | 'read'>
  minimumPasswordLength(): Promise<number>
  /** Ends what goes on by itself. */
  stop(): Promise<void>
}

/** Builds every feature on the company's database and its sessions. */
export function createFeatures(
  parts: CompanyParts,
  { database, name }: { readonly database: Database; readonly name: string },
  sessions: OpenSessions,
): Features {
  const { folder, clock, random, log, computer, audit, secretBox, hasher, blocklist, openWindow } = parts
  const { lifecycle, engine, policyInUse, cleaning, renewSecret } = sessions
  const shared = { database, audit, lifecycle, clock, random, log, hasher, blocklist, openWindow }
  const pause = createPauses(clock)
  const accounts = createAccounts(shared)
  const employees = createEmployees({
    ...shared,
    pause,
    companyName: name,
    disableAccountWithin: accounts.administration.disableWithin,
    onChanged: parts.onEmployeesChanged,
  })
  const photos = createPhotos({ ...shared, tellEnded: parts.tell.ended, onChanged: parts.onEmployeesChanged })
  const bulk = createBulk({
    ...shared,
    pause,
    administration: accounts.administration,
    disableAccountWithin: accounts.administration.disableWithin,
    onChanged: parts.onEmployeesChanged,
  })
  const chooseFile = attended(lifecycle, parts.chooseFileToWrite)
  const toFiles = { ...shared, pause, chooseFile, openFile: createExportFiles(random) }
  const exporting = createExporting(toFiles)
  const stopLeaving = startHourly(clock, log, 'employees whose last day is over could not leave', employees.leaveDue)
  const imports = createImports({
    ...shared,
    computer,
    databaseFile: join(folder, databaseFile),
    stagingFile: join(folder, importStagingFile),
    start: inThread(parts.importWorker),
    desktop: {
      chooseImportFile: attended(lifecycle, parts.desktop.chooseImportFile),
      chooseFileToWrite: attended(lifecycle, parts.desktop.chooseFileToWrite),
    },
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
      directory: createDirectoryHandlers({ ...shared, pause, onChanged: parts.onEmployeesChanged }),
      team: createTeamHandlers({ database, pause }),
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
        ...createAuditReading(database, pause),
        export: createAuditExport(toFiles),
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
        renewSecret,
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
    stop: async () => {
      stopLeaving()
      stopAssigning()
      await imports.close()
      await Promise.all([exporting.stop(), bulk.stop()])
    },
  }
}
