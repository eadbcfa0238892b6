/** The thread in which the data is verified. An entry of its own, beside main. */
import { parentPort, workerData } from 'node:worker_threads'
import type { VerificationTask } from './verification.ts'
import { verify } from './verify.ts'

const { file, since } = workerData as VerificationTask
parentPort?.postMessage(await verify(file, since))
