import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportField, ImportOptions, ImportState } from '../../electron/contract/imports.ts'
import { createImports } from '../../electron/imports/imports.ts'
import { ImportCancelled, type Progress } from '../../electron/imports/progress.ts'
import { perform } from '../../electron/imports/tasks.ts'
import type { StartStep } from '../../electron/imports/thread.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { openOffice } from '../employees/office.ts'
import { createTestRandom } from '../support/random.ts'

/** Steps in this very thread: what starts one of its own is tested apart. */
export const here: StartStep = (kind, task, onProgress) => {
  let isStopped = false
  const progress: Progress = (done, total) => {
    if (isStopped) throw new ImportCancelled()
    onProgress(done, total)
  }
  return {
    ended: perform(kind, task, progress),
    stop: () => {
      isStopped = true
    },
    kill: async () => {},
  }
}

export type Importing = Awaited<ReturnType<typeof openImporting>>

type Ready = Extract<ImportState, { kind: 'ready' }>
type Done = Extract<ImportState, { kind: 'done' }>

/** An office whose administrator imports employees, in threads or, by default, in this one. */
export async function openImporting(start: StartStep = here) {
  const office = await openOffice()
  const { file: databaseFile, folder } = office
  const chosen: string[] = []
  const saves: string[] = []
  let told = 0
  const log = createTestLog()
  const stagingFile = join(folder, 'import-staging.db')
  const imports = createImports({
    ...office,
    random: createTestRandom(7),
    log,
    computer: 'Front desk',
    databaseFile,
    stagingFile,
    start,
    desktop: {
      chooseImportFile: async () => chosen.shift() ?? null,
      chooseFileToWrite: async () => saves.shift() ?? null,
    },
    onProgress: () => {
      told += 1
    },
    onEmployeesChanged: () => {},
    onOrganisationChanged: () => {},
  })
  const { handlers } = imports

  async function state(): Promise<ImportState> {
    await imports.settled()
    return (await handlers.read({}, await office.caller())).state
  }

  async function choose(content: string | Uint8Array, name = 'people.csv'): Promise<ImportState> {
    const file = join(folder, name)
    writeFileSync(file, content)
    chosen.push(file)
    await handlers.choose({}, await office.caller())
    return state()
  }

  async function check(
    options: Partial<ImportOptions> = {},
    mapping?: readonly (ImportField | null)[],
  ): Promise<Ready> {
    const read = ready(await state())
    await handlers.check(
      {
        mapping: [...(mapping ?? read.mapping)],
        options: { updateByNumber: false, createMissing: false, ...options },
      },
      await office.caller(),
    )
    return ready(await state())
  }

  async function run(skipBad = false): Promise<Done> {
    await handlers.run({ skipBad }, await office.caller())
    return done(await state())
  }

  return {
    ...office,
    imports,
    stagingFile,
    log,
    /** How often the windows were told of a step. */
    told: () => told,
    state,
    choose,
    check,
    run,

    /** Chooses, checks and imports in one go. */
    async bring(content: string, options: Partial<ImportOptions> = {}): Promise<Done> {
      await choose(content)
      await check(options)
      return run()
    },

    async problems() {
      const { total, problems } = await handlers.problems({ offset: 0, limit: 100 }, await office.caller())
      return { total, problems }
    },

    async undo(id: number): Promise<ImportState> {
      await handlers.undo({ id }, await office.caller())
      return state()
    },

    /** Saves the bad rows and answers the file. */
    async saveBadRows(): Promise<string> {
      const file = join(folder, 'bad.csv')
      saves.push(file)
      await handlers.saveBadRows({}, await office.caller())
      return file
    },

    /** Everybody by number, with what points somewhere by its name. */
    async people() {
      const { rows } = await office.list()
      return Object.fromEntries(
        rows.map(({ employeeNumber, firstName, lastName, department, position, manager }) => [
          employeeNumber,
          [`${firstName} ${lastName}`.trim(), department?.name, position?.name, manager?.name]
            .filter((part) => part !== undefined)
            .join(', '),
        ]),
      )
    },

    async dispose() {
      await imports.close()
      await office.dispose()
    },
  }
}

export function ready(state: ImportState): Ready {
  if (state.kind !== 'ready') throw new Error(`the file is not read: ${JSON.stringify(state)}`)
  return state
}

function done(state: ImportState): Done {
  if (state.kind !== 'done') throw new Error(`nothing was imported: ${JSON.stringify(state)}`)
  return state
}
