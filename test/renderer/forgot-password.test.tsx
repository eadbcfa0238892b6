import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fakeBridge } from './fake-bridge.ts'
import { emit, failing, loginRequired, renderApp, startState, told } from './render-app.tsx'

async function openForm(names: string[] = ['Ada Admin', 'Grace Hopper']) {
  fakeBridge.answer('accounts', 'administrators', () => ({ names }))
  const user = await renderApp(startState())
  await user.click(screen.getByText('Forgot your password?'))
  return user
}

type User = Awaited<ReturnType<typeof openForm>>

async function fill(user: User, code: string, password: string, again = password) {
  await user.type(screen.getByLabelText('Recovery code'), code)
  await user.type(screen.getByLabelText('New password'), password)
  await user.type(screen.getByLabelText('Confirm password'), again)
  await user.click(screen.getByRole('button', { name: 'Reset password' }))
}

describe('the ways back in', () => {
  it('names the administrators to ask', async () => {
    await openForm()
    const names = await screen.findAllByRole('listitem')
    expect(names.map((name) => name.textContent)).toEqual(['Ada Admin', 'Grace Hopper'])
  })

  it('resets the password by the recovery code and shows the new code before the login', async () => {
    fakeBridge.answer('accounts', 'recover', () => ({ recoveryCode: 'NEW1-CODE' }))
    const user = await openForm()
    await fill(user, 'OLD1-CODE', 'correct horse battery')

    expect(await screen.findByRole('heading', { name: 'Save your recovery code' })).toBeDefined()
    expect(await screen.findByText('NEW1-CODE')).toBeDefined()
    expect(fakeBridge.inputs('accounts', 'recover')).toEqual([
      { recoveryCode: 'OLD1-CODE', newPassword: 'correct horse battery' },
    ])
    await user.click(screen.getByRole('button', { name: 'I have saved it' }))
    expect(await screen.findByRole('heading', { name: 'Employee Login' })).toBeDefined()
  })

  it('keeps everything typed when the code is wrong, and leads to it', async () => {
    const wrong = 'This code does not open an account.'
    fakeBridge.answer('accounts', 'recover', () =>
      failing({ code: 'INVALID_CREDENTIALS', message: wrong, fields: { recoveryCode: wrong } }),
    )
    const user = await openForm()
    await fill(user, 'WRONG', 'correct horse battery')

    const code = screen.getByLabelText('Recovery code')
    expect(document.activeElement).toBe(code)
    expect(code).toHaveProperty('value', 'WRONG')
    expect(code.getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByLabelText('New password')).toHaveProperty('value', 'correct horse battery')
  })

  it('lets nobody try while a wait lasts', async () => {
    const notice = { tone: 'alert', title: 'Too Many Attempts', detail: 'Wait.', remainingMs: 60_000 } as const
    fakeBridge.answer('accounts', 'recover', () => failing({ code: 'TOO_MANY_ATTEMPTS', message: 'Wait.', notice }))
    const user = await openForm()
    await fill(user, 'WRONG', 'correct horse battery')
    expect(await told('alert')).toContain('Too Many Attempts')
    expect(screen.getByRole('button', { name: 'Reset password' })).toHaveProperty('disabled', true)
  })

  it('sends nothing while the two passwords differ or the new one is too short', async () => {
    const user = await openForm()
    await fill(user, 'CODE', 'short', 'shorter')
    const summary = within(screen.getByRole('alert'))
    expect(summary.getByText('The password needs at least 15 characters.')).toBeDefined()
    expect(summary.getByText('The two passwords are not the same. Type it again.')).toBeDefined()
    expect(document.activeElement).toBe(screen.getByLabelText('New password'))
    expect(fakeBridge.inputs('accounts', 'recover')).toEqual([])
  })

  it('keeps the new code in sight when a screen is asked for meanwhile', async () => {
    fakeBridge.answer('accounts', 'recover', () => ({ recoveryCode: 'NEW1-CODE' }))
    const user = await openForm()
    await fill(user, 'OLD1-CODE', 'correct horse battery')
    await screen.findByText('NEW1-CODE')
    await user.keyboard('{Escape}')
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await emit('application.openScreen', { screen: 'dashboard', notice: loginRequired })
    expect(await screen.findByText('NEW1-CODE')).toBeDefined()
  })
})
