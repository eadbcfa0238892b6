import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { guessMapping } from '../../../electron/imports/mapping.ts'
import type { TaskKind, Tasks } from '../../../electron/imports/tasks.ts'
import { inThread } from '../../../electron/imports/thread.ts'
import { watchStalls } from '../measure/stalls.ts'
import { estimateMedian, summarize } from '../measure/statistics.ts'
import type { Finding, Table, Target } from '../report/finding.ts'
import { random as randomBytes } from '../sessions/environment.ts'
import { createFile } from '../sessions/place.ts'
import { writeImportFile } from './import-file.ts'
import { insertRaw } from './import-raw.ts'
import { importMemoryTarget, importStallTarget, importTarget } from './targets.ts'

const raw = 'prepared statements and the index'
const workerFile = fileURLToPath(new URL('../../../electron/imports/worker.ts', import.meta.url))

/** What one import took: milliseconds, and megabytes beyond those before it. */
interface Taken {
  readonly all: number
  readonly run: number
  readonly undo: number
  readonly stall: number
  readonly memory: number
  /** The same rows by statements alone, in milliseconds. */
  readonly raw: number
}

/** An import through its threads, as the product starts them, into an empty company. */
export async function measureImport(
  folder: string,
  random: () => number,
  { employees, rounds }: { readonly employees: number; readonly rounds: number },
): Promise<Table> {
  const place = join(folder, 'import')
  mkdirSync(place)
  const file = join(place, 'people.csv')
  writeImportFile(file, employees)
  const taken: Taken[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(await importOnce(place, file, round, employees))
  const size = employees.toLocaleString('en-GB')
  const megabytes = (statSync(file).size / 1e6).toFixed(0)
  return {
    title: `An import of ${size} employees (${megabytes} MB)`,
    findings: findingsOf(taken, random),
  }
}

async function importOnce(place: string, file: string, round: number, employees: number): Promise<Taken> {
  const databaseFile = await createFile(place, `ours-${round}`)
  const stagingFile = join(place, `staging-${round}.db`)
  const idle = process.memoryUsage.rss()
  let highest = idle
  const lookAtMemory = () => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }
  const start = inThread(workerFile)
  const step = <Kind extends TaskKind>(kind: Kind, task: Tasks[Kind]) =>
    watchStalls(() => start(kind, task, lookAtMemory).ended)
  const changing = {
    databaseFile,
    computer: 'bench',
    actor: { accountId: 1, username: 'bench' },
    now: Date.now(),
    seed: randomBytes(32),
  }

  const read = await step('read', { file, stagingFile })
  const { headings } = read.value
  const options = { updateByNumber: false, createMissing: true }
  const mapped = { headings, mapping: guessMapping(headings, {}, []), options }
  const check = await step('check', { databaseFile, stagingFile, mapped })
  const run = await step('run', { ...changing, stagingFile, fileName: 'people.csv', mapped, checked: check.value })
  lookAtMemory()
  if (run.value.created !== employees) throw new Error(`${run.value.created} employees were imported`)
  const rawTime = insertRaw(databaseFile, await createFile(place, `raw-${round}`))
  const undo = await step('undo', { ...changing, importId: run.value.importId })
  return {
    all: read.total + check.total + run.total,
    run: run.total,
    undo: undo.total,
    stall: Math.max(read.longestStall, check.longestStall, run.longestStall),
    memory: (highest - idle) / 1e6,
    raw: rawTime,
  }
}

function findingsOf(taken: readonly Taken[], random: () => number): readonly Finding[] {
  const microseconds = (of: (one: Taken) => number) => summarize(taken.map((one) => of(one) * 1000))
  const time = (id: string, what: string, of: (one: Taken) => number, target: Target | null): Finding => {
    const { value, low, high } = estimateMedian(
      taken.map((one) => of(one) / one.raw),
      random,
    )
    const times = { ours: microseconds(of), peers: microseconds((one) => one.raw) }
    return { id: `import/${id}`, what, ...times, peer: raw, value, interval: [low, high], unit: 'of peer', target }
  }
  const itself = (id: string, what: string, unit: 'ms' | 'MB', of: (one: Taken) => number, target: Target): Finding => {
    const { value, low, high } = estimateMedian(taken.map(of), random)
    return {
      id: `import/${id}`,
      what,
      ours: null,
      peer: 'the figure itself',
      peers: null,
      value,
      interval: [low, high],
      unit,
      target,
    }
  }
  return [
    time('all', 'reading, dry run and import', ({ all }) => all, importTarget),
    time('run', 'the import after its dry run', ({ run }) => run, null),
    time('undo', 'taking it back', ({ undo }) => undo, null),
    itself('stall', 'longest stall of the main thread', 'ms', ({ stall }) => stall, importStallTarget),
    itself('memory', 'memory beyond idle', 'MB', ({ memory }) => memory, importMemoryTarget),
  ]
}
