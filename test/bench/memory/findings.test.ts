import { describe, expect, it } from 'vitest'
import { createTestNumbers } from '../../support/random.ts'
import { isReached } from '../report/finding.ts'
import { type Held, memoryFindings } from './findings.ts'

const held = (pageHeap: (round: number) => number): Held[] =>
  Array.from({ length: 40 }, (_, sample) => {
    const round = (sample + 1) * 10
    return { round, mainHeap: 30e6, mainResident: 150e6, pageHeap: pageHeap(round) }
  })

const find = (findings: ReturnType<typeof memoryFindings>, id: string) => {
  const finding = findings.find((one) => one.id === id)
  if (!finding) throw new Error(`${id} was not found`)
  return finding
}

describe('memory', () => {
  it('that grows with every round is a trend', () => {
    const findings = memoryFindings(
      held((round) => 20e6 + round * 5000),
      createTestNumbers(1),
    )
    const page = find(findings, 'memory/page/heap')
    expect(page.value).toBeCloseTo(5)
    expect(page.what).toBe('page: heap, from 20.5 MB to 22.0 MB in 400 rounds')
    expect([isReached(page), isReached(find(findings, 'memory/main/heap'))]).toEqual([false, true])
  })

  it('that fills in the beginning is none', () => {
    const findings = memoryFindings(
      held((round) => 20e6 + Math.min(round, 100) * 50_000),
      createTestNumbers(1),
    )
    expect(find(findings, 'memory/page/heap').value).toBeCloseTo(0)
  })
})
