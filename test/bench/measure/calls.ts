import type { Page } from '@playwright/test'
import { electronInWords, emptyCall } from '../application.ts'
import type { Finding, Target } from '../report/finding.ts'
import { measureInRounds, type Rounds, type Subject } from './rounds.ts'
import { estimateMedian, median, summarize } from './statistics.ts'

const plan = { rounds: 30, warmUp: 3, times: 4 }
/** Calls behind one another that are timed as one: a page's clock shows tenths of a millisecond. */
const burst = 10
/** So that what sending the rows takes counts for both. */
const empty = 'the same answer, kept'
/** Beyond an empty call, in milliseconds. */
const callTarget: Target = { most: 0.3 }

/** A call of the contract, by its name (`feature.name`), and what it is given. */
export interface Call {
  readonly what: string
  readonly name: string
  readonly input: unknown
}

/** Calls that the page of the built application makes, beside the bringing of the same answers (see `emptyHandler`). */
export async function measureCalls(
  page: Page,
  calls: readonly Call[],
  random: () => number,
): Promise<readonly Finding[]> {
  const subject = ({ what, name, input }: Call): Subject => ({
    name: what,
    run: (times) => page.evaluate(timeCall, { name, input, times, burst }),
  })
  const findings: Finding[] = []
  for (const call of calls) {
    await page.evaluate(keepAnswer, { ...call, emptyCall })
    const kept = { what: empty, name: emptyCall, input: { name: call.what } }
    const taken = await measureInRounds([call, kept].map(subject), plan, random)
    findings.push(callFinding(call.what, taken.get(call.what) ?? [], taken.get(empty) ?? [], random))
  }
  return findings
}

/** What a call takes beyond the sending of its answer, in the same round. */
export function callFinding(what: string, ours: Rounds, empties: Rounds, random: () => number): Finding {
  const { value, low, high } = estimateMedian(
    ours.map((round, index) => (median(round) - median(empties[index] ?? [])) / 1000),
    random,
  )
  return {
    id: `call/${what}`,
    what: `${what}, less its transport`,
    ours: summarize(ours.flat()),
    peer: empty,
    peers: summarize(empties.flat()),
    value,
    interval: [low, high],
    unit: 'ms',
    target: callTarget,
    note: `Each sample is the mean of ${burst} calls, on ${electronInWords()}.`,
  }
}

/** Runs in the page: has main keep what the call answers. */
async function keepAnswer({ what, name, input, emptyCall: empty }: Call & { emptyCall: string }): Promise<void> {
  const bridge = window.staffdesk as unknown as Bridge
  const call = (path: string) => {
    const [feature = '', own = ''] = path.split('.')
    return bridge[feature]?.[own]
  }
  await call(empty)?.({ name: what, keep: await call(name)?.(input) })
}

interface Timed {
  readonly name: string
  readonly input: unknown
  readonly times: number
  readonly burst: number
}

/** Runs in the page: answers what the call took in each burst, in microseconds. */
async function timeCall({ name, input, times, burst: calls }: Timed): Promise<number[]> {
  const [feature = '', own = ''] = name.split('.')
  const bridge = window.staffdesk as unknown as Bridge
  const call = bridge[feature]?.[own]
  if (call === undefined) throw new Error(`there is no call ${name}`)
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now()
    for (let made = 0; made < calls; made += 1) {
      const { ok } = await call(input)
      if (!ok) throw new Error('the call was refused')
    }
    taken.push(((performance.now() - begun) * 1000) / calls)
  }
  return taken
}

type Bridge = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<{ readonly ok: boolean }>>>>>
