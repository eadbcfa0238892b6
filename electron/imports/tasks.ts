import { createCipheriv } from 'node:crypto'
import { createAudit } from '../audit/append.ts'
import type { AuditActor } from '../audit/audit.ts'
import { openReader } from '../database/read-only.ts'
import { openSecondWriter, type SecondWriter } from '../database/second-writer.ts'
import type { WritingParts } from '../employees/writing.ts'
import type { RandomBytes } from '../environment/random.ts'
import { writeBadRows } from './bad-rows.ts'
import { type Checked, check, type Mapped } from './checking.ts'
import type { Progress } from './progress.ts'
import { readFile } from './reading.ts'
import { type Imported, runImport } from './running.ts'
import { createStaging, openStaging } from './staging-store.ts'
import { type Undone, undoWithin } from './undoing.ts'

/** What a thread needs to change the company: who does it, and time and randomness, which are handed in. */
interface Changing {
  readonly databaseFile: string
  readonly actor: AuditActor
  readonly computer: string
  /** Milliseconds since 1970: an import happens at one moment. */
  readonly now: number
  /** 32 secret bytes, from which come the salts of the audit. */
  readonly seed: Uint8Array
}

/** The steps of an import, as a thread is given them; each with what it answers. */
export interface Tasks {
  read: { readonly file: string; readonly stagingFile: string }
  check: { readonly databaseFile: string; readonly stagingFile: string; readonly mapped: Mapped }
  run: Changing & {
    readonly stagingFile: string
    readonly fileName: string
    readonly mapped: Mapped
    readonly checked: Checked
  }
  undo: Changing & { readonly importId: number }
  save: {
    readonly stagingFile: string
    readonly headings: readonly string[]
    readonly delimiter: string
    /** The file that is written. */
    readonly target: string
  }
}

export interface Answers {
  read: Awaited<ReturnType<typeof readFile>>
  check: Checked
  run: Imported
  undo: Undone
  save: null
}

export type TaskKind = keyof Tasks

type Performing = { readonly [Kind in TaskKind]: (task: Tasks[Kind], progress: Progress) => Promise<Answers[Kind]> }

const performing: Performing = {
  async read({ file, stagingFile }, progress) {
    const staging = createStaging(stagingFile)
    try {
      return await readFile(file, staging, progress)
    } finally {
      staging.close()
    }
  },

  async check({ databaseFile, stagingFile, mapped }, progress) {
    const staging = openStaging(stagingFile)
    const reader = openReader(databaseFile)
    try {
      return await check(reader, staging, mapped, progress)
    } finally {
      await reader.close()
      staging.close()
    }
  },

  async run({ stagingFile, ...task }, progress) {
    const staging = openStaging(stagingFile)
    try {
      return await changing(task, (database, writing) =>
        runImport({ ...writing, ...task, database, staging }, progress),
      )
    } finally {
      staging.close()
    }
  },

  undo: (task, progress) =>
    changing(task, (database, writing) =>
      database.write((transaction) => undoWithin(transaction, writing, task.importId, task.actor, progress)),
    ),

  async save({ stagingFile, headings, delimiter, target }) {
    const staging = openStaging(stagingFile)
    try {
      writeBadRows(staging, headings, delimiter, target)
      return null
    } finally {
      staging.close()
    }
  },
}

/** Performs a step of an import, in whichever thread this is called. */
export function perform<Kind extends TaskKind>(
  kind: Kind,
  task: Tasks[Kind],
  progress: Progress,
): Promise<Answers[Kind]> {
  return performing[kind](task, progress)
}

async function changing<Value>(
  { databaseFile, computer, now, seed }: Omit<Changing, 'actor'>,
  act: (database: SecondWriter, writing: WritingParts) => Promise<Value>,
): Promise<Value> {
  const database = openSecondWriter(databaseFile)
  const clock = { now: () => now, monotonic: () => 0, after: () => () => {} }
  try {
    return await act(database, { clock, audit: createAudit({ clock, computer, random: randomFrom(seed) }) })
  } finally {
    await database.close()
  }
}

/** The key stream of AES-256 in counter mode: nobody who lacks the seed tells it from random bytes. */
function randomFrom(seed: Uint8Array): RandomBytes {
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16))
  return (length) => new Uint8Array(stream.update(Buffer.alloc(length)))
}
