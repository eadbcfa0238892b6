import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ImportCounts, ImportState } from '../../../electron/contract/imports.ts'
import { ImportScreen } from '../../../renderer/features/imports/ImportScreen.tsx'
import { fieldOf } from '../custom-fields/field-of.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, failing } from '../render-app.tsx'
import { renderScreen } from '../render-screen.tsx'

type Ready = Extract<ImportState, { kind: 'ready' }>

const last = {
  id: 4,
  fileName: 'people.csv',
  at: '2026-11-20T09:00:00.000Z',
  by: 'maria',
  created: 2,
  changed: 1,
}

const none: ImportState = { kind: 'none', last: null, problem: null }

const readyState: Ready = {
  kind: 'ready',
  file: { name: 'people.csv', rows: 3, encoding: 'windows-1252', delimiter: ';' },
  headings: ['Number', 'Name', 'Started'],
  sample: [['E1', 'Ada', '2026-01-31']],
  mapping: ['employeeNumber', 'firstName', null],
  options: { updateByNumber: false, createMissing: false },
  checked: null,
  problem: null,
}

const counts: ImportCounts = {
  new: 2,
  changed: 0,
  unchanged: 0,
  bad: 0,
  problems: 0,
  newDepartments: ['Sales / North'],
  newPositions: [],
}

const working = (act: Extract<ImportState, { kind: 'working' }>['act']): ImportState => ({
  kind: 'working',
  act,
  fileName: 'people.csv',
  done: 1200,
  total: 3000,
})

const shirtSize = fieldOf(7, 'Shirt size')

let state: ImportState
const answers = () => ({ state })

/** What main tells once an act of the import has come to this. */
async function comesTo(next: ImportState) {
  state = next
  await emit('imports.changed', {})
}

async function open(first: ImportState) {
  state = first
  const user = await renderScreen(<ImportScreen />)
  await screen.findByRole('heading', { name: 'Import employees' })
  return user
}

const button = (name: string) => screen.findByRole('button', { name })

beforeEach(() => {
  fakeBridge.reset()
  for (const name of ['read', 'choose', 'check', 'run', 'cancel', 'undo'] as const) {
    fakeBridge.answer('imports', name, answers)
  }
  fakeBridge.answer('customFields', 'list', () => ({ fields: [shirtSize] }))
})

