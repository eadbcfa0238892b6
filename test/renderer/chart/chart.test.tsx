import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { adminSession, emit, renderApp, startState, told } from '../render-app.tsx'
import { type Member, serveChart } from './company.ts'

const employeeSession: SessionView = { ...adminSession, role: 'employee' }

const members: Member[] = [
  { id: 1, name: 'Grace Hopper', managerId: null, position: 'Director' },
  { id: 2, name: 'Ada Lovelace', managerId: 1, position: 'Analyst' },
  { id: 3, name: 'Alan Turing', managerId: 1 },
  { id: 4, name: 'Zoë Müller', managerId: 1 },
  { id: 5, name: 'Noor Özdemir', managerId: 2 },
  { id: 6, name: 'Ben Bell', managerId: 3 },
]

async function open(session = employeeSession, selfId: number | null = 2, people: readonly Member[] = members) {
  serveChart(people, selfId)
  const user = await renderApp(
    startState({ show: { screen: 'signed-in', session, notice: null, destination: 'organisation-chart' } }),
  )
  await screen.findByRole('tree', { name: 'Who reports to whom' })
  return user
}

const items = () => screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label'))
const item = (name: RegExp | string) => screen.findByRole('treeitem', { name })
const focused = () => document.activeElement?.getAttribute('aria-label')

