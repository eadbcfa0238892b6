import { describe, expect, it } from 'vitest'
import { createTestNumbers } from '../support/random.ts'
import { readArguments } from './arguments.ts'
import { changeCells, changesSince } from './report/change.ts'
import { compare } from './report/comparing.ts'
import { digits, duration, measuredOf, targetOf } from './report/figures.ts'
import { type Finding, isReached } from './report/finding.ts'
import { performancePage } from './report/markdown.ts'
import { pictureOf } from './report/picture.ts'
import { plainTable } from './report/plain.ts'
import type { SuiteRecord } from './report/record.ts'

const finding = (more: Partial<Finding> = {}): Finding => ({
  id: 'load/peer',
  what: 'load',
  ours: { median: 12.3, p99: 40 },
  peer: 'Peer',
  peers: { median: 24.6, p99: 2500 },
  value: 2,
  interval: [1.9, 2.1],
  unit: '×',
  target: { least: 3 },
  ...more,
})

describe('arguments', () => {
  it('name suites, and whether the figures are kept', () => {
    expect(readArguments(['sessions', '--write'])).toEqual({ suites: ['sessions'], writes: true, rounds: 2000 })
    expect(readArguments([])).toEqual({ suites: ['sessions', 'employees'], writes: false, rounds: 2000 })
  })

  it('say how often the memory suite goes round, which is measured only where it is named', () => {
    expect(readArguments(['memory', '--rounds', '100'])).toEqual({ suites: ['memory'], writes: false, rounds: 100 })
    for (const wrong of [['--rounds'], ['--rounds', 'many'], ['--rounds', '5'], ['--rounds', '100.5']]) {
      expect(readArguments(['memory', ...wrong])).toContain('--rounds takes a number from 20 up')
    }
  })

  it('that are not known are answered with those that are', () => {
    expect(readArguments(['session'])).toMatch(/No suite called "session"\. There are: sessions, employees, memory\./)
    expect(readArguments(['--wirte'])).toContain('--write')
  })
})

describe('a comparison', () => {
  const comparison = { id: 'load/peer', what: 'load', peer: 'Peer', target: { least: 3 } }

  it('says how many times as fast as the peer we are', () => {
    const { value, ours, peers } = compare(comparison, [[10, 10], [20]], [[40, 40], [80]], createTestNumbers(1))
    expect([value, ours?.median, peers?.median]).toEqual([4, 10, 40])
  })

  it('says that a peer is not installed, and judges nothing', () => {
    const absent = compare(comparison, [[10]], null, createTestNumbers(1))
    expect([absent.value, isReached(absent), absent.note]).toEqual([null, null, 'not installed'])
    expect(plainTable({ title: 'T', findings: [absent] })).toContain('not installed')
  })
})

describe('a target', () => {
  it.each([
    [3, { least: 3 }, true],
    [2.99, { least: 3 }, false],
    [5, { most: 5 }, true],
    [5.01, { most: 5 }, false],
    [1.05, { least: 0.9, most: 1.1 }, true],
    [0.85, { least: 0.9, most: 1.1 }, false],
    [2, null, null],
    [null, { least: 3 }, null],
  ])('%s against %j is reached: %s', (value, target, reached) => {
    expect(isReached({ value, target })).toBe(reached)
  })

  it('is written with its bounds', () => {
    expect([{ least: 3 }, { most: 5 }, { least: 0.9, most: 1.1 }, null].map(targetOf)).toEqual([
      '≥ 3',
      '≤ 5',
      '≥ 0.9, ≤ 1.1',
      '–',
    ])
  })
})

describe('figures', () => {
  it('have the unit in which they read best', () => {
    expect([0.456, 12.34, 999, 1234, 1_234_567].map(duration)).toEqual([
      '0.456 µs',
      '12.3 µs',
      '999 µs',
      '1.23 ms',
      '1235 ms',
    ])
    expect(digits(-12.34)).toBe('-12.3')
  })
})

describe('what is measured', () => {
  it('is told in its own unit', () => {
    const units = ['×', 'of peer', 'ms', 'MB', 'rows', 'kB a round'] as const
    expect(units.map((unit) => measuredOf({ value: 34, unit }))).toEqual([
      '34.0×',
      '34.0×',
      '34.0 ms',
      '34.0 MB',
      '34 rows',
      '34.0 kB a round',
    ])
  })
})

