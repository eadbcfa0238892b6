import { describe, expect, it } from 'vitest'
import { recoveryKinds, recoveryProblem } from '../../electron/contract/recovery.ts'
import { describeProblem, fallbackConfirmation } from '../../electron/recovery/problems.ts'

describe('the words of the recovery screen', () => {
  it.each(recoveryKinds)('for %s fit the contract and say what happened in a sentence of its own', (kind) => {
    const problem = describeProblem(kind, '/data/staffdesk', 'Northwind')
    expect(recoveryProblem.parse(problem)).toEqual(problem)
    expect(problem).toMatchObject({ kind, folder: '/data/staffdesk', confirmation: 'Northwind' })
    const others = recoveryKinds.filter((other) => other !== kind)
    const told = others.map((other) => describeProblem(other, '/data/staffdesk', 'Northwind').whatHappened)
    expect(told).not.toContain(problem.whatHappened)
    expect(problem.whatHappened).toMatch(/^[A-Z].+\.$/)
  })

  it('ask for a fixed phrase where nothing tells the company', () => {
    expect(describeProblem('marker-broken', '/data', null).confirmation).toBe(fallbackConfirmation)
  })

  it('offer to start over unless nothing can be moved', () => {
    const offering = recoveryKinds.filter((kind) => describeProblem(kind, '/data', null).canStartOver)
    expect(recoveryKinds.filter((kind) => !offering.includes(kind))).toEqual(['not-writable'])
  })
})
