import type { JSHandle, Page } from '@playwright/test'
import type { PageWatch, Seen } from './page-watch.ts'

/** How the list is scrolled. */
export const ways = ['the wheel', 'the keys', 'the scroll bar'] as const

export type Way = (typeof ways)[number]

export interface Scrolled {
  readonly by: Readonly<Record<Way, Seen>>
  /** The page while nothing is done. */
  readonly atRest: Seen
}

const turns = 60
const turnPixels = 400
const frameMs = 16
const screenfuls = 20
const dragFrames = 200
const restMs = 3000
/** Until the rows at which the list has come to rest are there. */
const settleMs = 500

/** Scrolls a list of many rows in each way from the first to the last, or a good deal of it. */
export async function measureScrolling(page: Page, watch: JSHandle<PageWatch>): Promise<Scrolled> {
  const look = async (act: () => Promise<unknown>): Promise<Seen> => {
    await watch.evaluate((at) => at.begin())
    await act()
    await page.waitForTimeout(settleMs)
    return watch.evaluate((at) => at.end())
  }
  return {
    atRest: await look(() => page.waitForTimeout(restMs)),
    by: {
      'the wheel': await look(() => turnWheel(page)),
      'the keys': await look(() => pressKeys(page)),
      'the scroll bar': await look(() => page.evaluate(dragBar, dragFrames)),
    },
  }
}

async function turnWheel(page: Page): Promise<void> {
  await page.locator('tbody > tr').nth(2).hover()
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, turnPixels)
    await page.waitForTimeout(frameMs)
  }
}

async function pressKeys(page: Page): Promise<void> {
  await page.getByLabel('Search employees').press('ArrowDown')
  for (const key of ['PageDown', 'ArrowDown', 'ArrowUp', 'PageUp']) {
    for (let time = 0; time < screenfuls; time += 1) await page.keyboard.press(key)
  }
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key)
    await page.waitForTimeout(settleMs)
  }
}

/** Runs in the page: from the top to the end, a step in each frame, as the bar follows the mouse. */
async function dragBar(steps: number): Promise<void> {
  const frame = document.querySelector('table')?.parentElement
  if (!frame) throw new Error('the page shows no list')
  for (let step = 0; step <= steps; step += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    frame.scrollTop = ((frame.scrollHeight - frame.clientHeight) * step) / steps
  }
}
