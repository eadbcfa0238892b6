import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createPasswordHasher } from '../../../electron/accounts/password-hasher.ts'
import { Refusal } from '../../../electron/contract/errors.ts'
import { createTestClock } from '../../support/clock.ts'
import { measureInRounds, type Subject } from '../measure/rounds.ts'
import { estimateMedian, summarize } from '../measure/statistics.ts'
import { timeEach } from '../measure/stopwatch.ts'
import type { Table } from '../report/finding.ts'
import { type BenchCompany, createBenchCompany } from './company.ts'
import { random as secureRandom, silence } from './environment.ts'
import type { BenchParts } from './parts.ts'
import { createFile, openPort } from './place.ts'
import { refusalTarget } from './targets.ts'

/** Tries of each kind, one a round. */
const tries = 60
const warmUp = 3
const hour = 3_600_000
const wrong = 'a wrong password'

/**
 * How long it takes to be refused, with the Argon2 that people get, for the three reasons that must not be told from
 * each other (docs/threat-model.md A21). Each try is that of a name never tried before, an hour after the last one, so
 * that none has to wait.
 */
export async function measureRefusals({ folder, random }: BenchParts): Promise<readonly Table[]> {
  const place = join(folder, 'refusals')
  mkdirSync(place)
  const database = openPort(await createFile(place, 'ours'), 'FULL')
  const clock = createTestClock(Date.now())
  const hasher = createPasswordHasher({ random: secureRandom, log: silence })
  try {
    const company = await createBenchCompany(database, hasher, clock)
    const hash = await hasher.hash('the right password of everybody')
    for (let person = 0; person < tries + warmUp; person += 1) {
      await company.add(`known${person}`, hash)
      await company.disable(await company.add(`disabled${person}`, hash))
    }
    const refused = (name: string, username: (turn: number) => string): Subject => {
      let turn = 0
      return {
        name,
        run: (times) =>
          timeEach(
            times,
            () => {
              clock.advance(hour)
              turn += 1
              return username(turn - 1)
            },
            (person) => expectRefusal(company, person),
          ),
      }
    }
    const taken = await measureInRounds(
      [
        refused(wrong, (turn) => `known${turn}`),
        refused('a name that nobody has', (turn) => `nobody${turn}`),
        refused('a disabled account', (turn) => `disabled${turn}`),
      ],
      { rounds: tries, warmUp, times: 1 },
      random,
    )
    const usual = (taken.get(wrong) ?? []).flat()
    const findings = [...taken]
      .filter(([name]) => name !== wrong)
      .map(([name, rounds]) => {
        const { value, low, high } = estimateMedian(
          rounds.flat().map((one, round) => one / (usual[round] ?? Number.NaN)),
          random,
        )
        return {
          id: `refusals/${name}`,
          what: `refused for ${name}`,
          ours: summarize(rounds.flat()),
          peer: wrong,
          peers: summarize(usual),
          value,
          interval: [low, high] as const,
          unit: 'of peer' as const,
          target: refusalTarget,
        }
      })
    return [{ title: 'Refused logins, with Argon2 (security requirement A21)', findings }]
  } finally {
    await database.close()
  }
}

async function expectRefusal({ accounts }: BenchCompany, username: string): Promise<void> {
  try {
    await accounts.handlers.signIn({ username, password: 'the wrong password' }, { windowId: 1 })
  } catch (error) {
    if (error instanceof Refusal && error.error.code === 'INVALID_CREDENTIALS') return
    throw error
  }
  throw new Error('a wrong password was let in')
}
