import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { PasswordHasher } from '../../../electron/accounts/password-hasher.ts'
import { measureInRounds, type Subject } from '../measure/rounds.ts'
import { timeEach } from '../measure/stopwatch.ts'
import { startDjango } from '../peers/django.ts'
import type { Synchronous } from '../peers/synchronous.ts'
import { compare } from '../report/comparing.ts'
import type { Finding, Table } from '../report/finding.ts'
import { createBenchCompany } from './company.ts'
import { clock } from './environment.ts'
import { type BenchParts, us } from './parts.ts'
import { createFile, openPort } from './place.ts'
import { sampleData } from './sample.ts'
import { loginTarget } from './targets.ts'

const plan = { rounds: 30, warmUp: 10, times: 20 }
const people = 50
const password = 'right'

/** Every password is right, and no time is spent on finding that out. */
const noHasher: PasswordHasher = { hash: async () => 'none', verify: async () => true, isWeak: () => false }

/** Signing in without the hash of the password. */
export async function measureLogin(parts: BenchParts): Promise<readonly Table[]> {
  return [
    {
      title: 'Login without the password hash; ours with throttle, history and audit',
      findings: [await measureAt('FULL', parts), await measureAt('NORMAL', parts)],
    },
  ]
}

async function measureAt(synchronous: Synchronous, { folder, random }: BenchParts): Promise<Finding> {
  const place = join(folder, `login-${synchronous}`)
  mkdirSync(place)
  const database = openPort(await createFile(place, 'ours'), synchronous)
  const django = await startDjango(place, synchronous, sampleData)
  try {
    const { accounts, add, signOut } = await createBenchCompany(database, noHasher, clock)
    for (let person = 0; person < people; person += 1) await add(nameOf(person), 'none')
    let windowId = 0
    const ours: Subject = {
      name: us,
      run: async (times) => {
        const first = windowId + 1
        const taken = await timeEach(
          times,
          () => {
            windowId += 1
            return windowId
          },
          (id) => accounts.handlers.signIn({ username: nameOf(id % people), password }, { windowId: id }),
        )
        for (let id = first; id <= windowId; id += 1) await signOut(id)
        return taken
      },
    }
    const subjects = django ? [ours, django.subject('login')] : [ours]
    const taken = await measureInRounds(subjects, plan, random)
    return compare(
      {
        id: `login/${synchronous}/Django`,
        what: `login, synchronous=${synchronous}`,
        peer: 'Django',
        target: loginTarget,
      },
      taken.get(us) ?? [],
      taken.get('Django') ?? null,
      random,
    )
  } finally {
    django?.close()
    await database.close()
  }
}

const nameOf = (person: number): string => `person${person}`
