import { rmSync } from 'node:fs'
import { build } from './build.ts'
import { check } from './check.ts'
import { runEndToEnd } from './end-to-end.ts'
import { setUp } from './set-up.ts'
import { printTotals } from './totals.ts'

/** `npm test`: sets the machine up, checks, builds, packs and runs every test. A failed check does not hide what follows. */
export async function test(given: readonly string[]): Promise<number> {
  rmSync('test-results', { recursive: true, force: true })
  const electron = await setUp({ forTests: true })
  console.log(electron.line)
  const checked = await check()
  const built = await build()
  const ran = built === 0 ? await runEndToEnd(electron, given).catch(reportError) : built
  return Math.max(checked, ran, await printTotals())
}

/** The totals are told whatever happened before. */
function reportError(error: unknown): number {
  console.error(error)
  return 1
}
