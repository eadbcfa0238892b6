import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Celebration } from '../../../electron/contract/directory.ts'
import { layOut } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit } from '../render-app.tsx'
import { openAs, personOf, serveDirectory } from './people.ts'

beforeAll(layOut)

const status = () => screen.getAllByRole('status').map((told) => told.textContent)
const people = (count: number) => Array.from({ length: count }, (_, index) => personOf(index + 1))

describe('the directory', () => {
  it('is there for every employee, from the rail, with what everybody may know', async () => {
    serveDirectory({
      people: [
        personOf(1, {
          firstName: 'Augusta',
          lastName: 'Lovelace',
          preferredName: 'Ada',
          position: { id: 1, name: 'Engineer' },
          department: { id: 2, name: 'Field' },
          workEmail: 'ada@acme.example',
          workPhone: '+46 8 1',
        }),
      ],
    })
    const user = await openAs('employee', 'dashboard')
    await user.click(screen.getByRole('link', { name: 'Directory' }))
    const row = (await screen.findByRole('link', { name: /^Augusta Lovelace/ })).closest('tr')
    expect(row?.textContent).toBe('Augusta Lovelacecalled AdaEngineerFieldada@acme.example+46 8 1')
    expect(status()).toContain('1 person')
    expect(screen.queryByRole('link', { name: 'My team' })).toBeNull()
  })

  it('shows only the rows in sight and asks for the page that is scrolled to', async () => {
    serveDirectory({ people: people(5000) })
    await openAs('employee', 'directory')
    await screen.findByRole('link', { name: 'Person 1' })
    const table = screen.getByRole('table')
    expect(table.getAttribute('aria-rowcount')).toBe('5001')
    const frame = table.parentElement as HTMLElement
    frame.scrollTop = 44 * 4050
    frame.dispatchEvent(new Event('scroll'))
    const link = await screen.findByRole('link', { name: 'Person 4055' })
    expect(link.closest('tr')?.getAttribute('aria-rowindex')).toBe('4056')
    expect(screen.getAllByRole('row').length).toBeLessThan(40)
    expect(fakeBridge.inputs('directory', 'list').map(({ offset }) => offset)).toEqual([0, 4000])
  })

  it('is searched as one types, narrowed to a department, and cleared', async () => {
    serveDirectory({
      people: [...people(11), personOf(12, { firstName: 'Zoe', department: { id: 2, name: 'Field' } })],
    })
    const user = await openAs('employee', 'directory')
    await user.type(await screen.findByLabelText('Search the directory'), 'Person 1')
    await waitFor(() => expect(status()).toContain('3 of 12 people'))
    await user.clear(screen.getByLabelText('Search the directory'))
    await user.selectOptions(screen.getByLabelText('Department'), 'Sales › Field')
    await waitFor(() => expect(status()).toContain('1 of 12 people'))
    await user.type(screen.getByLabelText('Search the directory'), 'nobody')
    await screen.findByText('Nothing matches')
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    await waitFor(() => expect(status()).toContain('12 people'))
  })

  it('is walked by keyboard and comes back as it was left', async () => {
    serveDirectory({ people: people(400) })
    const user = await openAs('employee', 'directory')
    await screen.findByRole('link', { name: 'Person 1' })
    await user.keyboard('{Control>}f{/Control}Person{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 1'))
    await user.keyboard('{End}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 400'))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { level: 1, name: 'Person 400' })
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    const link = await screen.findByRole('link', { name: 'Person 400' })
    expect(document.activeElement).toBe(link)
    expect(screen.getByLabelText('Search the directory')).toHaveProperty('value', 'Person')
  })

  it('takes the focus to the heading when one comes from elsewhere', async () => {
    serveDirectory({ people: people(3) })
    const user = await openAs('employee', 'directory')
    await user.click(await screen.findByRole('link', { name: 'Person 2' }))
    await screen.findByRole('heading', { level: 1, name: 'Person 2' })
    for (const name of ['Directory', 'Dashboard', 'Directory']) await user.click(screen.getByRole('link', { name }))
    await screen.findByRole('link', { name: 'Person 2' })
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Directory' }))
  })

  it('says that nobody is there yet', async () => {
    serveDirectory({})
    await openAs('employee', 'directory')
    expect(await screen.findByText('Nobody is in the directory yet')).toBeDefined()
  })
})

