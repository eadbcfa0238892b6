import { expect, test } from 'vitest'
import { createCrashRecovery } from '../../electron/window/crash-recovery.ts'
import { createTestClock } from '../support/clock.ts'

test('a page that dies is loaded again, until it has died three times within a minute', () => {
  const crashed = createCrashRecovery(createTestClock())
  expect([crashed(1), crashed(1), crashed(1), crashed(1)]).toEqual(['reload', 'reload', 'give-up', 'give-up'])
})

test('what is longer ago than a minute does not count', () => {
  const clock = createTestClock()
  const crashed = createCrashRecovery(clock)
  const outcomes = [0, 30_000, 29_999, 1, 30_000].map((later) => {
    clock.advance(later)
    return crashed(1)
  })
  expect(outcomes).toEqual(['reload', 'reload', 'give-up', 'give-up', 'give-up'])
  clock.advance(60_000)
  expect(crashed(1)).toBe('reload')
})

test('a clock that is set back changes nothing', () => {
  const clock = createTestClock()
  const crashed = createCrashRecovery(clock)
  crashed(1)
  clock.jump(-3_600_000)
  clock.advance(60_000)
  expect([crashed(1), crashed(1)]).toEqual(['reload', 'reload'])
})

test('each window has its own count', () => {
  const crashed = createCrashRecovery(createTestClock())
  expect([crashed(1), crashed(2), crashed(1), crashed(2), crashed(3)]).toEqual(Array(5).fill('reload'))
})
