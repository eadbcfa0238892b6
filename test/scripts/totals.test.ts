import { describe, expect, it } from 'vitest'
import { endToEndTotals, unitTotals } from '../../scripts/totals.ts'

describe('totals of the unit tests', () => {
  it('counts tests, and a file that could not be loaded as one that failed', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ]
    expect(unitTotals({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 })
  })
})

describe('totals of the end-to-end tests', () => {
  it('counts a flaky test and an error outside any test as failed, a skipped one not at all', () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 3 }
    expect(endToEndTotals({ stats, errors: [{}] })).toEqual({ passed: 7, failed: 3 })
  })
})
