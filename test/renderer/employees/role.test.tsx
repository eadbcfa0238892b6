import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { accountOf, employeeOf, layOut, openAt, serveRegistry } from './registry.ts'

beforeAll(layOut)

/** Opens the dialog on the record of a company's one employee. */
async function openDialog() {
  const employees = [employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace' })]
  serveRegistry(employees)
  fakeBridge.answer('accounts', 'changeRole', ({ accountId, role }) => {
    const account = accountOf(accountId, { role })
    employees[0] = employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', account })
    return { account }
  })
  const user = await openAt('employees')
  await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
  await user.click(await screen.findByRole('button', { name: 'Change role' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the role of Ada Lovelace' }))
  return { user, dialog, change: () => user.click(dialog.getByRole('button', { name: 'Change role' })) }
}

describe('the role of an account', () => {
  it('is changed once it was said that the sessions end', async () => {
    const { user, dialog, change } = await openDialog()
    expect(dialog.getByText(/All their sessions end/)).toBeDefined()
    expect(dialog.getByRole('button', { name: 'Change role' })).toHaveProperty('disabled', true)
    await user.selectOptions(dialog.getByLabelText('Role'), 'Manager')
    await change()
    expect(await screen.findByText('Role changed')).toBeDefined()
    expect(fakeBridge.inputs('accounts', 'changeRole')).toEqual([{ accountId: 1, role: 'manager' }])
    const account = within(screen.getByRole('region', { name: 'Account' }))
    await waitFor(() => expect(account.getByText('Role').nextElementSibling?.textContent).toBe('Manager'))
  })

  it('stays when the main process refuses, which says why', async () => {
    const { user, dialog, change } = await openDialog()
    fakeBridge.answer('accounts', 'changeRole', () =>
      failing({ code: 'REFUSED', message: 'This is the last active administrator.' }),
    )
    await user.selectOptions(dialog.getByLabelText('Role'), 'Administrator')
    await change()
    expect(await dialog.findByText('This is the last active administrator.')).toBeDefined()
  })
})
