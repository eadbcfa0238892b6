import { customColumns } from '../contract/custom-fields.ts'
import { Refusal } from '../contract/errors.ts'
import type { ExportProgress } from '../contract/exports.ts'
import { readAskedFields } from '../custom-fields/values.ts'
import { readSelected } from '../employees/selection-repository.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import { createTasks } from '../tasks/tasks.ts'
import { type ExportTask, type ExportTaskParts, startExport } from './export-task.ts'
import { readDepartments } from './repository.ts'
import { columnsToWrite, createExportTable, customToWrite, headingsOf } from './table.ts'

export interface ExportingParts extends ExportTaskParts {
  /** The system's own dialog; null when the person cancels. */
  readonly chooseFile: (windowId: number, title: string, suggestedName: string) => Promise<string | null>
}

export interface Exporting {
  readonly handlers: FeatureHandlers<'exports'>
  /** Cancels what is under way; no half file is left. */
  stop(): Promise<void>
}

/** Writes employees to a file that a person chooses. */
export function createExporting(parts: ExportingParts): Exporting {
  const { database } = parts
  const tasks = createTasks<ExportTask>()
  const told = (id: number, task: ExportTask): ExportProgress => ({ id, ...task.progress() })
  return {
    stop: tasks.stop,
    handlers: {
      async start({ selection, sort, columns: chosen, custom, separator }, { windowId, signedIn: actor }) {
        const ids = (await readSelected(database, selection, sort, parts.pause)).map(({ id }) => id)
        if (ids.length === 0) throw new Refusal('REFUSED', 'There is nobody to export.')
        const target = await parts.chooseFile(windowId, 'Export employees', 'Employees.csv')
        if (target === null) return { export: null }
        const columns = columnsToWrite(chosen)
        const own = customToWrite(customColumns(await readAskedFields(database)), custom, columns)
        const table = createExportTable(columns, own, separator, await readDepartments(database))
        const task = startExport(parts, { target, ids, headings: headingsOf(columns, own), table, actor })
        return { export: told(tasks.keep(actor.accountId, task), task) }
      },
      read: async ({ id }, { signedIn }) => ({ export: told(id, tasks.find(signedIn.accountId, id)) }),
      async cancel({ id }, { signedIn }) {
        await tasks.find(signedIn.accountId, id).stop()
        return {}
      },
    },
  }
}
