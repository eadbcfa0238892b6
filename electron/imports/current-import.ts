import { basename } from 'node:path'
import { Refusal } from '../contract/errors.ts'
import type { ImportField, ImportOptions, ImportState, importActs, LastImport } from '../contract/imports.ts'
import { readAskedFields } from '../custom-fields/values.ts'
import type { Database } from '../database/port.ts'
import { type Clock, toInstant } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import type { Checked, Mapped } from './checking.ts'
import { guessMapping, type RememberedHeadings } from './mapping.ts'
import { ImportCancelled } from './progress.ts'
import type { ReadFile } from './reading.ts'
import { selectHeadings, selectLastImport } from './repository.ts'
import type { Imported } from './running.ts'
import { removeStaging } from './staging-store.ts'
import type { Answers, TaskKind, Tasks } from './tasks.ts'
import type { StartStep, Step } from './thread.ts'

export interface ImportsParts {
  readonly database: Database
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
  readonly clock: Clock
  readonly random: RandomBytes
  readonly log: Log
  readonly computer: string
  readonly databaseFile: string
  /** Where the rows of a file are staged. */
  readonly stagingFile: string
  readonly start: StartStep
  readonly desktop: {
    /** Main's own dialogs; null when the person cancels. */
    chooseImportFile(windowId: number): Promise<string | null>
    chooseFileToWrite(windowId: number, title: string, suggestedName: string): Promise<string | null>
  }
  /** Told after every step. */
  readonly onProgress: () => void
  /** Told after an import, or its undoing, was committed. */
  readonly onEmployeesChanged: () => void
  readonly onOrganisationChanged: () => void
}

type Act = (typeof importActs)[number]

interface HeldFile extends ReadFile {
  readonly name: string
}

/** A file that was read, and how far its import has come. */
export interface Held {
  readonly ownerId: number
  readonly file: HeldFile
  readonly mapping: readonly (ImportField | null)[]
  readonly options: ImportOptions
  readonly checked: Checked | null
  readonly imported: Imported | null
}

interface Working {
  readonly act: Act
  readonly owner: SignedIn
  readonly fileName: string
  done: number
  total: number | null
  step: Step<unknown> | null
  isStopped: boolean
}

/** What is being imported: one file and one act at a time, each an administrator's own. */
export interface CurrentImport {
  /** Where the import of an account stands. */
  state(accountId: number): Promise<ImportState>
  /** Throws Refusal `BUSY` while an act is under way. */
  requireFree(person: SignedIn): void
  /** The file of a person. Throws Refusal `NOT_FOUND` without one, `BUSY` while an act is under way. */
  held(person: SignedIn): Held
  read(person: SignedIn, path: string): void
  check(person: SignedIn, mapping: Held['mapping'], options: ImportOptions): void
  run(person: SignedIn): void
  undo(person: SignedIn, importId: number): void
  save(person: SignedIn, target: string): Promise<void>
  /** Stops the act of a person, or drops their file. */
  cancel(person: SignedIn): void
  settled(): Promise<void>
  close(): Promise<void>
}

const defaultOptions: ImportOptions = { updateByNumber: false, createMissing: false }

/** Milliseconds between two tellings of how far an act has come. */
const tellingEvery = 200

