import { Worker } from 'node:worker_threads'
import type { AuditHead } from '../audit/chain.ts'
import type { Clock } from '../environment/clock.ts'
import type { Log } from '../environment/log.ts'
import { readVerifiedHead, writeVerifiedHead } from './verified-head.ts'
import type { Verdict } from './verify.ts'

export interface VerificationTask {
  readonly file: string
  readonly since: AuditHead | null
}

export interface VerificationParts {
  /** The built worker. */
  readonly workerFile: string
  readonly databaseFile: string
  /** Where the verified link of the audit is kept. */
  readonly headFile: string
  readonly clock: Clock
  readonly log: Log
  readonly onBroken: (verdict: Exclude<Verdict, { kind: 'sound' }>) => void
}

const day = 24 * 60 * 60_000

/**
 * Verifies the data now and then every day, in a thread of its own.
 * @returns stops it
 */
export function keepVerifying(parts: VerificationParts): () => void {
  const { workerFile, databaseFile, headFile, clock, log, onBroken } = parts
  let worker: Worker | null = null
  let cancel: (() => void) | null = null
  let stopped = false

  function run(): void {
    cancel = clock.after(day, run)
    const task: VerificationTask = { file: databaseFile, since: readVerifiedHead(headFile) }
    worker = new Worker(workerFile, { workerData: task })
    worker.once('message', judge)
    // A thread that is stopped may still fail, and an error that nobody hears would end the application.
    worker.on('error', (error) => {
      if (!stopped) log.error('the data could not be verified', error)
    })
  }

  function judge(verdict: Verdict): void {
    if (stopped) return
    if (verdict.kind === 'sound') {
      if (verdict.head) keepHead(verdict.head)
      log.info('data verified')
      return
    }
    log.error(`verification: ${verdict.kind}`, JSON.stringify(verdict))
    onBroken(verdict)
  }

  function keepHead(head: AuditHead): void {
    try {
      writeVerifiedHead(headFile, head)
    } catch (error) {
      log.error('how far the audit was verified could not be kept', error)
    }
  }

  run()
  return () => {
    stopped = true
    cancel?.()
    void worker?.terminate()
  }
}
