import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CelebrationsSection } from '../../../renderer/features/directory/CelebrationsSection.tsx'
import { formatPlainDate } from '../../../renderer/ui/format.ts'
import { fieldOf } from '../custom-fields/field-of.ts'
import { employeeOf } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing, told } from '../render-app.tsx'
import { renderScreen } from '../render-screen.tsx'
import { openAs, ownOf, serveDirectory } from './people.ts'

const nothingShown = { birthday: false, anniversary: false }

describe('my details', () => {
  it('show oneself, to read, and whom to ask for a change', async () => {
    const employee = ownOf({
      dateOfBirth: '1990-05-06',
      employmentType: 'part-time',
      manager: { id: 2, name: 'Grace Hopper' },
      address: 'Main Street 1\nTown',
    })
    serveDirectory({ own: { employee, custom: [], celebrations: nothingShown } })
    const user = await openAs('employee', 'dashboard')
    await user.click(screen.getByRole('link', { name: 'My details' }))
    const value = async (name: string) => (await screen.findByText(name)).nextSibling?.textContent
    expect(await value('Date of birth')).toBe(formatPlainDate('1990-05-06'))
    expect(await value('Employment type')).toBe('Part-time')
    expect(await value('Manager')).toBe('Grace Hopper')
    expect(await value('Address')).toBe('Main Street 1\nTown')
    expect(await value('Mobile phone')).toBe('–')
    expect(await value('Status')).toBe('Active')
    expect(screen.queryByText('Notes')).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(await screen.findByText(/To have something changed, ask Grace Hopper or Noor Özdemir/)).toBeDefined()
  })

  it('say that an account has no record', async () => {
    serveDirectory({})
    await openAs('admin', 'my-details')
    expect(await screen.findByText('You have no employee record')).toBeDefined()
    expect(screen.queryByText(/To have something changed/)).toBeNull()
  })

  it('are begun by an administrator who has none, with what every employee needs', async () => {
    serveDirectory({})
    fakeBridge.answer('employees', 'readNumberPattern', () => ({ pattern: 'E-{000}', next: 'E-007' }))
    fakeBridge.answer('customFields', 'list', () => ({
      fields: [fieldOf(4, 'Badge', { isRequired: true }), fieldOf(5, 'Shirt')],
    }))
    fakeBridge.answer('employees', 'createOwn', ({ employee }) => {
      const own = ownOf({ firstName: employee.firstName, employeeNumber: employee.employeeNumber })
      fakeBridge.answer('directory', 'readOwn', () => ({
        own: { employee: own, custom: [], celebrations: nothingShown },
      }))
      return { employee: employeeOf(1) }
    })
    const user = await openAs('admin', 'my-details')
    await user.click(await screen.findByRole('button', { name: 'Create my employee record' }))
    const field = (name: string) => screen.findByLabelText(name)
    expect(await field('First name')).toHaveProperty('value', 'Ada')
    expect(await field('Employee number')).toHaveProperty('value', 'E-007')
    expect(screen.queryByLabelText('Shirt')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findAllByText('Enter Badge.')).not.toHaveLength(0)
    await user.type(await field('Hire date'), '2026-01-05')
    await user.type(await field('Badge'), 'blue')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('E-007')).toBeDefined()
    expect(fakeBridge.inputs('employees', 'createOwn')).toMatchObject([
      { employee: { employeeNumber: 'E-007', lastName: 'Admin', hireDate: '2026-01-05' }, custom: { 4: 'blue' } },
    ])
  })

  it('are begun by nobody else', async () => {
    serveDirectory({})
    await openAs('employee', 'my-details')
    expect(await screen.findByText('You have no employee record')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Create my employee record' })).toBeNull()
  })
})

describe('celebrations in the profile', () => {
  const birthday = () => screen.findByRole('switch', { name: 'Show my birthday (day and month only)' })
  const isOn = async () => ((await birthday()) as HTMLInputElement).checked

  const open = (own: Parameters<typeof serveDirectory>[0]['own']) => {
    serveDirectory({ own })
    return renderScreen(<CelebrationsSection />)
  }

  it('are off until they are switched on, each for itself', async () => {
    const user = await open({ employee: ownOf({ dateOfBirth: '1990-05-06' }), custom: [], celebrations: nothingShown })
    expect(await isOn()).toBe(false)
    await user.click(await birthday())
    await waitFor(async () => expect(await isOn()).toBe(true))
    await user.click(screen.getByRole('switch', { name: 'Show my work anniversary' }))
    await waitFor(() =>
      expect(fakeBridge.inputs('directory', 'chooseCelebrations')).toEqual([
        { celebrations: { birthday: true, anniversary: false } },
        { celebrations: { birthday: true, anniversary: true } },
      ]),
    )
  })

  it('say where there is no birthday to show, or no record at all', async () => {
    await open({ employee: ownOf(), custom: [], celebrations: nothingShown })
    expect(await screen.findByText(/Your date of birth is not recorded/)).toBeDefined()
  })

  it('are not offered to an account without a record, which says why', async () => {
    await open(null)
    expect(await screen.findByText(/No employee record belongs to your account/)).toBeDefined()
    expect(screen.queryByRole('switch')).toBeNull()
  })

  it('stay as they were where they could not be changed', async () => {
    const user = await open({ employee: ownOf(), custom: [], celebrations: nothingShown })
    fakeBridge.answer('directory', 'chooseCelebrations', () =>
      failing({ code: 'DISK_FULL', message: 'The disk is full.' }),
    )
    await user.click(await birthday())
    expect(await told('alert')).toContain('The disk is full.')
    expect(await isOn()).toBe(false)
  })
})
