/** The thread in which a step of an import runs. An entry of its own, beside main. */
import { parentPort, workerData } from 'node:worker_threads'
import { asDatabaseError } from '../database/errors.ts'
import { expectedFailure } from '../ipc/failure.ts'
import { ImportCancelled } from './progress.ts'
import { perform, type TaskKind, type Tasks } from './tasks.ts'
import type { Message, ThreadData } from './thread.ts'

const { kind, task, stop } = workerData as ThreadData

/** Rows between two messages: often enough to be seen, seldom enough to cost nothing. */
const rowsBetween = 200
let told = 0

function tell(message: Message): void {
  parentPort?.postMessage(message)
}

function progress(done: number, total: number | null): void {
  if (Atomics.load(stop, 0) === 1) throw new ImportCancelled()
  if (done < told + rowsBetween && done >= told) return
  told = done
  tell({ kind: 'progress', done, total })
}

const run = (given: TaskKind) => perform(given, task as Tasks[typeof given], progress)

try {
  tell({ kind: 'done', value: await run(kind) })
} catch (thrown) {
  const error = expectedFailure(thrown) ?? expectedFailure(asDatabaseError(thrown))
  if (!error) throw thrown
  tell({ kind: 'refused', error })
}
