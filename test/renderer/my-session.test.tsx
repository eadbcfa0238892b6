import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Notice } from '../../electron/contract/notice.ts'
import type { SessionHistoryRow, SessionMessage, SessionView } from '../../electron/contract/session-view.ts'
import type { OwnProperty } from '../../electron/contract/sessions.ts'
import { MySessionScreen } from '../../renderer/features/my-session/MySessionScreen.tsx'
import { fakeBridge } from './fake-bridge.ts'
import { failing, told } from './render-app.tsx'
import { ownSession, renderScreen } from './render-screen.tsx'

const propertyOf = (name: string, more: Partial<OwnProperty> = {}): OwnProperty => ({
  name,
  value: '"dark"',
  purpose: `What ${name} is for.`,
  canDelete: true,
  ...more,
})

const history: SessionHistoryRow[] = [
  {
    id: 1,
    computer: 'warehouse',
    startedAt: '2026-11-19T08:00:00.000Z',
    endedAt: '2026-11-19T16:00:00.000Z',
    reason: 'idle',
    reasonText: '60 minutes without activity',
    isCurrent: false,
  },
]

const messages: SessionMessage[] = [
  { id: 2, at: '2026-11-19T16:00:00.000Z', title: 'Session Expired', detail: 'No activity for too long' },
  { id: 1, at: '2026-11-19T08:00:00.000Z', title: 'Session Created', detail: '' },
]

const deleted: Notice = {
  tone: 'status',
  title: 'Session Property Deleted',
  detail: 'The property `theme` was deleted.',
}
const cleared: Notice = { tone: 'status', title: 'Session Cleared', detail: '2 properties were deleted.' }

/** Shows the screen over properties that its calls take away. */
async function open() {
  let properties = [
    propertyOf('user', { value: '1', canDelete: false }),
    propertyOf('draft', { value: JSON.stringify({ firstName: 'A'.repeat(300) }) }),
    propertyOf('theme'),
  ]
  const told: [SessionView, Notice | null][] = []
  const onLogOutEverywhere = vi.fn()
  fakeBridge.answer('sessions', 'readOwn', () => ({ session: ownSession, properties, history, messages }))
  fakeBridge.answer('sessions', 'deleteProperty', ({ name }) => {
    properties = properties.filter((property) => property.name !== name)
    return { session: ownSession, notice: deleted }
  })
  fakeBridge.answer('sessions', 'clear', () => {
    properties = properties.filter(({ canDelete }) => !canDelete)
    return { session: ownSession, notice: cleared }
  })
  const user = await renderScreen(
    <MySessionScreen onSession={(...news) => told.push(news)} onLogOutEverywhere={onLogOutEverywhere} />,
  )
  return { user, told, onLogOutEverywhere }
}

const table = async () => within(await screen.findByRole('table', { name: /^Properties/ }))
const dialog = async () => within(await screen.findByRole('dialog'))

describe('my session', () => {
  it('tells what it is, what it keeps and what for, and how the ones before ended', async () => {
    await open()
    const particulars = within(await screen.findByRole('region', { name: 'Your session' }))
    expect(particulars.getByText('This computer').nextElementSibling?.textContent).toBe('front-desk')
    const rows = await table()
    expect(rows.getByText('What theme is for.')).toBeDefined()
    expect(within(rows.getByRole('row', { name: /^user/ })).queryByRole('button')).toBeNull()
    expect(rows.getByRole('button', { name: 'Delete', description: 'theme' })).toBeDefined()
    expect(screen.getByText('60 minutes without activity')).toBeDefined()
  })

  it('keeps what was told, with its moments', async () => {
    await open()
    const told = within(await screen.findByRole('table', { name: /^What you were told/ }))
    const rows = told.getAllByRole('row').map((row) => within(row).queryAllByRole('cell'))
    expect(rows.slice(1).map((cells) => cells.slice(1).map(({ textContent }) => textContent))).toEqual([
      ['Session Expired', 'No activity for too long'],
      ['Session Created', ''],
    ])
    expect(rows[1]?.[0]?.textContent).toMatch(/2026/)
  })

  it('deletes a property and hands on what to tell', async () => {
    const { user, told } = await open()
    await user.click((await table()).getByRole('button', { name: 'Delete', description: 'theme' }))
    expect(fakeBridge.inputs('sessions', 'deleteProperty')).toEqual([{ name: 'theme' }])
    await waitFor(() => expect(screen.queryByText('What theme is for.')).toBeNull())
    expect(told).toEqual([[ownSession, deleted]])
  })

  it('says why a property was not deleted', async () => {
    const { user } = await open()
    fakeBridge.answer('sessions', 'deleteProperty', () =>
      failing({ code: 'NOT_FOUND', message: 'This property is not in your session any more.' }),
    )
    await user.click((await table()).getByRole('button', { name: 'Delete', description: 'draft' }))
    expect(await screen.findByText('This property is not in your session any more.')).toBeDefined()
  })

  it('clears everything that is the person’s, once confirmed', async () => {
    const { user, told } = await open()
    await table()
    await user.click(screen.getByRole('button', { name: 'Clear session' }))
    expect(fakeBridge.inputs('sessions', 'clear')).toEqual([])
    await user.click((await dialog()).getByRole('button', { name: 'Clear session' }))
    await waitFor(async () => expect((await table()).getAllByRole('row')).toHaveLength(2))
    expect(told).toEqual([[ownSession, cleared]])
  })

  it('logs out everywhere, once confirmed', async () => {
    const { user, onLogOutEverywhere } = await open()
    await table()
    await user.click(screen.getByRole('button', { name: 'Log out everywhere' }))
    expect((await dialog()).getByText(/on every computer/)).toBeDefined()
    expect(onLogOutEverywhere).not.toHaveBeenCalled()
    await user.click((await dialog()).getByRole('button', { name: 'Log out everywhere' }))
    await waitFor(() => expect(onLogOutEverywhere).toHaveBeenCalledOnce())
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says why it cannot be shown and is asked for again', async () => {
    fakeBridge.answer('sessions', 'readOwn', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    const user = await renderScreen(<MySessionScreen onSession={() => {}} onLogOutEverywhere={() => {}} />)
    expect(await told('alert')).toBe('Your session could not be loadedStaffdesk is busy.')
    fakeBridge.answer('sessions', 'readOwn', () => ({ session: ownSession, properties: [], history: [], messages: [] }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('No properties')).toBeDefined()
    expect(screen.getByText('No messages')).toBeDefined()
  })
})
