import { measureInRounds } from '../measure/rounds.ts'
import { estimateMedian, median, summarize } from '../measure/statistics.ts'
import { timeEach, timeEachAtOnce } from '../measure/stopwatch.ts'
import { compare } from '../report/comparing.ts'
import type { Finding, Table } from '../report/finding.ts'
import { us } from '../sessions/parts.ts'
import { agree } from './agree.ts'
import { listOurs } from './ours.ts'
import type { Company } from './pages.ts'
import { rawList } from './raw.ts'
import { rawSearchTarget, searchTarget } from './targets.ts'

const plan = { rounds: 15, warmUp: 3, times: 5 }
const raw = 'FTS5 by prepared statements'
const ranked = `${us}, ranked`

/** From one that nearly everybody's key holds parts of to one that finds nobody. */
const searches = ['ann', 'anna', 'pemberton', 'anna schmidt', 'n-0042', 'n-004217', 'xyzzy'] as const

/** The first page of what a search finds and its total, by name and ranked. */
export async function measureSearches({ database, connection }: Company, random: () => number): Promise<Table> {
  const statements = rawList(connection)
  const findings: Finding[] = []
  for (const search of searches) {
    const byName = () => listOurs(database, search, [{ column: 'name', descending: false }])
    const theirs = statements.search(search)
    const { total } = theirs()
    agree(search, await byName(), theirs())
    const taken = await measureInRounds(
      [
        { name: us, run: (times) => timeEach(times, () => null, byName) },
        {
          name: ranked,
          run: (times) =>
            timeEach(
              times,
              () => null,
              () => listOurs(database, search, []),
            ),
        },
        { name: raw, run: (times) => timeEachAtOnce(times, () => null, theirs) },
      ],
      plan,
      random,
    )
    const [ours = [], rankedOurs = [], peers = []] = [us, ranked, raw].map((name) => taken.get(name))
    const what = `“${search}” (${total})`
    const { value, low, high } = estimateMedian(
      ours.map((round) => median(round) / 1000),
      random,
    )
    findings.push(
      compare(
        { id: `search/${search}/raw`, what: `${what}, by name`, peer: raw, target: rawSearchTarget },
        ours,
        peers,
        random,
      ),
      {
        id: `search/${search}/time`,
        what: `${what}, by name`,
        ours: summarize(ours.flat()),
        peer: 'the time itself',
        peers: null,
        value,
        interval: [low, high],
        unit: 'ms',
        target: searchTarget,
      },
      compare(
        { id: `search/${search}/ranked`, what: `${what}, ranked`, peer: raw, target: null },
        rankedOurs,
        peers,
        random,
      ),
    )
  }
  return { title: 'A search among 100,000 employees: the first 100 and how many there are', findings }
}
