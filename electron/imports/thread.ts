import { Worker } from 'node:worker_threads'
import { type CallError, Refusal } from '../contract/errors.ts'
import type { Answers, TaskKind, Tasks } from './tasks.ts'

/** What the thread is started with. */
export interface ThreadData {
  readonly kind: TaskKind
  readonly task: unknown
  /** 1 asks it to stop at the next row. */
  readonly stop: Int32Array
}

/** What the thread tells. */
export type Message =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly error: CallError }

/** A step of an import that has begun. */
export interface Step<Value> {
  /** Settles when the step has ended. Rejects with a Refusal where the rules foresee it. */
  readonly ended: Promise<Value>
  /** Asks it to stop; what it has begun to write is taken back. */
  stop(): void
  /** Ends it at once; an open transaction rolls back. */
  kill(): Promise<void>
}

/** Memory that a thread may take: a file that needs more ends the thread and not Staffdesk. */
const mostMemoryMb = 768

/**
 * Of that for what was made just now. Rows are done with as soon as they are read, and left to itself V8 gathers them by
 * the hundred megabytes before it looks which are.
 */
const mostYoungMemoryMb = 16

/** Starts a step of an import. */
export type StartStep = <Kind extends TaskKind>(
  kind: Kind,
  task: Tasks[Kind],
  onProgress: (done: number, total: number | null) => void,
) => Step<Answers[Kind]>

/**
 * Starts steps in threads of their own.
 * @param workerFile the built thread
 */
export const inThread =
  (workerFile: string): StartStep =>
  (kind, task, onProgress) =>
    startThread(workerFile, kind, task, onProgress)

function startThread<Kind extends TaskKind>(
  workerFile: string,
  kind: Kind,
  task: Tasks[Kind],
  onProgress: (done: number, total: number | null) => void,
): Step<Answers[Kind]> {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const data: ThreadData = { kind, task, stop }
  const worker = new Worker(workerFile, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, maxYoungGenerationSizeMb: mostYoungMemoryMb },
  })
  const ended = new Promise<Answers[Kind]>((resolve, reject) => {
    let settle = () => reject(new Error('the thread of an import was ended'))
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.done, message.total)
      // The answer counts once its connections are closed.
      if (message.kind === 'done') settle = () => resolve(message.value as Answers[Kind])
      if (message.kind === 'refused') settle = () => reject(refusalOf(message.error))
    })
    worker.on('error', (error) => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
      settle = () => reject(isMemory ? tooLarge() : error)
    })
    worker.once('exit', () => settle())
  })
  return {
    ended,
    stop: () => Atomics.store(stop, 0, 1),
    kill: async () => {
      await worker.terminate()
    },
  }
}

const tooLarge = () => new Refusal('REFUSED', 'This file needs too much memory. Import it in parts, or as CSV.')

function refusalOf({ code, message, ...more }: CallError): Refusal {
  return new Refusal(code, message, more)
}
