import { estimateMedian, median, summarize } from '../measure/statistics.ts'
import type { Finding, Target } from '../report/finding.ts'
import type { Seen } from './page-watch.ts'
import { type Scrolled, ways } from './scrolling.ts'
import type { Typed } from './typing.ts'

/** One frame of a screen of 60 Hz, in milliseconds. */
const frameTarget: Target = { most: 16.7 }
/** The longest task, in milliseconds. */
const taskTarget: Target = { most: 50 }
/** What is in sight of the tallest usual screen and a few more; never a page of the answer. */
const rowsTarget: Target = { most: 80 }

const nothing = 'an empty call and a changed word'
const rest = 'the page at rest'

/** How long it takes until what was typed for is seen. */
export function typingFindings({ keystrokes, empties, seen }: Typed, random: () => number): readonly Finding[] {
  const milliseconds = (rounds: Typed['keystrokes']) => rounds.map((round) => median(round) / 1000)
  const { value, low, high } = estimateMedian(milliseconds(keystrokes), random)
  const beyond = estimateMedian(
    milliseconds(keystrokes).map((taken, index) => taken - (milliseconds(empties)[index] ?? Number.NaN)),
    random,
  )
  const times = {
    ours: summarize(keystrokes.flat()),
    peer: nothing,
    peers: summarize(empties.flat()),
    unit: 'ms',
  } as const
  return [
    {
      ...times,
      id: 'typing/painted',
      what: 'from the answer to its end of frame',
      value,
      interval: [low, high],
      target: frameTarget,
    },
    {
      ...times,
      id: 'typing/slowest',
      what: `the slowest of ${keystrokes.flat().length} keystrokes`,
      value: Math.max(...keystrokes.flat()) / 1000,
      interval: null,
      target: frameTarget,
    },
    {
      ...times,
      id: 'typing/beyond',
      what: 'beyond what nothing takes',
      value: beyond.value,
      interval: [beyond.low, beyond.high],
      target: null,
    },
    longestTask('typing/task', 'typing: longest task', seen),
    mostRows('typing/rows', 'typing: most rows in the document', seen),
  ]
}

/** How evenly frames follow one another while the list is scrolled. */
export function scrollingFindings({ by, atRest }: Scrolled): readonly Finding[] {
  const microseconds = (frames: readonly number[]) => frames.map((frame) => frame * 1000)
  return ways.flatMap((way) => {
    const seen = by[way]
    const what = `scrolling by ${way}`
    return [
      {
        ...longestTask(`scrolling/${way}/task`, `${what}: frames; longest task`, seen),
        ours: summarize(microseconds(seen.frames)),
        peer: rest,
        peers: summarize(microseconds(atRest.frames)),
      },
      mostRows(`scrolling/${way}/rows`, `${what}: most rows in the document`, seen),
    ]
  })
}

const figure = { ours: null, peer: 'the figure itself', peers: null, interval: null } as const

/** The browser reports tasks of 50 ms and more: 0 where there was none. */
const longestTask = (id: string, what: string, { longTasks }: Seen): Finding => ({
  ...figure,
  id,
  what,
  value: Math.max(0, ...longTasks),
  unit: 'ms',
  target: taskTarget,
})

const mostRows = (id: string, what: string, { rows }: Seen): Finding => ({
  ...figure,
  id,
  what,
  value: rows,
  unit: 'rows',
  target: rowsTarget,
})
