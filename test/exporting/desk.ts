import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { createAudit } from '../../electron/audit/append.ts'
import { everybody } from '../../electron/contract/employee-filter.ts'
import type { InputOf } from '../../electron/contract/index.ts'
import { contract } from '../../electron/contract/index.ts'
import { createExportFiles, type OpenExportFile } from '../../electron/exporting/export-file.ts'
import { createExporting } from '../../electron/exporting/exporting.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { openOffice } from '../employees/office.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

type Request = InputOf<'exports', 'start'>

/** An office that exports, and the folder into which it does. */
export async function openExportDesk() {
  const office = await openOffice()
  const folder = createTestFolder()
  const target = join(folder, 'Employees.csv')
  const random = createTestRandom(7)
  const choice: { target: string | null; openFile: OpenExportFile } = { target, openFile: createExportFiles(random) }
  const log = createTestLog()
  const exporting = createExporting({
    database: office.database,
    lifecycle: office.lifecycle,
    audit: createAudit({ clock: office.clock, random, computer: 'Front desk' }),
    log,
    pause: () => setImmediate(),
    chooseFile: async () => choice.target,
    openFile: (path) => choice.openFile(path),
  })

  async function begin(request: Partial<Request> = {}) {
    const input = contract.exports.start.input.parse({
      selection: { kind: 'matching', filter: everybody, exceptIds: [] },
      sort: [],
      columns: ['firstName', 'lastName'],
      custom: [],
      separator: 'comma',
      ...request,
    })
    return (await exporting.handlers.start(input, await office.caller())).export
  }

  /** What is known of an export as soon as nothing more is written. */
  async function ended(id: number) {
    for (;;) {
      const { export: progress } = await exporting.handlers.read({ id }, await office.caller())
      if (progress.state !== 'working') return progress
      await setImmediate()
    }
  }

  return {
    office,
    folder,
    target,
    choice,
    log,
    exporting,
    begin,
    ended,
    async export(request: Partial<Request> = {}) {
      const begun = await begin(request)
      if (begun === null) throw new Error('no file was chosen')
      return ended(begun.id)
    },
    async dispose() {
      await exporting.stop()
      await office.dispose()
      removeTestFolder(folder)
    },
  }
}

export type ExportDesk = Awaited<ReturnType<typeof openExportDesk>>
