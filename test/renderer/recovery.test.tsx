import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RecoveryProblem } from '../../electron/contract/recovery.ts'
import { fakeBridge } from './fake-bridge.ts'
import { emit, failing, renderApp, renderSignedIn, startState, told } from './render-app.tsx'

const problem: RecoveryProblem = {
  kind: 'database-missing',
  whatHappened: 'The database file is gone.',
  whatIsSafe: 'Nothing was changed or deleted.',
  folder: '/home/office/Staffdesk',
  confirmation: 'Acme Office',
  canStartOver: true,
}

const recovery = (more: Partial<RecoveryProblem> = {}) =>
  startState({ company: null, show: { screen: 'recovery', problem: { ...problem, ...more } } })

const heading = { name: 'Staffdesk cannot open its data' }

describe('the recovery screen', () => {
  it('says what happened, what is safe and where', async () => {
    await renderApp(recovery())
    expect(await screen.findByRole('heading', heading)).toBeDefined()
    for (const words of [problem.whatHappened, problem.whatIsSafe, problem.folder]) {
      expect(await screen.findByText(words)).toBeDefined()
    }
  })

  it('goes on to the login once the data can be opened', async () => {
    fakeBridge.answer('recovery', 'tryAgain', () => ({ opened: true }))
    const user = await renderApp(recovery())
    fakeBridge.answer('application', 'start', () => startState())
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
  })

  it('says when trying again did not help', async () => {
    fakeBridge.answer('recovery', 'tryAgain', () => ({ opened: false }))
    const user = await renderApp(recovery())
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await told('alert')).toBe('The data still cannot be opened')
  })

  it('tells why a chosen file cannot be used', async () => {
    fakeBridge.answer('recovery', 'chooseFile', () =>
      failing({ code: 'REFUSED', message: 'This file is not a Staffdesk database.' }),
    )
    const user = await renderApp(recovery())
    await user.click(screen.getByRole('button', { name: 'Choose a database file or backup' }))
    expect(await told('alert')).toContain('This file is not a Staffdesk database.')
  })

  it('shows the folder', async () => {
    fakeBridge.answer('recovery', 'showFolder', () => ({}))
    const user = await renderApp(recovery())
    await user.click(screen.getByRole('button', { name: 'Show folder' }))
    expect(fakeBridge.inputs('recovery', 'showFolder')).toHaveLength(1)
  })

  it('starts over only when the name is typed', async () => {
    fakeBridge.answer('recovery', 'startOver', () => ({ setAside: 'set-aside-1' }))
    const user = await renderApp(recovery())
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    const dialog = within(screen.getByRole('dialog'))
    const field = dialog.getByLabelText('Type “Acme Office” to start over')
    await user.type(field, 'acme{Enter}')
    expect(dialog.getByText('Type “Acme Office” exactly as it stands here.')).toBeDefined()
    expect(document.activeElement).toBe(field)
    expect(fakeBridge.inputs('recovery', 'startOver')).toEqual([])

    fakeBridge.answer('application', 'start', () => startState({ company: null, show: { screen: 'set-up' } }))
    await user.clear(field)
    await user.type(field, 'Acme Office{Enter}')
    expect(await screen.findByRole('heading', { name: 'Set up Staffdesk' })).toBeDefined()
    expect(fakeBridge.inputs('recovery', 'startOver')).toEqual([{ confirmation: 'Acme Office' }])
  })

  it('closes that dialog with Esc', async () => {
    const user = await renderApp(recovery())
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('does not offer to start over where files cannot be moved', async () => {
    await renderApp(recovery({ canStartOver: false }))
    expect(screen.queryByRole('button', { name: 'Start over' })).toBeNull()
  })

  it('stands over whatever is shown when the data breaks', async () => {
    await renderSignedIn()
    await emit('application.problem', { problem })
    expect(await screen.findByRole('heading', heading)).toBeDefined()
    expect(screen.queryByText('Welcome, Ada Admin')).toBeNull()
  })
})
