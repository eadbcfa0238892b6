import { expect, test } from 'vitest'
import { type ClosingAnswer, createClosing, type Settlement } from '../../electron/window/closing.ts'
import { createTestClock } from '../support/clock.ts'

/** A window that answers at once, or stays silent where `answers` says so. */
function arrange(answers: (ClosingAnswer | 'silence')[], choice: Settlement | 'stay' = 'stay') {
  const clock = createTestClock()
  const asked: string[] = []
  const respond = (requestId: number) => {
    const answer = answers.shift() ?? 'silence'
    if (answer !== 'silence') queueMicrotask(() => closing.answered(1, requestId, answer))
  }
  const closing = createClosing({
    clock,
    ask: (_windowId, requestId) => {
      asked.push('clean?')
      respond(requestId)
    },
    settle: (_windowId, requestId, settlement) => {
      asked.push(settlement)
      respond(requestId)
    },
    unsavedWork: async (_windowId, canSaveDraft) => {
      asked.push(canSaveDraft ? 'dialog with draft' : 'dialog')
      return choice
    },
  })
  return { clock, asked, closing }
}

test('a clean window closes without a question', async () => {
  const { closing, asked } = arrange(['clean'])
  expect(await closing.mayClose(1)).toBe(true)
  expect(asked).toEqual(['clean?'])
})

test('a person who stays keeps the window', async () => {
  const { closing, asked } = arrange(['dirty'], 'stay')
  expect(await closing.mayClose(1)).toBe(false)
  expect(asked).toEqual(['clean?', 'dialog'])
})

test.each([
  ['save-draft', 'settled', true],
  ['save-draft', 'not-settled', false],
  ['discard', 'settled', true],
] as const)('%s that is %s', async (choice, answer, closes) => {
  const { closing, asked } = arrange(['dirty-with-draft', answer], choice)
  expect(await closing.mayClose(1)).toBe(closes)
  expect(asked).toEqual(['clean?', 'dialog with draft', choice])
})

test('a window that hangs does not keep the application open', async () => {
  const { closing, clock } = arrange(['silence'])
  const may = closing.mayClose(1)
  clock.advance(2_000)
  expect(await may).toBe(true)
})

test.each([
  ['save-draft', false],
  ['discard', true],
] as const)('a window that hangs after %s', async (choice, closes) => {
  const { closing, clock } = arrange(['dirty-with-draft', 'silence'], choice)
  const may = closing.mayClose(1)
  await new Promise(setImmediate)
  clock.advance(10_000)
  expect(await may).toBe(closes)
})

test('a window that is closed while the application quits is asked once, and each hears the answer', async () => {
  const { closing, asked } = arrange(['dirty', 'settled'], 'discard')
  expect(await Promise.all([closing.mayClose(1), closing.mayClose(1)])).toEqual([true, true])
  expect(asked).toEqual(['clean?', 'dialog', 'discard'])
})

test('a window that stayed is asked anew', async () => {
  const { closing, asked } = arrange(['dirty', 'clean'])
  expect([await closing.mayClose(1), await closing.mayClose(1)]).toEqual([false, true])
  expect(asked).toEqual(['clean?', 'dialog', 'clean?'])
})

test('a window cannot answer for another one', async () => {
  const { closing, clock, asked } = arrange(['silence'], 'stay')
  const may = closing.mayClose(1)
  for (let requestId = 0; requestId < 10; requestId += 1) closing.answered(2, requestId, 'dirty')
  clock.advance(2_000)
  expect(await may).toBe(true)
  expect(asked).toEqual(['clean?'])
})