describe('the import of employees', () => {
  it('begins with a file, and shows how far its reading is', async () => {
    const user = await open(none)
    const choose = await button('Choose a file')
    state = working('reading')
    await user.click(choose)
    expect(await screen.findByText('Reading the file')).toBeDefined()
    expect(screen.getByText('1,200 of 3,000 rows')).toBeDefined()
    await comesTo(readyState)
    expect(await screen.findByText('people.csv · 3 rows · Windows-1252 · parted by semicolons')).toBeDefined()
  })

  it('says why a file cannot be read', async () => {
    await open({ ...none, problem: 'This file is empty. Choose another one.' })
    expect(await screen.findByText('This file is empty. Choose another one.')).toBeDefined()
    expect(await button('Choose a file')).toBeDefined()
  })

  it('offers the custom fields as well', async () => {
    const user = await open(readyState)
    await user.click(await screen.findByRole('combobox', { name: 'Import Started as' }))
    await user.click(await screen.findByRole('option', { name: 'Shirt size' }))
    await user.click(await button('Check the file'))
    expect(fakeBridge.inputs('imports', 'check')).toMatchObject([
      { mapping: ['employeeNumber', 'firstName', 'custom.7'] },
    ])
  })

  it('checks the columns and options as they are chosen; a field goes to one column alone', async () => {
    const user = await open(readyState)
    await user.click(await screen.findByRole('combobox', { name: 'Import Started as' }))
    await user.click(await screen.findByRole('option', { name: 'First name' }))
    await user.click(screen.getByRole('combobox', { name: 'Import Name as' }))
    await user.click(await screen.findByRole('option', { name: 'Last name' }))
    await user.click(screen.getByRole('checkbox', { name: 'Update by employee number' }))
    await user.click(await button('Check the file'))
    expect(fakeBridge.inputs('imports', 'check')).toEqual([
      {
        mapping: ['employeeNumber', 'lastName', 'firstName'],
        options: { updateByNumber: true, createMissing: false },
      },
    ])
  })

  it('keeps a field that is chosen once more', async () => {
    const user = await open(readyState)
    await user.click(await screen.findByRole('combobox', { name: 'Import Name as' }))
    await user.click(await screen.findByRole('option', { name: 'First name' }))
    await user.click(await button('Check the file'))
    expect(fakeBridge.inputs('imports', 'check')).toMatchObject([{ mapping: ['employeeNumber', 'firstName', null] }])
  })

  it('tells what would happen and imports it', async () => {
    const user = await open({ ...readyState, checked: counts })
    const found = within(await screen.findByRole('region', { name: 'What would happen' }))
    expect(found.getByText('New').parentElement?.textContent).toBe('New2')
    expect(found.getByText('1 department is created: Sales / North.')).toBeDefined()
    await user.click(await button('Import 2 employees'))
    expect(fakeBridge.inputs('imports', 'run')).toEqual([{ skipBad: false }])
    await comesTo({
      kind: 'done',
      fileName: 'people.csv',
      created: 2,
      changed: 0,
      unchanged: 1,
      skipped: 0,
      last,
      problem: null,
    })
    expect(await screen.findByText('people.csv: 2 new, 0 changed, 1 unchanged, 0 left out.')).toBeDefined()
  })

  it('forgets what it found once something else is to be imported', async () => {
    const user = await open({ ...readyState, checked: counts })
    await button('Import 2 employees')
    await user.click(screen.getByRole('checkbox', { name: 'Create missing departments and positions' }))
    expect(screen.queryByRole('button', { name: 'Import 2 employees' })).toBeNull()
    expect(screen.getByText('You changed what is imported. Check the file again.')).toBeDefined()
  })

  it('tells mistakes by row and column, and leaves bad rows out where that is wanted', async () => {
    fakeBridge.answer('imports', 'problems', ({ offset }) => ({
      total: 60,
      problems: [{ row: 2 + offset, column: 'Started', value: 'soon', message: 'Enter the hire date as YYYY-MM-DD.' }],
    }))
    fakeBridge.answer('imports', 'saveBadRows', () => ({ saved: true }))
    const user = await open({ ...readyState, checked: { ...counts, bad: 60, problems: 60 } })
    const row = async (name: string) => screen.findByRole('row', { name })
    expect(await row('2 Started soon Enter the hire date as YYYY-MM-DD.')).toBeDefined()
    await user.click(await button('Next'))
    expect(await row('52 Started soon Enter the hire date as YYYY-MM-DD.')).toBeDefined()
    await user.click(await button('Save the bad rows'))
    expect(await screen.findByText('Bad rows saved')).toBeDefined()
    await user.click(await button('Skip 60 rows and import 2'))
    expect(fakeBridge.inputs('imports', 'run')).toEqual([{ skipBad: true }])
  })

  it('is stopped', async () => {
    const user = await open(working('importing'))
    await user.click(await button('Stop'))
    await waitFor(() => expect(fakeBridge.inputs('imports', 'cancel')).toEqual([{}]))
  })

  it('is undone once it was asked; why it cannot be is told', async () => {
    const user = await open({ ...none, last })
    await user.click(await button('Undo import'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Undo the import?' }))
    expect(
      dialog.getByText('2 employees who came with it are removed, 1 employee gets their former details back.'),
    ).toBeDefined()
    fakeBridge.answer('imports', 'undo', () => failing({ code: 'BUSY', message: 'Noor imports at the moment.' }))
    await user.click(dialog.getByRole('button', { name: 'Undo import' }))
    expect(await dialog.findByText('Noor imports at the moment.')).toBeDefined()
    fakeBridge.answer('imports', 'undo', answers)
    state = working('undoing')
    await user.click(dialog.getByRole('button', { name: 'Undo import' }))
    expect(await screen.findByText('Undoing the import')).toBeDefined()
    await comesTo(none)
    expect(await screen.findByText('Import undone')).toBeDefined()
    expect(fakeBridge.inputs('imports', 'undo')).toEqual([{ id: 4 }, { id: 4 }])
  })
})
