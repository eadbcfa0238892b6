import { expect, test } from 'vitest'
import { checkSender } from '../../electron/ipc/sender.ts'

const check = checkSender('app://main')
const windows = (webContentsId: number) => (webContentsId === 7 ? 1 : null)
const from = (senderFrame: { origin: string; parent: object | null } | null, id = 7) =>
  check({ senderFrame, sender: { id } }, windows)

test('hears the main frame of a window of ours', () => {
  expect(from({ origin: 'app://main', parent: null })).toBe(1)
})

test.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { origin: 'app://main', parent: {} }],
  ['another origin', { origin: 'https://main', parent: null }],
  ['an origin that begins like ours', { origin: 'app://main.evil', parent: null }],
  ['an opaque origin', { origin: 'null', parent: null }],
])('is deaf to %s', (_name, frame) => {
  expect(from(frame)).toBeNull()
})

test('is deaf to a window that the factory did not make', () => {
  expect(from({ origin: 'app://main', parent: null }, 8)).toBeNull()
})