describe('a change since the last figures', () => {
  const tables = (one: Finding) => [{ title: 'T', findings: [one] }]
  const cellsSince = (before: Finding, now: Finding) =>
    changesSince(tables(before), tables(now)).flatMap(({ changes }) => changes.flatMap(changeCells))

  it('is told in per cent, and is certain where the intervals have nothing in common', () => {
    expect(cellsSince(finding(), finding({ value: 3, interval: [2.8, 3.2] }))).toEqual([
      'load, beside Peer',
      '2.00×',
      '3.00×',
      '+50.0 %',
      'more than chance',
    ])
  })

  it('may be chance where they overlap', () => {
    expect(cellsSince(finding(), finding({ value: 1.5, interval: [1.4, 1.95] }))).toEqual([
      'load, beside Peer',
      '2.00×',
      '1.50×',
      '−25.0 %',
      '',
    ])
  })

  it('is not told of what was not measured before', () => {
    expect(changesSince(tables(finding({ id: 'other' })), tables(finding()))).toEqual([{ title: 'T', changes: [] }])
  })
})

describe('the page', () => {
  const record = (findings: readonly Finding[]): SuiteRecord => ({
    day: '2026-11-25',
    machine: { processor: 'P', cores: 2, memory: '8 GiB', system: 'Linux 6', node: '24.21.0', sqlite: '3.54.1' },
    peers: { Peer: '1.2.3' },
    tables: [{ title: 'Stores', findings }],
    growth: { title: 'Growth', curves: [] },
  })
  const text = { title: 'Suite', method: ['How.'], reasons: { 'load/peer': 'Because.' }, picture: 'suite.svg' }

  it('shows the figures, the machine, and why a target was not reached', () => {
    const page = performancePage([[text, record([finding(), finding({ id: 'save/peer', what: 'save', value: 4 })])]])
    expect(page).toContain('| load | 12.3 µs | 40.0 µs | Peer | 24.6 µs | 2.50 ms | 2.00× | 1.90–2.10 | ≥ 3 | no |')
    expect(page).toContain('| save |')
    expect(page).toContain('- Peer: 1.2.3')
    expect(page).toContain('Not reached:\n\n- **load** beside Peer: 2.00×, asked for ≥ 3. Because.')
    expect(page).not.toContain('**save**')
    expect(page).toContain('(suite.svg)')
  })

  it('judges nothing where nothing is asked', () => {
    expect(performancePage([[text, record([finding({ target: null })])]])).toContain('| 1.90–2.10 | – | – |')
  })

  it('admits a target that is not reached for a reason that nobody has found', () => {
    const page = performancePage([[{ ...text, reasons: {} }, record([finding()])]])
    expect(page).toContain('≥ 3. The cause is not known yet.')
  })

  it('has a picture of growth only where growth was measured', () => {
    const { growth: _, ...without } = record([finding()])
    expect(performancePage([[text, without]])).not.toContain('Growth')
  })

  it('tells a reason once', () => {
    const shared = { ...text, reasons: { 'load/peer': 'Because.', 'save/peer': 'Because.' } }
    const page = performancePage([[shared, record([finding(), finding({ id: 'save/peer', what: 'save' })])]])
    expect(page.match(/Because\./g)).toHaveLength(1)
    expect(page).toMatch(/- \*\*load\*\* .*; \*\*save\*\* /)
  })

  it('has no list of what was not reached where everything was', () => {
    expect(performancePage([[text, record([finding({ value: 3 })])]])).not.toContain('Not reached')
  })
})

describe('a picture', () => {
  const curves = [
    {
      name: 'load & read',
      points: [
        [1000, 10],
        [1_000_000, 1000],
      ] as const,
    },
  ]

  it('is an SVG with a line that rises where it takes longer', () => {
    const svg = pictureOf('Growth', curves)
    const [, x1, y1, x2, y2] = /points="([\d.]+),([\d.]+) ([\d.]+),([\d.]+)"/.exec(svg) ?? []
    expect(Number(x2)).toBeGreaterThan(Number(x1))
    expect(Number(y2)).toBeLessThan(Number(y1))
    for (const words of ['<title>Growth</title>', '1k', '1M', '1000 µs', 'load &amp; read'])
      expect(svg).toContain(words)
  })
})
