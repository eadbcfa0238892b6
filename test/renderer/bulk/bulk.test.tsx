import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type BulkAction, type BulkRow, type BulkTask, mostResets } from '../../../electron/contract/bulk.ts'
import { everybody } from '../../../electron/contract/employee-filter.ts'
import { BulkActions } from '../../../renderer/features/bulk/BulkActions.tsx'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { renderScreen } from '../render-screen.tsx'

const selection = { kind: 'matching' as const, filter: everybody, exceptIds: [] }

const trial: BulkTask = {
  id: 7,
  phase: 'trial',
  state: 'finished',
  total: 26,
  done: 23,
  unchanged: 2,
  refused: 1,
  problem: null,
  obstacles: [{ obstacle: 'Nobody can report to themselves.', employees: 1 }],
  undoable: 0,
  slips: 0,
}

const changed: BulkTask = { ...trial, phase: 'change', undoable: 23 }

const refused: BulkRow = {
  employeeId: 4,
  name: 'Zoë Lind',
  employeeNumber: 'E-4',
  outcome: 'refused',
  reason: 'Nobody can report to themselves.',
}

/** What main tells of the task; tests change it as main would. */
let task: BulkTask
let rows: BulkRow[]

beforeEach(() => {
  task = trial
  rows = [refused]
  const sales = { id: 3, version: 1, name: 'Sales', code: '', parentId: null, head: null, employees: 0 }
  fakeBridge.answer('organisation', 'listDepartments', () => ({ departments: [sales] }))
  fakeBridge.answer('employees', 'list', () => ({ total: 0, registered: 0, rows: [] }))
  fakeBridge.answer('bulk', 'prepare', () => ({ task }))
  fakeBridge.answer('bulk', 'read', () => ({ task }))
  fakeBridge.answer('bulk', 'rows', ({ outcome }) => {
    const asked = rows.filter((row) => outcome === null || row.outcome === outcome)
    return { total: asked.length, rows: asked }
  })
  fakeBridge.answer('bulk', 'close', () => ({}))
  fakeBridge.answer('bulk', 'cancel', () => ({}))
  const run = () => {
    task = changed
    return { task }
  }
  fakeBridge.answer('bulk', 'run', run)
  fakeBridge.answer('bulk', 'runSensitive', run)
})

async function open(item: string) {
  const onDone = vi.fn()
  const user = await renderScreen(<BulkActions selection={selection} count={26} onDone={onDone} />)
  await user.click(screen.getByRole('button', { name: 'Change' }))
  await user.click(await screen.findByRole('menuitem', { name: item }))
  const dialog = within(await screen.findByRole('dialog'))
  const press = async (name: string) => user.click(await dialog.findByRole('button', { name }))
  return { user, dialog, press, onDone }
}

async function openDepartment() {
  const opened = await open('Change department')
  await opened.user.click(opened.dialog.getByRole('combobox', { name: 'Department' }))
  await opened.user.click(await screen.findByRole('option', { name: 'Sales' }))
  await opened.press('Preview')
  return opened
}

