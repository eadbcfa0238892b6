import { existsSync, readFileSync } from 'node:fs'

export const UNIT_REPORT = 'test-results/unit.json'
export const END_TO_END_REPORT = 'test-results/end-to-end.json'

export interface Totals {
  readonly passed: number
  readonly failed: number
}

/** The totals of vitest's JSON report. A file that could not even be loaded counts as one failed test. */
export function unitTotals(report: {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}): Totals {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/** The totals of Playwright's JSON report. A flaky test failed; an error outside any test counts as one more. */
export function endToEndTotals(report: {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly unknown[]
}): Totals {
  const { expected, unexpected, flaky } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length }
}

/** Prints the totals of the last run of all tests, alone on a line; fails if a test failed or a part did not run. */
export async function printTotals(): Promise<number> {
  const parts = [read(UNIT_REPORT, unitTotals), read(END_TO_END_REPORT, endToEndTotals)]
  const passed = parts.reduce((sum, part) => sum + (part?.passed ?? 0), 0)
  const failed = parts.reduce((sum, part) => sum + (part?.failed ?? 0), 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && parts.every((part) => part !== null && part.passed > 0) ? 0 : 1
}

function read<Report>(path: string, totals: (report: Report) => Totals): Totals | null {
  return existsSync(path) ? totals(JSON.parse(readFileSync(path, 'utf8')) as Report) : null
}