describe('the organisation chart', () => {
  it('opens on oneself within the own chain, siblings but counted, own reports shown', async () => {
    await open()
    await item('Noor Özdemir')
    await waitFor(() =>
      expect(items()).toEqual([
        'Acme Office',
        'Grace Hopper, Director, 3 reports',
        'Ada Lovelace, Analyst, 1 report',
        'Noor Özdemir',
        '2 others',
      ]),
    )
    expect(fakeBridge.inputs('chart', 'below').map(({ id }) => id)).not.toContain(3)
    expect((await item(/^Ada/)).tabIndex).toBe(0)
  })

  it('says of each item where it stands', async () => {
    await open()
    const ada = await item(/^Ada/)
    await waitFor(() => expect(ada.getAttribute('aria-setsize')).toBe('3'))
    expect(ada.getAttribute('aria-level')).toBe('3')
    expect(ada.getAttribute('aria-posinset')).toBe('1')
    expect(ada.getAttribute('aria-expanded')).toBe('true')
    expect((await item('Noor Özdemir')).hasAttribute('aria-expanded')).toBe(false)
    expect((await item(/^Grace/)).getAttribute('aria-level')).toBe('2')
  })

  it('opens at the top for whoever has no employee record: on who leads the company, with their reports', async () => {
    await open(adminSession, null)
    await item(/^Zoë/)
    expect(items()).toEqual([
      'Acme Office',
      'Grace Hopper, Director, 3 reports',
      'Ada Lovelace, Analyst, 1 report',
      'Alan Turing, 1 report',
      'Zoë Müller',
    ])
    expect(screen.queryByRole('button', { name: 'Show me' })).toBeNull()
  })

  it('shows but those at the top where several report to nobody', async () => {
    await open(adminSession, null, [...members, { id: 7, name: 'Joan Clarke', managerId: null }])
    await item(/^Joan/)
    expect(items()).toEqual(['Acme Office', 'Grace Hopper, Director, 3 reports', 'Joan Clarke'])
  })

  it('is walked through by the arrow keys; one item is reached by Tab', async () => {
    const user = await open(adminSession, null)
    const grace = await item(/^Grace/)
    await user.click(screen.getByRole('button', { name: 'Fit' }))
    await user.tab()
    expect(focused()).toBe('Acme Office')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(grace)
    await user.keyboard('{ArrowLeft}')
    expect(grace.getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{ArrowRight}')
    await item(/^Alan/)
    expect(grace.getAttribute('aria-expanded')).toBe('true')
    await user.keyboard('{ArrowRight}')
    expect(focused()).toBe('Ada Lovelace, Analyst, 1 report')
    await user.keyboard('{ArrowUp}{End}')
    expect(focused()).toBe('Zoë Müller')
    await user.keyboard('a')
    expect(focused()).toBe('Acme Office')
    await user.keyboard('{ArrowDown}{ArrowLeft}')
    expect(screen.queryByRole('treeitem', { name: /^Alan/ })).toBeNull()
    await user.keyboard('{ArrowLeft}')
    expect(focused()).toBe('Acme Office')
    expect(screen.getAllByRole('treeitem').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
  })

  it('shows all of a branch of which only one was shown', async () => {
    const user = await open()
    const others = await item('2 others')
    others.focus()
    await user.keyboard('{Enter}')
    await item(/^Alan/)
    expect(screen.queryByRole('treeitem', { name: '2 others' })).toBeNull()
    await waitFor(() => expect(focused()).toBe('Ada Lovelace, Analyst, 1 report'))
  })

  it('asks for a branch when it opens, fifty at a time', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ id: 10 + index, name: `Person ${index}`, managerId: 1 }))
    const user = await open(adminSession, null, [{ id: 1, name: 'Grace Hopper', managerId: null }, ...many])
    const grace = await item(/^Grace/)
    await item('Show 50 more')
    await user.click(screen.getByRole('button', { name: 'Hide the reports of Grace Hopper' }))
    await waitFor(() => expect(grace.getAttribute('aria-expanded')).toBe('false'))
    await user.click(screen.getByRole('button', { name: 'Show the reports of Grace Hopper' }))
    expect(fakeBridge.inputs('chart', 'below')).toEqual([
      { id: null, offset: 0, limit: 50 },
      { id: 1, offset: 0, limit: 50 },
    ])
    const more = await item('Show 50 more')
    expect(screen.getAllByRole('treeitem', { name: /^Person/ })).toHaveLength(50)
    more.focus()
    await user.keyboard('{Enter}')
    await item('Show 20 more')
    await waitFor(() => expect(focused()).toBe('Person 50'))
    expect(screen.getAllByRole('treeitem', { name: /^Person/ })).toHaveLength(100)
    expect(fakeBridge.inputs('chart', 'below').at(-1)).toEqual({ id: 1, offset: 50, limit: 50 })
  })

  it('jumps to somebody who is looked for, and opens their chain', async () => {
    const user = await open()
    await item('2 others')
    await user.type(screen.getByRole('combobox', { name: 'Find in chart' }), 'bell')
    await user.click(await screen.findByRole('option', { name: /Ben Bell/ }))
    const ben = await item('Ben Bell')
    await waitFor(() => expect(document.activeElement).toBe(ben))
    expect(items()).toContain('Alan Turing, 1 report')
    expect(items()).not.toContain('Noor Özdemir')
  })

  it("opens a person's page for administrators, a card for others", async () => {
    const user = await open()
    ;(await item('Noor Özdemir')).focus()
    await user.keyboard('{Enter}')
    const card = within(await screen.findByRole('dialog', { name: 'Noor Özdemir' }))
    expect(await card.findByText('Ada Lovelace')).toBeDefined()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(focused()).toBe('Noor Özdemir'))
  })

  it('follows what others change', async () => {
    const people = [...members]
    await open(employeeSession, 2, people)
    await item('2 others')
    people.push({ id: 7, name: 'New Person', managerId: 2 })
    await emit('employees.changed', {})
    expect(await item('New Person')).toBeDefined()
    // The one who was shown alone reports to somebody else now: the branch shows everybody rather than nobody.
    people.splice(1, 1, { id: 2, name: 'Ada Lovelace', managerId: 3 })
    await emit('employees.changed', {})
    expect(await item('Zoë Müller')).toBeDefined()
  })

  it('zooms by its buttons and by + and − in the chart', async () => {
    const user = await open()
    const grace = await item(/^Grace/)
    expect(screen.getByText('100 %')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Zoom in' }))
    expect(screen.getByText('110 %')).toBeDefined()
    grace.focus()
    await user.keyboard('--')
    expect(screen.getByText('90 %')).toBeDefined()
    await user.keyboard('+')
    expect(screen.getByText('100 %')).toBeDefined()
  })

  it('is printed, and says so where it was not', async () => {
    const user = await open()
    await item(/^Grace/)
    const print = vi.fn(() => ({ printed: true }))
    fakeBridge.answer('application', 'print', print)
    await user.click(screen.getByRole('button', { name: 'Print' }))
    expect(print).toHaveBeenCalledOnce()
    expect(screen.queryByRole('alert')).toBeNull()
    fakeBridge.answer('application', 'print', () => ({ printed: false }))
    await user.click(screen.getByRole('button', { name: 'Print' }))
    expect(await told('alert')).toContain('The chart was not printed')
  })

  it('says that nobody is there yet', async () => {
    serveChart([], null)
    await renderApp(
      startState({
        show: { screen: 'signed-in', session: adminSession, notice: null, destination: 'organisation-chart' },
      }),
    )
    expect(await screen.findByText('Nobody is in the chart yet')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Print' })).toBeNull()
  })
})
