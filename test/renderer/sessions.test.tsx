import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EndedSession, LiveSession } from '../../electron/contract/sessions.ts'
import { SessionsScreen } from '../../renderer/features/sessions/SessionsScreen.tsx'
import { fakeBridge } from './fake-bridge.ts'
import { emit, failing } from './render-app.tsx'
import { renderScreen } from './render-screen.tsx'

const liveOf = (historyId: number, more: Partial<LiveSession> = {}): LiveSession => ({
  historyId,
  accountId: historyId,
  username: `user${historyId}`,
  displayName: `Person ${historyId}`,
  computer: `desk-${historyId}`,
  startedAt: '2026-11-20T08:00:00.000Z',
  lastActivityAt: '2026-11-20T09:00:00.000Z',
  endsAt: '2026-11-20T10:00:00.000Z',
  state: 'active',
  isCurrent: false,
  ...more,
})

const endedOf = (id: number, more: Partial<EndedSession> = {}): EndedSession => ({
  id,
  accountId: id,
  username: `user${id}`,
  displayName: `Gone ${id}`,
  computer: 'warehouse',
  startedAt: '2026-11-19T08:00:00.000Z',
  endedAt: '2026-11-19T16:00:00.000Z',
  reason: 'idle',
  reasonText: '60 minutes without activity',
  endedBy: null,
  ...more,
})

const own = liveOf(1, { displayName: 'Ada Admin', username: 'ada', computer: 'front-desk', isCurrent: true })
const bert = { accountId: 2, displayName: 'Bert Baker', username: 'bert' }

/** Answers every call of the screen over sessions that the test may change, as others would. */
function serve(live: LiveSession[], ended: EndedSession[] = []) {
  fakeBridge.answer('sessions', 'list', () => ({ sessions: [...live] }))
  fakeBridge.answer('sessions', 'listEnded', ({ search, offset, limit }) => {
    const rows = ended.filter((row) => `${row.displayName} ${row.reasonText}`.includes(search))
    return { total: rows.length, rows: rows.slice(offset, offset + limit) }
  })
  fakeBridge.answer('sessions', 'today', () => ({
    started: 7,
    peak: 3,
    hours: [
      { hour: 0, open: 0 },
      { hour: 1, open: 3 },
      { hour: 2, open: 2 },
    ],
    cleared: { at: '2026-11-20T02:00:00.000Z', count: 12 },
  }))
  const take = (wanted: (session: LiveSession) => boolean) => {
    const going = live.filter((session) => wanted(session) && !session.isCurrent)
    for (const session of going) live.splice(live.indexOf(session), 1)
    return { ended: going.length }
  }
  fakeBridge.answer('sessions', 'end', ({ historyId }) => take((session) => session.historyId === historyId))
  fakeBridge.answer('sessions', 'endAllOf', ({ accountId }) => take((session) => session.accountId === accountId))
  fakeBridge.answer('sessions', 'endAll', () => take(() => true))
}

const liveTable = async () => within(await screen.findByRole('table', { name: /^Sessions that last/ }))
const liveRow = async (name: RegExp) => within((await liveTable()).getByRole('row', { name }))
const endedTable = async () => within(await screen.findByRole('table', { name: /^Ended sessions/ }))
const dialog = async () => within(await screen.findByRole('dialog'))

