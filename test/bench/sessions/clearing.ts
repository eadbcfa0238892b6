import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createSessionEngine } from '../../../electron/session/index.ts'
import { shuffled } from '../measure/rounds.ts'
import { type Watched, watchStalls } from '../measure/stalls.ts'
import { estimateMedian, summarize } from '../measure/statistics.ts'
import type { Finding, Table } from '../report/finding.ts'
import { addFillers } from './filling.ts'
import { engineParts } from './ours.ts'
import { type BenchParts, us } from './parts.ts'
import { createFile, openPort, openRaw } from './place.ts'
import { clearingTarget, stallTarget } from './targets.ts'

const all = 100_000
const expired = 10_000
const rounds = 7
const hour = 3_600_000
const oneStatement = 'one statement'

/** Clearing of expired sessions, each round over a fresh copy of the same file. */
export async function measureClearing({ folder, random }: BenchParts): Promise<readonly Table[]> {
  const place = join(folder, 'clearing')
  mkdirSync(place)
  const template = await createFile(place, 'template')
  const connection = openRaw(template, 'FULL')
  addFillers(connection, expired, Date.now() - 24 * hour)
  addFillers(connection, all - expired, Date.now() + 24 * hour)
  connection.close()

  const copy = (name: string): string => {
    const file = join(place, `${name}.db`)
    copyFileSync(template, file)
    // Else the first commit would wait for the copy to reach the disk as well.
    const handle = openSync(file, 'r+')
    fsyncSync(handle)
    closeSync(handle)
    return file
  }
  const ways = [
    { name: us, act: clearWithEngine, taken: [] as Watched<number>[] },
    { name: oneStatement, act: clearWithStatement, taken: [] as Watched<number>[] },
  ]
  for (let round = 0; round < rounds; round += 1) {
    for (const { act, taken } of shuffled(ways, random)) taken.push(await act(copy(`${round}-${act.name}`)))
  }
  const [ours, theirs] = ways.map(({ taken }) => taken)
  return [
    { title: 'Clearing 10,000 expired sessions of 100,000', findings: findingsOf(ours ?? [], theirs ?? [], random) },
  ]
}

async function clearWithEngine(file: string): Promise<Watched<number>> {
  const database = openPort(file, 'FULL')
  const engine = createSessionEngine('database', { ...engineParts, database })
  const watched = await watchStalls(() => engine.clearExpired())
  await database.close()
  return checked(watched)
}

async function clearWithStatement(file: string): Promise<Watched<number>> {
  const connection = openRaw(file, 'FULL')
  const statement = connection.prepare('DELETE FROM session WHERE expires_at <= ?')
  const watched = await watchStalls(async () => statement.run(Date.now()).changes)
  connection.close()
  return checked(watched)
}

function checked(watched: Watched<number>): Watched<number> {
  if (watched.value !== expired) throw new Error(`${watched.value} sessions were cleared`)
  return watched
}

function findingsOf(
  ours: readonly Watched<number>[],
  theirs: readonly Watched<number>[],
  random: () => number,
): readonly Finding[] {
  const inMicroseconds = (runs: readonly Watched<number>[], which: 'total' | 'longestStall') =>
    summarize(runs.map((run) => run[which] * 1000))
  const ratio = estimateMedian(
    ours.map(({ total }, round) => total / (theirs[round]?.total ?? Number.NaN)),
    random,
  )
  const stall = estimateMedian(
    ours.map(({ longestStall }) => longestStall),
    random,
  )
  return [
    {
      id: 'clearing/stall',
      what: 'longest stall of the event loop',
      ours: inMicroseconds(ours, 'longestStall'),
      peer: oneStatement,
      peers: inMicroseconds(theirs, 'longestStall'),
      value: stall.value,
      interval: [stall.low, stall.high],
      unit: 'ms',
      target: stallTarget,
    },
    {
      id: 'clearing/total',
      what: 'all of it',
      ours: inMicroseconds(ours, 'total'),
      peer: oneStatement,
      peers: inMicroseconds(theirs, 'total'),
      value: ratio.value,
      interval: [ratio.low, ratio.high],
      unit: 'of peer',
      target: clearingTarget,
    },
  ]
}
