import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fakeBridge } from '../fake-bridge.ts'
import { employeeOf, openAt, serveRegistry } from './registry.ts'

const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name)

/** A company whose numbers are suggested by a pattern. */
async function open(numbers = ['E-0042']) {
  const left = [...numbers]
  serveRegistry([employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace' })])
  fakeBridge.answer('employees', 'readNumberPattern', () => ({ pattern: 'E-{0000}', next: left[0] ?? null }))
  const user = await openAt('register-employee')
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }))
  return { user, press, left }
}

describe('the suggested number', () => {
  it('stands in the field, may be changed, and is offered again', async () => {
    const { user, press } = await open()
    expect((await field('Employee number')).value).toBe('E-0042')
    expect(screen.queryByRole('button', { name: 'Use E-0042' })).toBeNull()
    await user.clear(await field('Employee number'))
    await user.type(await field('Employee number'), 'X1')
    await press('Use E-0042')
    expect((await field('Employee number')).value).toBe('E-0042')
    expect(fakeBridge.inputs('employees', 'saveDraft')).toEqual([])
  })

  it('is the next one for the next of several', async () => {
    const { user, press, left } = await open(['E-0042', 'E-0043'])
    await user.type(await field('First name'), 'Grace')
    await press('Next')
    await user.type(await field('Hire date'), '2026-01-05')
    await press('Next')
    await user.click(screen.getByLabelText('Create an account'))
    await press('Next')
    left.shift()
    await press('Register and add another')
    await waitFor(async () => expect((await field('Employee number')).value).toBe('E-0043'))
    expect((await field('First name')).value).toBe('')
    expect(fakeBridge.inputs('employees', 'register')[0]?.employee.employeeNumber).toBe('E-0042')
  })

  it('that could not be found out leaves the field empty', async () => {
    serveRegistry([])
    fakeBridge.answer('employees', 'readNumberPattern', () => {
      throw new Error('no answer')
    })
    await openAt('register-employee')
    expect((await field('Employee number')).value).toBe('')
  })
})

describe('somebody who may be registered already', () => {
  it('is named while one types, with the reasons and a link, and holds nothing up', async () => {
    const { user, press } = await open()
    fakeBridge.answer('employees', 'findSimilar', ({ lastName }) => ({
      similar:
        lastName === 'Lovelace'
          ? [
              {
                id: 1,
                name: 'Ada Lovelace',
                employeeNumber: 'E-1',
                isPresent: false,
                reasons: ['name' as const, 'email' as const],
              },
            ]
          : [],
    }))
    await user.type(await field('First name'), 'Ada')
    expect(screen.queryByText('Registered already?')).toBeNull()
    await user.type(await field('Last name'), 'Lovelace')
    const warning = await screen.findByText('Registered already?')
    // In the bar that stays in sight, not behind the fields.
    expect(screen.getByRole('button', { name: 'Next' }).closest('form > div')?.contains(warning)).toBe(true)
    expect(screen.getByText('E-1, same name, same work email, left or archived')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Ada Lovelace' })).toBeDefined()
    // The suggested number is free: what is like it says nothing.
    expect(fakeBridge.inputs('employees', 'findSimilar').at(-1)).toMatchObject({ employeeNumber: '' })
    await press('Next')
    expect(await field('Hire date')).toBeDefined()
  })
})
