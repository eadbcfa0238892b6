import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { employeeOf, layOut, openAt } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { serveList, three } from './company.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => employeeOf(index + 1))
const tick = (name: string) => screen.getByRole('checkbox', { name: `Select ${name}` })
const tickAll = (count: number) => screen.getByRole('checkbox', { name: `Select all ${count} that match` })
const bar = () => within(screen.getByRole('region', { name: 'Selection' }))
const told = () => bar().getByRole('status').textContent
const isOn = (name: string) => (tick(name) as HTMLInputElement).checked

async function open(employees = people(5)) {
  serveList(employees)
  const user = await openAt('employees')
  await screen.findByRole('link', { name: `${employees[0]?.firstName} ${employees[0]?.lastName}`.trim() })
  return user
}

type User = Awaited<ReturnType<typeof open>>

async function openAndReturn(user: User, name: string) {
  await user.click(screen.getByRole('link', { name }))
  await screen.findByRole('heading', { level: 1, name })
  await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
  await screen.findByRole('link', { name })
}

beforeAll(layOut)

describe('the selection', () => {
  it('is not there until somebody is chosen', async () => {
    const user = await open()
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull()
    await user.click(tick('Person 2'))
    expect(told()).toBe('1 employee selected')
    // A checkbox is no way into the record.
    expect(screen.getByRole('heading', { level: 1, name: 'Employees' })).toBeDefined()
    await user.click(tick('Person 4'))
    expect(told()).toBe('2 employees selected')
    await user.click(tick('Person 2'))
    expect(told()).toBe('1 employee selected')
    await user.click(bar().getByRole('button', { name: 'Clear selection' }))
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull()
    expect(isOn('Person 4')).toBe(false)
  })

  it('takes a stretch of rows with Shift', async () => {
    const user = await open()
    await user.click(tick('Person 2'))
    await user.keyboard('{Shift>}')
    await user.click(tick('Person 4'))
    await user.keyboard('{/Shift}')
    await waitFor(() => expect(told()).toBe('3 employees selected'))
    expect(isOn('Person 3')).toBe(true)
    expect(isOn('Person 5')).toBe(false)
  })

  it('takes a stretch by keyboard that reaches over pages which were never in sight', async () => {
    const user = await open(people(450))
    screen.getByRole('link', { name: 'Person 1' }).focus()
    await user.keyboard('{ArrowDown} {End}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 450'))
    await user.keyboard('{Shift>} {/Shift}')
    await waitFor(() => expect(told()).toBe('449 employees selected'))
    await user.keyboard('{Home}')
    await waitFor(() => expect(isOn('Person 1')).toBe(false))
    expect(isOn('Person 2')).toBe(true)
  })

  it('takes the row that has the focus, wherever the keys were last', async () => {
    const user = await open()
    await user.click(tick('Person 1'))
    screen.getByRole('link', { name: 'Person 4' }).focus()
    await user.keyboard(' ')
    expect(isOn('Person 4')).toBe(true)
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.textContent).toBe('Person 5')
  })

  it('is cleared by Esc', async () => {
    const user = await open()
    screen.getByRole('link', { name: 'Person 1' }).focus()
    await user.keyboard(' ')
    expect(told()).toBe('1 employee selected')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull()
  })

  it('is all that match, from the heading, of whom single ones can be left out', async () => {
    const user = await open(people(450))
    await user.click(tickAll(450))
    expect(told()).toBe('450 employees selected')
    expect(bar().queryByRole('button', { name: /^Select all/ })).toBeNull()
    await user.click(tick('Person 3'))
    expect(told()).toBe('449 employees selected')
    expect((tickAll(450) as HTMLInputElement).indeterminate).toBe(true)
    await user.click(bar().getByRole('button', { name: 'Select all 450 that match' }))
    expect(isOn('Person 3')).toBe(true)
    await user.click(tickAll(450))
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull()
    // However many they are: none of them was asked for.
    expect(fakeBridge.inputs('employees', 'list')).toHaveLength(1)
  })

  it('is still there after a record was opened', async () => {
    const user = await open()
    await user.click(tick('Person 2'))
    await openAndReturn(user, 'Person 3')
    expect(told()).toBe('1 employee selected')
    expect(isOn('Person 2')).toBe(true)
  })

  it('keeps those chosen one by one while others are looked for, and drops all that matched', async () => {
    const user = await open(three())
    await user.click(tick('Ada'))
    await user.type(screen.getByLabelText('Search employees'), 'Ben')
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Ada' })).toBeNull())
    await user.click(tick('Ben'))
    expect(told()).toBe('2 employees selected')
    await user.click(tickAll(1))
    expect(told()).toBe('1 employee selected')
    await user.clear(screen.getByLabelText('Search employees'))
    await waitFor(() => expect(isOn('Ada')).toBe(false))
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull()
  })

  it('takes at most ten thousand one by one, and says what to do instead', async () => {
    const user = await open(people(10_050))
    screen.getByRole('link', { name: 'Person 1' }).focus()
    await user.keyboard(' {End}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Person 10050'))
    await user.keyboard('{Shift>} {/Shift}')
    expect((await screen.findByRole('alert')).textContent).toContain('At most 10,000')
    // Nor are they all asked for in vain.
    expect(fakeBridge.inputs('employees', 'list').length).toBeLessThan(10)
    expect(told()).toBe('1 employee selected')
  })
})