describe('a change to many', () => {
  it('says what it means to choose nothing', async () => {
    const { dialog } = await open('Change department')
    expect(dialog.getByText('Empty: they will be in no department.')).toBeTruthy()
  })

  it('is shown before it is made: who will change, who has it already, who cannot and why', async () => {
    const { dialog } = await openDepartment()
    expect((await dialog.findByText(/23 employees will move to:/)).textContent).toContain('Sales')
    expect(dialog.getByText('2 have this department already.')).toBeTruthy()
    expect(dialog.getByText('1 cannot:')).toBeTruthy()
    expect(await dialog.findByText('Nobody can report to themselves.')).toBeTruthy()
    expect(dialog.getByRole('link', { name: 'Zoë Lind' }).getAttribute('href')).toContain('/employees/4')
    const action: BulkAction = { kind: 'department', departmentId: 3 }
    expect(fakeBridge.inputs('bulk', 'prepare')).toEqual([{ selection, action }])
    expect(fakeBridge.inputs('bulk', 'run')).toEqual([])
  })

  it('tells of many who cannot what stands in the way of how many', async () => {
    task = {
      ...trial,
      refused: 70_214,
      obstacles: [
        { obstacle: 'There is no account.', employees: 70_213 },
        { obstacle: 'This is your own account.', employees: 1 },
      ],
    }
    const { dialog } = await openDepartment()
    const table = within(await dialog.findByRole('table', { name: 'What stands in the way' }))
    const cells = table.getAllByRole('cell').map(({ textContent }) => textContent)
    expect(cells).toEqual(['There is no account.', '70,213', 'This is your own account.', '1'])
  })

  it('is not offered where the check stopped on the way', async () => {
    task = { ...trial, state: 'stopped', problem: 'The disk is full.', done: 12 }
    const { dialog } = await openDepartment()
    expect(await dialog.findByText('The disk is full. Nothing was changed.')).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Change/ })).toBeNull()
  })

  it('is made, told row by row, and undone', async () => {
    const { dialog, press, onDone } = await openDepartment()
    await press('Change 23 employees')
    expect(await dialog.findByText('23 employees changed.')).toBeTruthy()
    expect(dialog.getByText('1 could not be changed.')).toBeTruthy()
    expect(fakeBridge.inputs('bulk', 'run')).toEqual([{ id: 7 }])
    fakeBridge.answer('bulk', 'undo', () => {
      task = { ...changed, phase: 'undo', total: 23, done: 22, unchanged: 0, undoable: 0 }
      rows = [{ ...refused, reason: 'Somebody changed this since.' }]
      return { task }
    })
    await press('Undo for 23 employees')
    expect(await dialog.findByText('22 employees as before again.')).toBeTruthy()
    expect(await dialog.findByText('Somebody changed this since.')).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Undo/ })).toBeNull()
    const [close] = dialog.getAllByRole('button', { name: 'Close' }).slice(-1)
    close?.click()
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('tells how far it is, and is stopped', async () => {
    const { dialog, press } = await openDepartment()
    fakeBridge.answer('bulk', 'run', () => {
      task = { ...changed, state: 'working', total: 100, done: 30, unchanged: 4, refused: 0, undoable: 30 }
      return { task }
    })
    await press('Change 23 employees')
    expect((await dialog.findByText(/^Changing/)).textContent).toBe('Changing 34 of 100')
    expect(dialog.getByRole('progressbar', { name: 'Changing' }).getAttribute('aria-valuenow')).toBe('34')
    fakeBridge.answer('bulk', 'cancel', () => {
      task = { ...task, state: 'cancelled' }
      return {}
    })
    await press('Stop')
    expect(await dialog.findByText('Stopped at 34 of 100. What was done stays.')).toBeTruthy()
    expect(dialog.getByRole('button', { name: 'Undo for 30 employees' })).toBeTruthy()
  })

  it('says why it stopped', async () => {
    const { dialog, press } = await openDepartment()
    fakeBridge.answer('bulk', 'run', () => {
      task = { ...changed, state: 'stopped', problem: 'The disk is full.' }
      return { task }
    })
    await press('Change 23 employees')
    expect(await dialog.findByText('The disk is full. What was done stays.')).toBeTruthy()
  })

  it('can be left before it is made; nothing is kept', async () => {
    const { press, onDone } = await openDepartment()
    await press('Cancel')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(onDone).not.toHaveBeenCalled()
  })

  it('offers nothing to do where nobody would change', async () => {
    task = { ...trial, done: 0, refused: 0, unchanged: 26 }
    const { dialog } = await openDepartment()
    expect(await dialog.findByText('Nothing will change.')).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /^Change/ })).toBeNull()
  })

  it('keeps what was typed when it is refused', async () => {
    fakeBridge.answer('bulk', 'prepare', () =>
      failing({ code: 'REFUSED', message: `At most ${mostResets} passwords can be reset at once.` }),
    )
    const { dialog, press } = await open('Reset passwords')
    await press('Preview')
    expect(await dialog.findByText(/At most 1000 passwords/)).toBeTruthy()
  })
})

describe('a sensitive change', () => {
  it('goes through the call that asks for the password', async () => {
    const { press } = await open('Disable accounts')
    await press('Preview')
    await press('Disable 23 accounts')
    await waitFor(() => expect(fakeBridge.inputs('bulk', 'runSensitive')).toEqual([{ id: 7 }]))
    expect(fakeBridge.inputs('bulk', 'run')).toEqual([])
  })

  it('asks when and why people leave', async () => {
    const { user, dialog, press } = await open('Offboard')
    await press('Preview')
    expect((await dialog.findAllByText('Choose a reason.')).length).toBeGreaterThan(0)
    await user.type(dialog.getByLabelText('Leaving date'), '2026-12-31')
    await user.selectOptions(dialog.getByLabelText('Reason'), 'Contract ended')
    await press('Preview')
    await waitFor(() =>
      expect(fakeBridge.inputs('bulk', 'prepare').at(-1)?.action).toEqual({
        kind: 'offboard',
        leaving: { leavingDate: '2026-12-31', leavingReason: 'contract-ended', successorId: null },
      }),
    )
  })

  it('prints the slips as one document', async () => {
    const slip = {
      company: 'Acme Office',
      name: 'Bo Li',
      username: 'bo',
      temporaryPassword: 'k7wq-p3nm-2hfe-x9ub-4rta',
      expiresAt: '2026-11-27T09:00:00.000Z',
    }
    fakeBridge.answer('bulk', 'runSensitive', () => {
      task = { ...changed, refused: 0, done: 2, undoable: 0, slips: 2 }
      return { task }
    })
    fakeBridge.answer('bulk', 'slips', () => ({ slips: [slip, { ...slip, name: 'Cy An', username: 'cy' }] }))
    fakeBridge.answer('application', 'print', () => ({ printed: true }))
    const { dialog, press } = await open('Reset passwords')
    await press('Preview')
    await press('Reset 23 passwords')
    const [first] = await dialog.findAllByText('k7wq-p3nm-2hfe-x9ub-4rta')
    const printed = first?.closest<HTMLElement>('[data-print]')
    expect(within(printed ?? document.body).getByText('Cy An')).toBeTruthy()
    await press('Print 2 slips')
    expect(fakeBridge.inputs('application', 'print')).toEqual([{}])
  })
})
