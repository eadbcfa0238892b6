import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { employeeOf, layOut, openAt, serveRegistry } from './registry.ts'

async function openRecord(more: Partial<EmployeeRecord> = {}) {
  layOut()
  serveRegistry([
    employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', reports: 2, ...more }),
    employeeOf(2, { firstName: 'Grace', lastName: 'Hopper' }),
  ])
  const user = await openAt('employees')
  await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
  await screen.findByRole('heading', { level: 1, name: 'Ada Lovelace' })
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  const inDialog = () => within(screen.getByRole('dialog'))
  return { user, press, inDialog }
}

describe('the leaving of an employee', () => {
  it('asks when and why, names what is missing, and says that it is done', async () => {
    const { user, press, inDialog } = await openRecord({ manager: { id: 2, name: 'Grace Hopper' } })
    await press('Offboard')
    expect(screen.getByText(/2 people report to them/)).toBeDefined()
    expect(await inDialog().findByDisplayValue('Grace Hopper (E-2)')).toBeDefined()
    await user.click(inDialog().getByRole('button', { name: 'Offboard' }))
    expect(inDialog().getAllByText('Enter the leaving date.').length).toBeGreaterThan(0)
    expect(inDialog().getAllByText('Choose a reason.').length).toBeGreaterThan(0)
    expect(fakeBridge.inputs('employees', 'offboard')).toEqual([])

    await user.type(inDialog().getByLabelText('Leaving date'), '2026-11-20')
    await user.selectOptions(inDialog().getByLabelText('Reason'), 'Retired')
    await user.click(inDialog().getByRole('button', { name: 'Offboard' }))
    expect(await screen.findByText('Employee offboarded')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'offboard')).toEqual([
      { id: 1, version: 1, leaving: { leavingDate: '2026-11-20', leavingReason: 'retired', successorId: 2 } },
    ])
    expect(await screen.findByText('Left on Nov 20, 2026: retired.')).toBeDefined()
  })

  it('that is still ahead can be cancelled', async () => {
    const { press } = await openRecord({
      leaving: { date: '2026-12-31', reason: 'contract-ended', successor: { id: 2, name: 'Grace Hopper' } },
    })
    expect(screen.getByText('Leaves on Dec 31, 2026: contract ended. Grace Hopper takes over.')).toBeDefined()
    await press('Cancel leaving')
    expect(await screen.findByText('No leaving is planned.')).toBeDefined()
  })

  it('is refused in words, with nothing typed lost', async () => {
    const { user, press, inDialog } = await openRecord()
    const message = 'Nobody can leave before the hire date.'
    fakeBridge.answer('employees', 'offboard', () =>
      failing({ code: 'INVALID_INPUT', message, fields: { 'leaving.leavingDate': message } }),
    )
    await press('Offboard')
    await user.type(inDialog().getByLabelText('Leaving date'), '1999-01-01')
    await user.selectOptions(inDialog().getByLabelText('Reason'), 'Other')
    await user.click(inDialog().getByRole('button', { name: 'Offboard' }))
    await waitFor(() => expect(inDialog().getAllByText(message).length).toBeGreaterThan(0))
    expect(inDialog().getByLabelText('Leaving date')).toHaveProperty('value', '1999-01-01')
    expect(document.activeElement).toBe(inDialog().getByLabelText('Leaving date'))
  })

  it('ends with a rehire', async () => {
    const { user, press, inDialog } = await openRecord({
      status: 'left',
      leaving: { date: '2025-01-31', reason: 'resigned', successor: null },
    })
    await press('Rehire')
    await user.type(inDialog().getByLabelText('Hire date'), '2026-12-01{Enter}')
    expect(await screen.findByText('Employee rehired')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'rehire')).toEqual([
      { id: 1, version: 1, rehire: { hireDate: '2026-12-01' } },
    ])
    expect(await screen.findByText('No leaving is planned.')).toBeDefined()
  })
})

describe('the status of an employee', () => {
  it('is changed once another one is chosen', async () => {
    const { user } = await openRecord()
    const status = within(await screen.findByRole('region', { name: 'Status' }))
    const change = status.getByRole<HTMLButtonElement>('button', { name: 'Change status' })
    expect(change.disabled).toBe(true)
    await user.selectOptions(status.getByLabelText('Status'), 'Suspended')
    await user.click(change)
    expect(await screen.findByText('Status changed')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'changeStatus')).toEqual([{ id: 1, version: 1, status: 'suspended' }])
    await waitFor(() => expect(change.disabled).toBe(true))
    expect(status.getByRole<HTMLSelectElement>('combobox', { name: 'Status' }).value).toBe('suspended')
  })

  it('of somebody who left is not to be changed here', async () => {
    await openRecord({ status: 'left', leaving: { date: '2026-01-31', reason: 'resigned', successor: null } })
    expect(screen.queryByRole('region', { name: 'Status' })).toBeNull()
  })
})
