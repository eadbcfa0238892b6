import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { createEvents } from '../../electron/ipc/events.ts'

function arrange() {
  const sent: unknown[] = []
  const page = (windowId: number, isDestroyed = false) =>
    ({
      isDestroyed: () => isDestroyed,
      send: (...given: unknown[]) => {
        if (isDestroyed) throw new TypeError('Object has been destroyed')
        sent.push([windowId, ...given])
      },
    }) as unknown as WebContents
  const pages = new Map([
    [1, page(1)],
    [2, page(2, true)],
    [3, page(3)],
  ])
  return { sent, events: createEvents(() => pages) }
}

test('an event goes to the window it is meant for', () => {
  const { sent, events } = arrange()
  events.push(3, 'application.command', { command: 'find' })
  expect(sent).toEqual([[3, 'application.command', { command: 'find' }]])
})

test('an event for all goes to all whose page is alive', () => {
  const { sent, events } = arrange()
  events.pushToAll('sessions.changed', {})
  expect(sent).toEqual([
    [1, 'sessions.changed', {}],
    [3, 'sessions.changed', {}],
  ])
})

test('an event for a window whose page is gone, or that is gone itself, is dropped', () => {
  const { sent, events } = arrange()
  events.push(2, 'sessions.changed', {})
  events.push(9, 'sessions.changed', {})
  expect(sent).toEqual([])
})
