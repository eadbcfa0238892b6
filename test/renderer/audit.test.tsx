import { notifications } from '@mantine/notifications'
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AuditEntry } from '../../electron/contract/audit.ts'
import { fakeBridge } from './fake-bridge.ts'
import { failing, renderSignedIn } from './render-app.tsx'

const entryOf = (id: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: '2026-11-20T09:00:00.000Z',
  actor: 'ada',
  computer: 'front-desk',
  action: 'employee.updated',
  subjectKind: 'employee',
  subjectId: 1,
  subjectName: 'Grace Hopper',
  outcome: 'success',
  changes: [],
  ...more,
})

let entries: AuditEntry[] = []
const asked = () => fakeBridge.inputs('audit', 'list')

async function open() {
  fakeBridge.answer('audit', 'list', ({ offset, limit, area }) => {
    const found = entries.filter(({ action }) => area !== 'company' || action.startsWith('company'))
    return { total: found.length, entries: found.slice(offset, offset + limit) }
  })
  const user = await renderSignedIn()
  await user.click(screen.getByRole('link', { name: 'Audit log' }))
  await screen.findByRole('heading', { level: 1, name: 'Audit log' })
  return user
}

beforeEach(() => {
  notifications.clean()
  entries = [entryOf(1)]
})

describe('the audit log', () => {
  it('says who did what to what, and what changed from what to what', async () => {
    const change = { field: 'lastName', old: 'Murray', new: 'Hopper', isKept: true }
    const secret = { field: 'password', old: null, new: null, isKept: false }
    entries = [
      entryOf(3, { action: 'sign_in.failed', actor: null, subjectName: null, outcome: 'refused' }),
      entryOf(2, { action: 'password.reset', changes: [secret] }),
      entryOf(11, { changes: [{ ...change, field: 'hireDate', old: '2026-01-31', new: null }] }),
      entryOf(12, { action: 'session.ended', changes: [{ ...change, field: 'reason', old: null, new: 'idle' }] }),
      entryOf(1, { changes: [change, { ...change, field: 'middleName', old: null, new: 'Brewster' }] }),
    ]
    await open()
    const rows = within(await screen.findByRole('table', { name: /^What happened/ })).getAllByRole('row')
    const text = rows.slice(1).map((row) => row.textContent)
    expect(text[0]).toContain('StaffdeskSign-in failedRefused––front-desk')
    expect(text[1]).toContain('adaPassword resetGrace HopperPasswordnot kept')
    expect(text[2]).toContain('Hire dateJan 31, 2026 →  becomes –')
    expect(text[3]).toContain('Session endedGrace HopperReasonNo activity for too long')
    expect(text[4]).toContain('Last nameMurray →  becomes HopperMiddle nameBrewster')
    expect(screen.getByRole('status').textContent).toBe('5 entries')
  })

  it('shows what another version of Staffdesk wrote as it stands', async () => {
    entries = [entryOf(1, { action: 'robot.hired' })]
    await open()
    expect(await screen.findByRole('cell', { name: 'robot.hired' })).toBeDefined()
  })

  it('is narrowed down, asks main for whole days of this computer, and says when nothing matches', async () => {
    const user = await open()
    await user.type(screen.getByLabelText('From'), '2026-11')
    expect(asked().every(({ from }) => from === null)).toBe(true)
    await user.type(screen.getByLabelText('From'), '-20')
    await user.type(screen.getByLabelText('Until'), '2026-11-20')
    await user.selectOptions(screen.getByLabelText('Part'), 'Company')
    expect(await screen.findByText('Nothing matches')).toBeDefined()
    expect(asked().at(-1)).toMatchObject({
      area: 'company',
      from: new Date(2026, 10, 20).toISOString(),
      before: new Date(2026, 10, 21).toISOString(),
    })
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    expect(await screen.findByRole('cell', { name: 'Grace Hopper' })).toBeDefined()
    expect(screen.getByLabelText('From')).toHaveProperty('value', '')
  })

  it('leads from page to page', async () => {
    entries = Array.from({ length: 60 }, (_, index) => entryOf(60 - index, { subjectName: `Nr. ${60 - index}` }))
    const user = await open()
    expect(await screen.findByText('1–50 of 60')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(await screen.findByText('51–60 of 60')).toBeDefined()
    expect(await screen.findByRole('cell', { name: 'Nr. 1' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true)
  })

  it('is written to a file as it is narrowed down', async () => {
    const user = await open()
    await user.type(await screen.findByRole('searchbox', { name: 'Search the audit log' }), 'grace')
    fakeBridge.answer('audit', 'export', () => ({ exported: { fileName: 'Audit log.csv', entries: 1 } }))
    await screen.findByRole('table', { name: /^What happened/ })
    await vi.waitFor(() => expect(asked().at(-1)?.search).toBe('grace'))
    await user.click(await screen.findByRole('button', { name: 'Export as CSV' }))
    expect(await screen.findByText('1 entry exported')).toBeDefined()
    expect(screen.getByText(/^They stand in Audit log\.csv\./)).toBeDefined()
    expect(fakeBridge.inputs('audit', 'export')).toEqual([
      { search: 'grace', area: null, outcome: null, from: null, before: null },
    ])
  })

  it('tells why it was not written, and nothing where no file was chosen', async () => {
    const user = await open()
    fakeBridge.answer('audit', 'export', () => ({ exported: null }))
    await user.click(await screen.findByRole('button', { name: 'Export as CSV' }))
    fakeBridge.answer('audit', 'export', () => failing({ code: 'REFUSED', message: 'The disk is full.' }))
    await user.click(await screen.findByRole('button', { name: 'Export as CSV' }))
    expect(await screen.findByText('The disk is full.')).toBeDefined()
    expect(screen.queryByText(/entr.* exported$/)).toBeNull()
  })

  it('says why it cannot be shown', async () => {
    const user = await renderSignedIn()
    fakeBridge.answer('audit', 'list', () => failing({ code: 'BUSY', message: 'Staffdesk is busy.' }))
    await user.click(screen.getByRole('link', { name: 'Audit log' }))
    expect(await screen.findByText('Staffdesk is busy.')).toBeDefined()
  })
})
