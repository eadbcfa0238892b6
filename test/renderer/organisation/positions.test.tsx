import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { PositionsScreen } from '../../../renderer/features/organisation/PositionsScreen.tsx'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { renderScreen } from '../render-screen.tsx'
import { positionOf, serveOrganisation } from './company.ts'

const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }))
const row = (name: RegExp) => screen.findByRole('row', { name })

async function open() {
  serveOrganisation([], [positionOf(1, { title: 'Buyer', employees: 3 }), positionOf(2, { title: 'Clerk' })])
  const user = await renderScreen(<PositionsScreen />)
  await row(/^Buyer/)
  return user
}

describe('the positions', () => {
  it('stand with their employees', async () => {
    await open()
    const rows = screen.getAllByRole('row').slice(1)
    expect(rows.map(({ textContent }) => textContent)).toEqual(['Buyer3EditRemove', 'Clerk0EditRemove'])
    expect(screen.getByText('2 positions')).toBeDefined()
  })

  it('are added, where there is none yet as well', async () => {
    serveOrganisation([])
    const user = await renderScreen(<PositionsScreen />)
    expect(await screen.findByText('No positions yet')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Add position' }))
    const fields = await dialog('Add position')
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect((await fields.findByRole('alert')).textContent).toContain('Enter the title.')
    await user.type(fields.getByLabelText('Title'), 'Clerk')
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Position added')).toBeDefined()
    expect(fakeBridge.inputs('organisation', 'addPosition')).toEqual([{ position: { title: 'Clerk' } }])
    expect(await row(/^Clerk/)).toBeDefined()
  })

  it('are changed over the version that was read', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Edit', description: 'Clerk' }))
    const fields = await dialog('Edit Clerk')
    await user.type(fields.getByLabelText('Title'), ' II')
    await user.click(fields.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Position saved')).toBeDefined()
    expect(fakeBridge.inputs('organisation', 'changePosition')).toEqual([
      { id: 2, version: 1, position: { title: 'Clerk II' } },
    ])
    expect(await row(/^Clerk II/)).toBeDefined()
  })

  it('are removed once it was asked; a refusal is told where it was asked', async () => {
    const user = await open()
    const message = '3 employees are Buyer. Give them another position first.'
    await user.click(screen.getByRole('button', { name: 'Remove', description: 'Clerk' }))
    await user.click((await dialog('Remove Clerk?')).getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('Position removed')).toBeDefined()
    await waitFor(() => expect(screen.queryByRole('row', { name: /^Clerk/ })).toBeNull())

    fakeBridge.answer('organisation', 'removePosition', () => failing({ code: 'REFUSED', message }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })))
    await user.click(screen.getByRole('button', { name: 'Remove', description: 'Buyer' }))
    const asked = await dialog('Remove Buyer?')
    await user.click(asked.getByRole('button', { name: 'Remove' }))
    expect(await asked.findByText(message)).toBeDefined()
  })
})
