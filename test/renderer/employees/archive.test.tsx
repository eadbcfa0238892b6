import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { employeeOf, layOut, openAt, serveRegistry } from './registry.ts'

async function openRecord(more: Partial<EmployeeRecord> = {}) {
  layOut()
  const ada = employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', notes: 'Likes numbers', ...more })
  serveRegistry([ada, employeeOf(2, { firstName: 'Grace', lastName: 'Hopper' })])
  const user = await openAt('employees')
  if (ada.archivedAt !== null) await user.click(await screen.findByRole('link', { name: 'Archived employees' }))
  await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
  await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
  return { user, press }
}

const archived = { archivedAt: '2026-11-20T09:00:00.000Z' }

describe('the archive', () => {
  it('takes an employee at once, says so on the page, and gives them back by Undo', async () => {
    const { press } = await openRecord()
    await press('Archive employee')
    expect(await screen.findByText('Ada Lovelace archived')).toBeDefined()
    expect(await screen.findByText(/^Archived on Nov 20, 2026/)).toBeDefined()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
    await press('Undo')
    expect(await screen.findByText('Ada Lovelace restored')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'archive')).toEqual([{ id: 1, version: 1 }])
    expect(fakeBridge.inputs('employees', 'restore')).toEqual([{ id: 1, version: 2 }])
    expect(await screen.findByRole('button', { name: 'Archive employee' })).toBeDefined()
  })

  it('says what stands in the way', async () => {
    const { press } = await openRecord()
    const message = 'Ada Lovelace cannot be archived yet: they can still sign in. Offboard them first.'
    fakeBridge.answer('employees', 'archive', () => failing({ code: 'REFUSED', message }))
    await press('Archive employee')
    expect(await screen.findByText(message)).toBeDefined()
  })

  it('tells of an Undo that failed until it is dismissed', async () => {
    const { press } = await openRecord()
    await press('Archive employee')
    await screen.findByText('Ada Lovelace archived')
    fakeBridge.answer('employees', 'restore', () => failing({ code: 'CONFLICT', message: 'Somebody was quicker.' }))
    await press('Undo')
    expect(await screen.findByText('Somebody was quicker.')).toBeDefined()
  })

  it('shows who is in it, to be read but not changed, and restores them', async () => {
    const { press } = await openRecord(archived)
    expect(screen.getByLabelText('First name').closest('fieldset')).toHaveProperty('disabled', true)
    expect(screen.getByDisplayValue('Likes numbers')).toBeDefined()
    await press('Restore')
    expect(await screen.findByText('Ada Lovelace restored')).toBeDefined()
    expect(await screen.findByRole('button', { name: 'Archive employee' })).toBeDefined()
  })

  it('that is empty says so, and leads back', async () => {
    layOut()
    serveRegistry([employeeOf(1)])
    const user = await openAt('employees')
    await user.click(await screen.findByRole('link', { name: 'Archived employees' }))
    expect(await screen.findByText('Nobody is archived')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Back to employees' }))
    expect(await screen.findByRole('link', { name: 'Person 1' })).toBeDefined()
  })
})

describe('a purge', () => {
  it('lists what goes, wants the name, and leads to the archive', async () => {
    const { user, press } = await openRecord(archived)
    await press('Purge employee')
    const dialog = within(await screen.findByRole('dialog'))
    expect(await dialog.findByText('The account user1 with 3 sessions and 1 kept property.')).toBeDefined()
    expect(dialog.getByText(/^The values of 7 entries of their history\./)).toBeDefined()
    expect(dialog.getByText('The number E-1 is never given to somebody else.')).toBeDefined()
    expect(dialog.getByText(/^Backups made before now/)).toBeDefined()
    expect(dialog.queryByText(/They lead/)).toBeNull()

    const name = dialog.getByLabelText('Type “Ada Lovelace” to purge')
    await user.type(name, 'Ada{Enter}')
    expect(await dialog.findByText('Type “Ada Lovelace” exactly as it stands here.')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'purge')).toEqual([])
    await user.type(name, ' Lovelace')
    await user.click(dialog.getByRole('button', { name: 'Purge for good' }))
    expect(await screen.findByText('Employee purged')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'purge')).toEqual([{ id: 1, version: 1, name: 'Ada Lovelace' }])
    expect(await screen.findByRole('heading', { level: 1, name: 'Archived employees' })).toBeDefined()
    await waitFor(() => expect(screen.queryByText('This employee does not exist')).toBeNull())
  })
})