describe('the sessions that last', () => {
  it('are listed with whose, where, since when and in what state; the own one cannot be ended', async () => {
    serve([own, liveOf(2, { ...bert, state: 'locked' })])
    await renderScreen(<SessionsScreen />)
    const mine = await liveRow(/Ada Admin/)
    expect(mine.getByText('This session')).toBeDefined()
    expect(mine.getByText('Active')).toBeDefined()
    expect(mine.queryByRole('button')).toBeNull()
    const other = await liveRow(/Bert Baker/)
    expect(other.getByText('Locked')).toBeDefined()
    expect(other.getByText('desk-2')).toBeDefined()
    expect(other.getByRole('button', { name: 'End session', description: /Bert Baker.*desk-2/ })).toBeDefined()
    expect(screen.getByText('2 sessions')).toBeDefined()
  })

  it('are narrowed down by name, username or computer, without case and accents', async () => {
    serve([own, liveOf(2, { displayName: 'José Núñez' })])
    const user = await renderScreen(<SessionsScreen />)
    await liveTable()
    await user.type(screen.getByRole('searchbox', { name: 'Filter sessions' }), 'jose nu')
    expect((await liveTable()).getAllByRole('row')).toHaveLength(2)
    expect(screen.getByText('1 of 2 sessions')).toBeDefined()
    await user.type(screen.getByRole('searchbox', { name: 'Filter sessions' }), 'x')
    expect(screen.getByText(/holds “jose nux”/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Clear filter' }))
    expect((await liveTable()).getAllByRole('row')).toHaveLength(3)
  })

  it('end one by one, once it was said whose and confirmed', async () => {
    serve([own, liveOf(2, bert)])
    const user = await renderScreen(<SessionsScreen />)
    await user.click((await liveRow(/Bert/)).getByRole('button', { name: 'End session' }))
    expect((await dialog()).getByText(/Bert Baker is signed out at once.*kept as a draft/)).toBeDefined()
    await user.click((await dialog()).getByRole('button', { name: 'Cancel' }))
    expect(fakeBridge.inputs('sessions', 'end')).toEqual([])

    await user.click((await liveRow(/Bert/)).getByRole('button', { name: 'End session' }))
    await user.click((await dialog()).getByRole('button', { name: 'End session' }))
    expect(await screen.findByText('1 session ended')).toBeDefined()
    expect(fakeBridge.inputs('sessions', 'end')).toEqual([{ historyId: 2 }])
    await waitFor(() => expect(screen.queryByText('Bert Baker')).toBeNull())
    expect(screen.getByRole('button', { name: 'End all sessions' })).toHaveProperty('disabled', true)
  })

  it('end for one person together where there are several', async () => {
    serve([own, liveOf(2, bert), liveOf(3, bert), liveOf(4)])
    const user = await renderScreen(<SessionsScreen />)
    await liveTable()
    expect(screen.getAllByRole('button', { name: /^End all of/ })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'End all of Bert Baker' }))
    expect((await dialog()).getByText(/in 2 sessions/)).toBeDefined()
    await user.click((await dialog()).getByRole('button', { name: 'End all of Bert Baker' }))
    expect(await screen.findByText('2 sessions ended')).toBeDefined()
    expect(fakeBridge.inputs('sessions', 'endAllOf')).toEqual([{ accountId: 2 }])
  })

  it('end all together, and a refusal is told where it was asked', async () => {
    serve([own, liveOf(2, bert), liveOf(3, bert), liveOf(4)])
    const user = await renderScreen(<SessionsScreen />)
    await liveTable()
    fakeBridge.answer('sessions', 'endAll', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    await user.click(screen.getByRole('button', { name: 'End all sessions' }))
    const asked = await dialog()
    expect(asked.getByText(/Signed out at once: Bert Baker, Person 4\./)).toBeDefined()
    await user.click(asked.getByRole('button', { name: 'End all sessions' }))
    expect(await asked.findByText('Staffdesk is busy.')).toBeDefined()
  })

  it('follow what happens elsewhere', async () => {
    const live = [own]
    serve(live)
    await renderScreen(<SessionsScreen />)
    await liveRow(/Ada Admin/)
    live.push(liveOf(2, bert))
    await emit('sessions.changed', {})
    expect(await liveRow(/Bert Baker/)).toBeDefined()
  })

  it('say why they cannot be shown and are asked for again', async () => {
    serve([own])
    fakeBridge.answer('sessions', 'list', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    const user = await renderScreen(<SessionsScreen />)
    expect(await screen.findByText('Staffdesk is busy.')).toBeDefined()
    serve([own])
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await liveRow(/Ada Admin/)).toBeDefined()
  })
})

describe('the sessions that ended', () => {
  it('tell how and by whom, page by page with the exact number', async () => {
    const ended = Array.from({ length: 120 }, (_, index) => endedOf(index + 1))
    ended[0] = endedOf(1, { reasonText: 'Ended by an administrator', endedBy: 'Ada Admin' })
    serve([own], ended)
    const user = await renderScreen(<SessionsScreen />)
    const first = within((await endedTable()).getByRole('row', { name: /Gone 1 / }))
    expect(first.getByText('Ended by an administrator')).toBeDefined()
    expect(first.getByText('Ada Admin')).toBeDefined()
    expect(screen.getByText('120 ended')).toBeDefined()
    expect(screen.getByText('1–50 of 120')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    await user.click(await screen.findByRole('button', { name: 'Next' }))
    expect(await screen.findByText('101–120 of 120')).toBeDefined()
    expect((await endedTable()).getAllByRole('row')).toHaveLength(21)
    expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true)
  })

  it('are searched from the first page on, and say when nothing matches', async () => {
    serve([own], [...Array.from({ length: 60 }, (_, index) => endedOf(index + 1)), endedOf(99, { displayName: 'Zoe' })])
    const user = await renderScreen(<SessionsScreen />)
    await user.click(await screen.findByRole('button', { name: 'Next' }))
    await screen.findByText('51–61 of 61')
    await user.type(screen.getByRole('searchbox', { name: 'Search ended sessions' }), 'Zoe')
    expect(await screen.findByText('1 found')).toBeDefined()
    expect((await endedTable()).getByRole('row', { name: /Zoe/ })).toBeDefined()
    await user.type(screen.getByRole('searchbox', { name: 'Search ended sessions' }), 'y')
    expect(await screen.findByText(/or reason holds “Zoey”/)).toBeDefined()
  })

  it('say when there is none yet', async () => {
    serve([own])
    await renderScreen(<SessionsScreen />)
    expect(await screen.findByText('No session has ended yet')).toBeDefined()
  })
})

describe('today', () => {
  it('tells the numbers, and the hours as a chart or a table', async () => {
    serve([own])
    const user = await renderScreen(<SessionsScreen />)
    expect(await screen.findByText('Sessions today 7')).toBeDefined()
    expect(screen.getByText('Peak 3')).toBeDefined()
    expect(screen.getByText(/^Expired data cleared .*2026.*: 12$/)).toBeDefined()
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('at most 3, first reached from 01:00')

    await user.click(screen.getByRole('button', { name: 'Show as table' }))
    const rows = within(screen.getByRole('table', { name: /by hour/ })).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual(['HourOpen at once', '00:000', '01:003', '02:002'])
    await user.click(screen.getByRole('button', { name: 'Show as chart' }))
    expect(screen.getByRole('img')).toBeDefined()
  })
})
