import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeBridge } from './fake-bridge.ts'
import { emit, failing, renderApp, startState, told } from './render-app.tsx'

const firstRun = startState({ company: null, show: { screen: 'set-up' } })

type User = Awaited<ReturnType<typeof renderApp>>

async function fill(user: User, more: { password?: string; again?: string; username?: string } = {}) {
  const { password = 'correct horse battery', again = password, username = 'ada' } = more
  await user.type(screen.getByLabelText('Company name'), 'Acme Office')
  await user.type(screen.getByLabelText('Full name'), 'Ada Admin')
  await user.type(screen.getByLabelText('Username'), username)
  await user.type(screen.getByLabelText('Password'), password)
  await user.type(screen.getByLabelText('Confirm password'), again)
  await user.click(screen.getByRole('button', { name: 'Create administrator' }))
}

describe('the first run', () => {
  beforeEach(() => fakeBridge.answer('setup', 'create', () => ({ recoveryCode: 'K7QF-M2XR' })))

  it('creates the company and leads to the login by way of the recovery code', async () => {
    const user = await renderApp(firstRun)
    expect(await screen.findByRole('heading', { name: 'Set up Staffdesk' })).toBeDefined()
    await fill(user)

    expect(fakeBridge.inputs('setup', 'create')).toEqual([
      { companyName: 'Acme Office', fullName: 'Ada Admin', username: 'ada', password: 'correct horse battery' },
    ])
    expect(await screen.findByRole('heading', { name: 'Save your recovery code' })).toBeDefined()
    fakeBridge.answer('application', 'start', () => startState())
    await user.click(screen.getByRole('button', { name: 'I have saved it' }))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
  })

  it('shows the code until it is saved: neither Esc nor going back closes it', async () => {
    const user = await renderApp(firstRun)
    await fill(user)
    await screen.findByText('K7QF-M2XR')
    await user.keyboard('{Escape}')
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(await screen.findByText('K7QF-M2XR')).toBeDefined()
  })

  it('asks before its window closes while the code is shown, and no longer once it is saved', async () => {
    const user = await renderApp(firstRun)
    await fill(user)
    await screen.findByText('K7QF-M2XR')
    await emit('application.closing', { requestId: 1 })
    fakeBridge.answer('application', 'start', () => startState())
    await user.click(screen.getByRole('button', { name: 'I have saved it' }))
    await screen.findByRole('heading', { name: 'Employee Login' })
    await emit('application.closing', { requestId: 2 })
    expect(fakeBridge.inputs('application', 'answer')).toEqual([
      { requestId: 1, answer: 'dirty' },
      { requestId: 2, answer: 'clean' },
    ])
  })

  it('copies the code as a secret and prints it', async () => {
    fakeBridge.answer('application', 'copy', () => ({}))
    fakeBridge.answer('application', 'print', () => ({ printed: false }))
    const user = await renderApp(firstRun)
    await fill(user)
    await user.click(await screen.findByRole('button', { name: 'Copy' }))
    expect(fakeBridge.inputs('application', 'copy')).toEqual([{ text: 'K7QF-M2XR', secret: true }])
    expect(await told('status')).toContain('Copied')
    await user.click(screen.getByRole('button', { name: 'Print' }))
    expect(await told('alert')).toBe('The code was not printed.')
  })

  it('advises on the length while the password is typed, counting characters and not UTF-16 units', async () => {
    const user = await renderApp(firstRun)
    const password = screen.getByLabelText('Password')
    await user.type(password, '🔑🔑🔑')
    expect(await screen.findByText('12 more characters needed.')).toBeDefined()
    await user.type(password, 'twelve chars')
    expect(await screen.findByText('Long enough.')).toBeDefined()
  })

  it('refuses a short password and a different confirmation, with the first problem in focus', async () => {
    const user = await renderApp(firstRun)
    await fill(user, { password: 'short', again: 'other' })
    const summary = within(screen.getByRole('alert'))
    expect(summary.getByText('The password needs at least 15 characters.')).toBeDefined()
    expect(summary.getByText('The two passwords are not the same. Type it again.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('Password'))
    expect(fakeBridge.inputs('setup', 'create')).toEqual([])
  })

  it('shows what the main process found wrong beside its field, and keeps what was typed', async () => {
    const common = 'This password is known to attackers. Choose another.'
    fakeBridge.answer('setup', 'create', () =>
      failing({ code: 'INVALID_INPUT', message: 'Please correct the form.', fields: { password: common } }),
    )
    const user = await renderApp(firstRun)
    await fill(user)
    const password = screen.getByLabelText('Password')
    expect(document.activeElement).toBe(password)
    expect(password.getAttribute('aria-describedby')).toContain('error')
    expect(screen.getAllByText(common)).toHaveLength(2)
    expect(screen.getByLabelText('Company name')).toHaveProperty('value', 'Acme Office')
  })

  it('says that another window was first, and leads to the login', async () => {
    fakeBridge.answer('setup', 'create', () =>
      failing({ code: 'REFUSED', message: 'A company is set up here already.' }),
    )
    const user = await renderApp(firstRun)
    expect(screen.queryByRole('button', { name: 'See what is there' })).toBeNull()
    await fill(user)
    expect(await told('alert')).toBe('A company is set up here already.')
    fakeBridge.answer('application', 'start', () => startState())
    await user.click(screen.getByRole('button', { name: 'See what is there' }))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
  })

  it('refuses a username that the contract refuses', async () => {
    const user = await renderApp(firstRun)
    await fill(user, { username: 'a b c' })
    expect(screen.getAllByText('The username may hold letters, digits and . _ - @ only.')).toHaveLength(2)
    expect(fakeBridge.inputs('setup', 'create')).toEqual([])
  })
})
