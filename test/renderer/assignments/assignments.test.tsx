import { screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Assignment } from '../../../electron/contract/assignments.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { formatPlainDate } from '../../../renderer/ui/format.ts'
import { employeeOf, layOut, openAt, serveRegistry } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'

beforeAll(layOut)

const assignmentOf = (id: number, more: Partial<Assignment>): Assignment => ({
  id,
  effectiveFrom: '2026-01-05',
  lastDay: null,
  department: null,
  position: null,
  manager: null,
  employmentType: null,
  planned: null,
  createdBy: 'maria',
  createdAt: '2026-01-05T08:00:00.000Z',
  ...more,
})

const planned = assignmentOf(9, {
  effectiveFrom: '2027-02-01',
  employmentType: 'part-time',
  planned: { fields: ['departmentId', 'employmentType'], problem: null },
})

/** Opens the record of a company's one employee, whose history main tells so. */
async function openRecord(assignments: Assignment[], more: Partial<EmployeeRecord> = {}) {
  serveRegistry([employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', version: 4, ...more })])
  fakeBridge.answer('assignments', 'list', () => ({ assignments: [...assignments] }))
  const user = await openAt('employees')
  await user.click(await screen.findByRole('link', { name: 'Ada Lovelace' }))
  const section = within(await screen.findByRole('region', { name: 'Assignments' }))
  return { user, section }
}

const entries = (section: Awaited<ReturnType<typeof openRecord>>['section']) =>
  section.getAllByRole('listitem').map((item) => item.textContent)

describe('the assignments of an employee', () => {
  it('stand as a list, from when to when, the newest first', async () => {
    const { section } = await openRecord([
      planned,
      assignmentOf(2, {
        effectiveFrom: '2026-06-01',
        department: { id: 3, name: 'Stores' },
        position: { id: null, name: 'Clerk' },
      }),
      assignmentOf(1, { lastDay: '2026-05-31', createdBy: null }),
    ])
    await section.findByRole('list')
    const [first, second, third] = entries(section)
    expect(first).toContain(`From ${formatPlainDate('2027-02-01')}Planned`)
    expect(first).toContain('Departmentis taken away')
    expect(first).toContain('Employment typebecomes Part-time')
    expect(second).toContain(`Since ${formatPlainDate('2026-06-01')}`)
    expect(second).toContain('DepartmentStores')
    expect(second).toContain('PositionClerk')
    expect(second).toContain('Entered by maria')
    expect(third).toContain(`${formatPlainDate('2026-01-05')} – ${formatPlainDate('2026-05-31')}`)
    expect(third).toContain('No department, position, manager or employment type')
    expect(section.getAllByRole('button')).toHaveLength(2)
  })

  it('tell why a planned change could not take effect', async () => {
    const problem = 'Grace has left. Choose somebody else.'
    const { section } = await openRecord([{ ...planned, planned: { fields: ['managerId'], problem } }])
    expect(await section.findByText(problem)).toBeDefined()
    expect(section.getByText('Could not take effect')).toBeDefined()
  })

  it('are changed where they are planned: only what was planned is asked and sent', async () => {
    const { user, section } = await openRecord([planned])
    fakeBridge.answer('assignments', 'changePlanned', () =>
      failing({ code: 'INVALID_INPUT', message: 'No.', fields: { effectiveFrom: 'Enter a later day.' } }),
    )
    await user.click(await section.findByRole('button', { name: 'Change planned' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Change what is planned' }))
    expect(dialog.queryByLabelText('Position')).toBeNull()
    expect(dialog.getByRole('combobox', { name: 'Department' })).toBeDefined()
    const date = dialog.getByLabelText('Effective from')
    expect(date).toHaveProperty('value', '2027-02-01')
    await user.clear(date)
    await user.type(date, '2019-01-01')
    await user.selectOptions(dialog.getByLabelText('Employment type'), 'Intern')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await dialog.findAllByText('Enter a later day.')).not.toEqual([])

    fakeBridge.answer('assignments', 'changePlanned', () => ({}))
    await user.clear(date)
    await user.type(date, '2027-03-01')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Planned change saved')).toBeDefined()
    expect(fakeBridge.inputs('assignments', 'changePlanned').at(-1)).toEqual({
      employeeId: 1,
      version: 4,
      id: 9,
      planned: { effectiveFrom: '2027-03-01', departmentId: null, employmentType: 'intern' },
    })
  })

  it('are taken back where they are planned, after a question', async () => {
    const { user, section } = await openRecord([planned])
    fakeBridge.answer('assignments', 'cancelPlanned', () => ({}))
    await user.click(await section.findByRole('button', { name: 'Cancel' }))
    const dialog = within(await screen.findByRole('dialog'))
    expect(fakeBridge.inputs('assignments', 'cancelPlanned')).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Cancel the change' }))
    expect(await screen.findByText('Planned change cancelled')).toBeDefined()
    expect(fakeBridge.inputs('assignments', 'cancelPlanned')).toEqual([{ employeeId: 1, version: 4, id: 9 }])
  })
})

describe('the day from which a change holds', () => {
  const sent = () => fakeBridge.inputs('employees', 'update').at(-1)

  it('is asked once one of the four fields differs, begins with today, and is sent', async () => {
    const { user } = await openRecord([])
    expect(screen.queryByLabelText('Effective from')).toBeNull()
    await user.selectOptions(screen.getByLabelText('Employment type'), 'Intern')
    const day = await screen.findByLabelText('Effective from')
    await waitFor(() => expect(day).toHaveProperty('value', '2026-11-20'))
    await user.clear(day)
    await user.type(day, '2026-02-30')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(document.activeElement).toBe(day)
    expect(sent()).toBeUndefined()

    await user.clear(day)
    await user.type(day, '2026-03-01')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Changes saved')).toBeDefined()
    expect(sent()).toMatchObject({ version: 4, employee: { employmentType: 'intern' }, effectiveFrom: '2026-03-01' })
    expect(screen.queryByLabelText('Effective from')).toBeNull()
  })

  it('is forgotten when the fields are as they were, and nothing is left to save', async () => {
    const { user } = await openRecord([])
    await user.selectOptions(screen.getByLabelText('Employment type'), 'Intern')
    await waitFor(() => expect(screen.getByLabelText('Effective from')).toHaveProperty('value', '2026-11-20'))
    await user.selectOptions(screen.getByLabelText('Employment type'), '')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true))
  })

  it('begins with the hire date of somebody who has not begun', async () => {
    const { user } = await openRecord([], { hireDate: '2027-01-04' })
    await user.selectOptions(screen.getByLabelText('Employment type'), 'Intern')
    await waitFor(() => expect(screen.getByLabelText('Effective from')).toHaveProperty('value', '2027-01-04'))
  })

  it('is told to be ahead: the change is planned, and the field shows what still holds', async () => {
    const { user } = await openRecord([])
    fakeBridge.answer('employees', 'update', () => ({
      employee: employeeOf(1, { firstName: 'Ada', lastName: 'Lovelace', version: 5 }),
    }))
    await user.selectOptions(screen.getByLabelText('Employment type'), 'Intern')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Change planned')).toBeDefined()
    expect(screen.getByLabelText('Employment type')).toHaveProperty('value', '')
  })
})