export function createCurrentImport(parts: ImportsParts): CurrentImport {
  const { database, lifecycle, clock, random, log, computer, databaseFile, stagingFile, start } = parts
  let held: Held | null = null
  let working: Working | null = null
  let problem: { readonly ownerId: number; readonly text: string } | null = null
  let last: Promise<void> = Promise.resolve()
  let isClosed = false

  /** Begins an act; what comes of it is told when it has ended. */
  function begin(act: Act, owner: SignedIn, fileName: string, work: (at: Working) => Promise<void>): void {
    const at: Working = { act, owner, fileName, done: 0, total: null, step: null, isStopped: false }
    working = at
    problem = null
    parts.onProgress()
    last = work(at)
      .catch((thrown: unknown) => {
        if (isClosed || at.isStopped) return
        if (!(thrown instanceof Refusal)) log.error(`an import failed while ${act}`, thrown)
        const text =
          thrown instanceof Refusal ? thrown.message : 'Something went wrong in Staffdesk. Nothing was changed.'
        problem = { ownerId: owner.accountId, text }
      })
      .then(() => {
        working = null
        parts.onProgress()
      })
  }

  async function take<Kind extends TaskKind>(at: Working, kind: Kind, task: Tasks[Kind]): Promise<Answers[Kind]> {
    if (isClosed || at.isStopped) throw new ImportCancelled()
    let toldAt = clock.monotonic()
    const step = start(kind, task, (done, total) => {
      at.done = done
      at.total = total
      if (clock.monotonic() - toldAt < tellingEvery) return
      toldAt = clock.monotonic()
      parts.onProgress()
    })
    at.step = step
    return await step.ended
  }

  /** Changes the company in a thread, while nobody else writes and the session of whoever does it is still open. */
  async function changing<Kind extends 'run' | 'undo'>(
    at: Working,
    kind: Kind,
    task: Omit<Tasks[Kind], 'databaseFile' | 'actor' | 'computer' | 'now' | 'seed'>,
  ): Promise<Answers[Kind]> {
    const { accountId, username } = at.owner
    // Both stand in the queue of writers, one behind the other: nothing comes between.
    const isOpen = database.write((transaction) => lifecycle.requireOpenWithin(transaction, at.owner))
    const changed = database.exclusively(async () => {
      await isOpen
      return take(at, kind, {
        ...task,
        databaseFile,
        actor: { accountId, username },
        computer,
        now: clock.now(),
        seed: random(32),
      } as Tasks[Kind])
    })
    const [, value] = await Promise.all([isOpen, changed])
    parts.onEmployeesChanged()
    parts.onOrganisationChanged()
    return value
  }

  async function readLast(): Promise<LastImport | null> {
    const [row] = await database.read(selectLastImport({}))
    if (!row) return null
    const { id, file_name, imported_at, imported_by, created, changed } = row
    return { id, fileName: file_name, at: toInstant(imported_at), by: imported_by, created, changed }
  }

  function requireFree({ accountId }: SignedIn): void {
    if (!working) return
    const who =
      working.owner.accountId === accountId ? 'Your last import' : `The import of ${working.owner.displayName}`
    throw new Refusal('BUSY', `${who} is still under way. Wait until it is done.`)
  }

  function heldBy(person: SignedIn): Held {
    requireFree(person)
    if (held?.ownerId === person.accountId) return held
    throw new Refusal('NOT_FOUND', 'This import is gone. Choose the file again.')
  }

  const mappedOf = ({ file, mapping, options }: Held): Mapped => ({ headings: file.headings, mapping, options })

  return {
    async state(accountId) {
      const told = problem?.ownerId === accountId ? problem.text : null
      if (working?.owner.accountId === accountId) {
        const { act, fileName, done, total } = working
        return { kind: 'working', act, fileName, done, total }
      }
      if (held?.ownerId !== accountId) return { kind: 'none', last: await readLast(), problem: told }
      const { file, mapping, options, checked, imported } = held
      if (imported && checked) {
        const { created, changed, importId } = imported
        const present = await readLast()
        return {
          kind: 'done',
          fileName: file.name,
          created,
          changed,
          unchanged: checked.counts.unchanged,
          skipped: checked.counts.bad,
          last: present?.id === importId ? present : null,
          problem: told,
        }
      }
      const { name, rows, encoding, delimiter, headings, sample } = file
      return {
        kind: 'ready',
        file: { name, rows, encoding, delimiter },
        headings: [...headings],
        sample: sample.map((cells) => [...cells]),
        mapping: [...mapping],
        options,
        checked: checked?.counts ?? null,
        problem: told,
      }
    },

    requireFree,
    held: heldBy,

    read(person, path) {
      requireFree(person)
      held = null
      begin('reading', person, basename(path), async (at) => {
        const file = await take(at, 'read', { file: path, stagingFile })
        held = {
          ownerId: person.accountId,
          file: { ...file, name: basename(path) },
          mapping: guessMapping(file.headings, await readRemembered(database), await readAskedFields(database)),
          options: defaultOptions,
          checked: null,
          imported: null,
        }
      })
    },

    check(person, mapping, options) {
      const now: Held = { ...heldBy(person), mapping, options, checked: null, imported: null }
      held = now
      begin('checking', person, now.file.name, async (at) => {
        at.total = now.file.rows
        const checked = await take(at, 'check', { databaseFile, stagingFile, mapped: mappedOf(now) })
        held = { ...now, checked }
      })
    },

    run(person) {
      const now = heldBy(person)
      const { checked, imported } = now
      if (!checked || imported) return
      begin('importing', person, now.file.name, async (at) => {
        const task = { stagingFile, fileName: now.file.name, mapped: mappedOf(now), checked }
        held = { ...now, imported: await changing(at, 'run', task) }
      })
    },

    undo(person, importId) {
      begin('undoing', person, '', async (at) => {
        await changing(at, 'undo', { importId })
        held = null
        removeStaging(stagingFile)
      })
    },

    async save(person, target) {
      const { file } = heldBy(person)
      const delimiter = file.delimiter ?? ','
      await start('save', { stagingFile, headings: file.headings, delimiter, target }, () => {}).ended
    },

    cancel(person) {
      if (working) {
        if (working.owner.accountId !== person.accountId) return
        working.isStopped = true
        working.step?.stop()
        return
      }
      if (held?.ownerId !== person.accountId) return
      held = null
      problem = null
      removeStaging(stagingFile)
      parts.onProgress()
    },

    settled: () => last,

    async close() {
      isClosed = true
      await working?.step?.kill()
      await last
      removeStaging(stagingFile)
    },
  }
}

/** Headings that are assigned anew in every import; what cannot be read is as good as none. */
async function readRemembered(database: Pick<Database, 'read'>): Promise<RememberedHeadings> {
  const [row] = await database.read(selectHeadings({}))
  return row ? (JSON.parse(row.value) as RememberedHeadings) : {}
}
