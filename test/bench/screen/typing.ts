import type { JSHandle, Page } from '@playwright/test'
import { emptyCall } from '../application.ts'
import type { Rounds } from '../measure/rounds.ts'
import type { PageWatch, Seen } from './page-watch.ts'

/**
 * From what nearly everybody's key holds to what nobody's does, with accents, a number and what stands in the name of a
 * department. No two begin alike: what was asked before is shown from the cache and asks nothing that has to be waited for.
 */
const words = ['anna', 'pemberton', 'schmidt', 'müller', 'n-004217', 'warehouse', 'zoë', 'kowalska', 'garcía', 'xyzzy']

/** As long as nobody types on: what is left of the last word has been dealt with. */
const pauseMs = 400

export interface Typed {
  /** From each answer to the end of the frame that shows it, by words, in microseconds. */
  readonly keystrokes: Rounds
  /** The same of an empty call and a changed word, one after each keystroke. */
  readonly empties: Rounds
  readonly seen: Seen
}

/** Types words into the search, one letter after what the one before found is in sight. */
export async function measureTyping(page: Page, watch: JSHandle<PageWatch>): Promise<Typed> {
  const field = page.getByLabel('Search employees')
  const keystrokes: number[][] = []
  const empties: number[][] = []
  await watch.evaluate((at) => at.begin())
  for (const word of words) {
    await field.fill('')
    await page.waitForTimeout(pauseMs)
    const [ours, nothing]: [number[], number[]] = [[], []]
    for (const letter of word) {
      const painted = watch.evaluate((at) => at.untilPainted('employees.list'))
      await field.pressSequentially(letter)
      ours.push((await painted) * 1000)
      nothing.push((await watch.evaluate((at, call) => at.untilNothingPainted(call), emptyCall)) * 1000)
    }
    keystrokes.push(ours)
    empties.push(nothing)
  }
  const seen = await watch.evaluate((at) => at.end())
  await field.fill('')
  await page.waitForTimeout(pauseMs)
  return { keystrokes, empties, seen }
}