describe('a person of the directory', () => {
  it('has a card: who they report to, who reports to them, and their work contact to copy', async () => {
    const grace = personOf(1, { firstName: 'Grace', lastName: 'Hopper', reports: 1 })
    const ada = personOf(2, {
      firstName: 'Ada',
      lastName: 'Lovelace',
      manager: { id: 1, name: 'Grace Hopper' },
      workEmail: 'ada@acme.example',
      position: { id: 1, name: 'Engineer' },
    })
    serveDirectory({ people: [grace, ada] })
    const user = await openAs('employee', 'directory')
    await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
    await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })
    await user.click(screen.getByRole('button', { name: 'Copy work email' }))
    expect(fakeBridge.inputs('application', 'copy')).toEqual([{ text: 'ada@acme.example', secret: false }])
    expect(await screen.findByText('Copied')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Copy work phone' })).toBeNull()
    expect(screen.getByText('Nobody reports to them.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Open employee' })).toBeNull()

    await user.click(screen.getByRole('link', { name: 'Grace Hopper' }))
    await screen.findByRole('heading', { level: 1, name: 'Grace Hopper' })
    const reports = within(await screen.findByRole('list', { name: 'Direct reports' }))
    expect((await reports.findByRole('link', { name: 'Ada Lovelace' })).closest('li')?.textContent).toContain(
      'Engineer',
    )
  })

  it('leads administrators on to the record', async () => {
    serveDirectory({ people: [personOf(1)] })
    const user = await openAs('admin', 'directory')
    await user.click(await screen.findByRole('link', { name: 'Person 1' }))
    expect(await screen.findByRole('button', { name: 'Open employee' })).toBeDefined()
  })

  it('who is not there any more is told so', async () => {
    const known = [personOf(1)]
    serveDirectory({ people: known })
    const user = await openAs('employee', 'directory')
    await user.click(await screen.findByRole('link', { name: 'Person 1' }))
    await screen.findByRole('heading', { level: 1, name: 'Person 1' })
    known.pop()
    await emit('employees.changed', {})
    expect(await screen.findByText('Nobody is here')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Back to the directory' }))
    expect(await screen.findByText('Nobody is in the directory yet')).toBeDefined()
  })
})

describe('celebrations', () => {
  const celebration = (id: number, more: Partial<Celebration> = {}): Celebration => ({
    person: { id, firstName: 'Person', lastName: String(id), preferredName: '' },
    kind: 'birthday',
    month: 2,
    day: 29,
    inDays: id,
    ...more,
  })
  const told = () =>
    within(screen.getByRole('list', { name: 'Celebrations in the next 14 days' })).getAllByRole('listitem')

  it('stand above the list with day and month, the nearest first, the others behind a button', async () => {
    const celebrations = [
      celebration(0),
      celebration(1, { kind: 'anniversary', month: 3, day: 1 }),
      celebration(2),
      celebration(3),
    ]
    serveDirectory({ people: people(4), celebrations })
    const user = await openAs('employee', 'directory')
    await screen.findByRole('list', { name: 'Celebrations in the next 14 days' })
    expect(told().map((item) => item.textContent)).toEqual([
      expect.stringMatching(/^Person 0Birthday, .*29.* · today$/),
      expect.stringMatching(/^Person 1Work anniversary, .*1.* · tomorrow$/),
      expect.stringMatching(/^Person 2Birthday/),
    ])
    await user.click(screen.getByRole('button', { name: 'Show all 4' }))
    expect(told()).toHaveLength(4)
  })

  it('are gone at once when they are hidden', async () => {
    const celebrations = [celebration(1)]
    serveDirectory({ people: people(1), celebrations })
    await openAs('employee', 'directory')
    await screen.findByRole('list', { name: 'Celebrations in the next 14 days' })
    celebrations.pop()
    await emit('employees.changed', {})
    await waitFor(() => expect(screen.queryByText('Celebrations in the next 14 days')).toBeNull())
  })
})
