import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createSessionCache, createSessionEngine, type SessionEngine } from '../../../electron/session/index.ts'
import { measureInRounds, type Subject } from '../measure/rounds.ts'
import { timeEach, timeEachAtOnce } from '../measure/stopwatch.ts'
import { type Django, type DjangoOperation, startDjango } from '../peers/django.ts'
import { type Comparison, compare } from '../report/comparing.ts'
import type { Finding, Table } from '../report/finding.ts'
import { clock } from './environment.ts'
import { createSession, engineParts, loadSession, standingKeys } from './ours.ts'
import { type BenchParts, us } from './parts.ts'
import { createFile, openPort } from './place.ts'
import { decodeRaw, encodeRaw } from './raw-encoding.ts'
import { sampleData } from './sample.ts'
import { cachedLoadTarget, signedTargets } from './targets.ts'

const plan = { rounds: 30, warmUp: 20, times: 250 }
const plain = 'JSON and HMAC alone'

/** The engines that answer from memory: `cached-database`, read, and `signed`, both ways. */
export async function measureCachedAndSigned({ folder, random }: BenchParts): Promise<readonly Table[]> {
  const place = join(folder, 'cached')
  mkdirSync(place)
  const database = openPort(await createFile(place, 'ours'), 'FULL')
  const django = await startDjango(place, 'FULL', sampleData)
  const beside = async (ours: Subject['run'], peers: readonly Peer[]) => measureBeside(ours, peers, random)
  try {
    const cached = createSessionEngine('cached-database', {
      ...engineParts,
      database,
      cache: createSessionCache({ clock }),
    })
    const signed = createSessionEngine('signed', engineParts)
    return [
      {
        title: 'Sessions, engines that need no database to answer',
        findings: [
          ...(await beside(await loadingFrom(cached), [
            peerIn(django, 'cached-load', {
              id: 'cached/load/Django',
              what: 'cached-database: load',
              peer: 'Django (cached_db)',
              target: cachedLoadTarget,
            }),
          ])),
          ...(await beside(encodingWith(signed), [
            peerIn(django, 'signed-encode', {
              id: 'signed/encode/Django',
              what: 'signed: save',
              peer: 'Django (signed_cookies)',
              target: signedTargets.encode,
            }),
            {
              comparison: { id: 'signed/encode/plain', what: 'signed: save', peer: plain, target: signedTargets.plain },
              subject: { name: plain, run: (times) => timeEachAtOnce(times, () => ({ ...sampleData }), encodeRaw) },
            },
          ])),
          ...(await beside(await loadingFrom(signed), [
            peerIn(django, 'signed-decode', {
              id: 'signed/decode/Django',
              what: 'signed: open',
              peer: 'Django (signed_cookies)',
              target: signedTargets.decode,
            }),
            {
              comparison: { id: 'signed/decode/plain', what: 'signed: open', peer: plain, target: signedTargets.plain },
              subject: { name: plain, run: (times) => timeEachAtOnce(times, () => encodeRaw(sampleData), decodeRaw) },
            },
          ])),
        ],
      },
    ]
  } finally {
    django?.close()
    await database.close()
  }
}

interface Peer {
  readonly comparison: Comparison
  readonly subject: Subject | null
}

function peerIn(django: Django | null, operation: DjangoOperation, comparison: Comparison): Peer {
  return { comparison, subject: django && { ...django.subject(operation), name: comparison.peer } }
}

async function measureBeside(
  run: Subject['run'],
  peers: readonly Peer[],
  random: () => number,
): Promise<readonly Finding[]> {
  const present = peers.map(({ subject }) => subject).filter((subject) => subject !== null)
  const taken = await measureInRounds([{ name: us, run }, ...present], plan, random)
  return peers.map(({ comparison }) =>
    compare(comparison, taken.get(us) ?? [], taken.get(comparison.peer) ?? null, random),
  )
}

const encodingWith =
  (engine: SessionEngine): Subject['run'] =>
  (times) =>
    timeEach(
      times,
      () => null,
      () => createSession(engine),
    )

async function loadingFrom(engine: SessionEngine): Promise<Subject['run']> {
  const next = await standingKeys(engine)
  return (times) => timeEach(times, next, (key) => loadSession(engine, key))
}
