import { readFileSync, writeSync } from 'node:fs'
import { perform, type Tasks } from '../../../electron/imports/tasks.ts'

/** Imports what is staged, and tells of each row on a line before it writes the next one, until it is killed. */
const [taskFile = ''] = process.argv.slice(2)
const { seed, ...task } = JSON.parse(readFileSync(taskFile, 'utf8')) as Omit<Tasks['run'], 'seed'> & { seed: number[] }

await perform('run', { ...task, seed: Uint8Array.from(seed) }, (done) => writeSync(1, `${done}\n`))
