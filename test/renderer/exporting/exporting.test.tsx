import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import { type ExportProgress, exportColumns } from '../../../electron/contract/exports.ts'
import { ExportButton } from '../../../renderer/features/exporting/ExportButton.tsx'
import { fakeBridge } from '../fake-bridge.ts'
import { renderScreen } from '../render-screen.tsx'

const selection = { kind: 'matching' as const, filter: everybody, exceptIds: [] }
const sort = [{ column: 'hireDate' as const, descending: true }]

let progress: ExportProgress

beforeEach(() => {
  progress = { id: 5, state: 'working', fileName: 'Employees.csv', written: 300, total: 1200, problem: null }
  fakeBridge.answer('exports', 'start', () => ({ export: progress }))
  fakeBridge.answer('exports', 'read', () => ({ export: progress }))
  fakeBridge.answer('exports', 'cancel', () => {
    progress = { ...progress, state: 'cancelled' }
    return {}
  })
})

async function open() {
  const user = await renderScreen(
    <ExportButton selection={selection} count={1200} sort={sort} shown={['name', 'manager', 'custom.7']} />,
  )
  await user.click(screen.getByRole('button', { name: 'Export…' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Export employees' }))
  return { user, dialog, press: (name: string) => user.click(dialog.getByRole('button', { name })) }
}

describe('an export', () => {
  it('writes what the list shows, with commas, unless something else is chosen', async () => {
    const { user, dialog, press } = await open()
    expect(dialog.getByText(/1,200 employees/)).toBeTruthy()
    await press('Export')
    expect(fakeBridge.inputs('exports', 'start')).toEqual([
      {
        selection,
        sort,
        columns: ['firstName', 'lastName', 'managerId', 'managerName'],
        custom: ['custom.7'],
        separator: 'comma',
      },
    ])
    expect(await dialog.findByRole('progressbar', { name: 'Exporting' })).toBeTruthy()
    progress = { ...progress, state: 'finished', written: 1200 }
    expect(await dialog.findByText('1,200 employees exported')).toBeTruthy()
    expect(dialog.getByText(/Employees\.csv/)).toBeTruthy()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('writes all fields, with semicolons', async () => {
    const { user, dialog, press } = await open()
    await user.click(dialog.getByLabelText('All fields'))
    await user.click(dialog.getByLabelText('Semicolon'))
    await press('Export')
    expect(fakeBridge.inputs('exports', 'start')).toEqual([
      { selection, sort, columns: [...exportColumns], custom: 'all', separator: 'semicolon' },
    ])
  })

  it('stays as it is where no file was chosen', async () => {
    fakeBridge.answer('exports', 'start', () => ({ export: null }))
    const { dialog, press } = await open()
    await press('Export')
    expect(dialog.getByLabelText('Shown in the list')).toHaveProperty('checked', true)
  })

  it('is cancelled', async () => {
    const { dialog, press } = await open()
    await press('Export')
    await dialog.findByRole('progressbar')
    await press('Cancel export')
    expect(await dialog.findByText('Export cancelled')).toBeTruthy()
    expect(dialog.getByText('No file was written.')).toBeTruthy()
  })

  it('says why it failed', async () => {
    progress = { ...progress, state: 'failed', problem: 'The disk is full.' }
    const { dialog, press } = await open()
    await press('Export')
    expect((await dialog.findByRole('alert')).textContent).toContain('The disk is full.')
  })
})
