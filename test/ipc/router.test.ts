import { beforeEach, expect, test, vi } from 'vitest'
import { contract } from '../../electron/contract/index.ts'
import { openChannels } from '../../electron/ipc/router.ts'

type Handler = (event: object, ...given: unknown[]) => unknown
const channels = vi.hoisted(() => ({ open: new Map<string, Handler>(), closed: [] as string[] }))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: Handler) => channels.open.set(channel, handler),
    removeAllListeners: (channel: string) => channels.closed.push(channel),
  },
}))

beforeEach(() => channels.open.clear())

test('there is one channel for each call of the contract, and no other', () => {
  openChannels(vi.fn())
  const calls = Object.entries(contract).flatMap(([feature, named]) =>
    Object.keys(named).map((name) => `${feature}.${name}`),
  )
  expect([...channels.open.keys()].sort()).toEqual(calls.sort())
})

test('a channel hands on its own name, who asks, and the first thing that was sent', () => {
  const answer = vi.fn()
  openChannels(answer)
  const event = { sender: { id: 7 } }
  channels.open.get('employees.read')?.(event, { id: 1 }, 'more')
  expect(answer.mock.calls).toEqual([['employees', 'read', event, { id: 1 }]])
})

test('the channel that the settings open by themselves is closed', () => {
  openChannels(vi.fn())
  expect(channels.closed).toContain('electron-store-get-data')
})
