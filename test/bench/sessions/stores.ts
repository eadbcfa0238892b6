import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { measureInRounds, type Plan, type Subject } from '../measure/rounds.ts'
import { openBetterSqliteStore } from '../peers/better-sqlite3-session-store.ts'
import { openConnectSqlite } from '../peers/connect-sqlite3.ts'
import { type Django, startDjango } from '../peers/django.ts'
import type { Synchronous } from '../peers/synchronous.ts'
import { compare } from '../report/comparing.ts'
import type { Finding, Table, Target } from '../report/finding.ts'
import { type OperationName, type Operations, operationNames, operationTitles } from './operations.ts'
import { ourOperations } from './ours.ts'
import { type BenchParts, us } from './parts.ts'
import { createFile, openPort, openRaw } from './place.ts'
import { rawOperations } from './raw.ts'
import { sampleData } from './sample.ts'
import { djangoTargets, rawTargets } from './targets.ts'

/** Reading takes a tenth of what writing takes, and is done as much more often. */
const plans: Readonly<Record<OperationName, Plan>> = {
  create: { rounds: 30, warmUp: 10, times: 50 },
  load: { rounds: 30, warmUp: 20, times: 250 },
  modify: { rounds: 30, warmUp: 10, times: 50 },
  flush: { rounds: 30, warmUp: 10, times: 50 },
}

interface Peer {
  readonly name: string
  readonly subject: (operation: OperationName) => Subject | null
  readonly target: (operation: OperationName) => Target | null
}

/** The engine `database` beside its limit and its peers, each over a file of its own. */
export async function measureStores(parts: BenchParts): Promise<readonly Table[]> {
  return [await measureAt('FULL', parts), await measureAt('NORMAL', parts)]
}

async function measureAt(synchronous: Synchronous, { folder, random }: BenchParts): Promise<Table> {
  const place = join(folder, synchronous)
  mkdirSync(place)
  const database = openPort(await createFile(place, 'ours'), synchronous)
  const raw = openRaw(await createFile(place, 'raw'), synchronous)
  const django = await startDjango(place, synchronous, sampleData)
  try {
    const ours = await ourOperations(database)
    const peers: Peer[] = [
      peerOf('prepared statements', rawOperations(raw), (operation) => rawTargets[operation]),
      { name: 'Django', subject: subjectsOf(django), target: (operation) => djangoTargets[synchronous][operation] },
      peerOf('better-sqlite3-session-store', await openBetterSqliteStore(place, synchronous, sampleData)),
      peerOf('connect-sqlite3', await openConnectSqlite(place, synchronous, sampleData)),
    ]
    const findings: Finding[] = []
    for (const operation of operationNames) {
      findings.push(...(await measureOperation(operation, synchronous, ours, peers, random)))
    }
    return { title: `Sessions, engine database, synchronous=${synchronous}`, findings }
  } finally {
    django?.close()
    raw.close()
    await database.close()
  }
}

function peerOf(name: string, operations: Operations | null, target: Peer['target'] = () => null): Peer {
  return { name, target, subject: (operation) => operations && { name, run: operations[operation] } }
}

const subjectsOf = (django: Django | null) => (operation: OperationName) => django?.subject(operation) ?? null

async function measureOperation(
  operation: OperationName,
  synchronous: Synchronous,
  ours: Operations,
  peers: readonly Peer[],
  random: () => number,
): Promise<Finding[]> {
  const present = peers.map(({ subject }) => subject(operation)).filter((subject) => subject !== null)
  const taken = await measureInRounds([{ name: us, run: ours[operation] }, ...present], plans[operation], random)
  return peers.map(({ name, target }) =>
    compare(
      {
        id: `${synchronous}/${operation}/${name}`,
        what: operationTitles[operation],
        peer: name,
        target: target(operation),
      },
      taken.get(us) ?? [],
      taken.get(name) ?? null,
      random,
    ),
  )
}
