import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import type { EmployeeListLayout } from '../../../electron/contract/employee-list.ts'
import { columnsWith, shownOf } from '../../../renderer/features/employee-list/columns.ts'
import { defaultLayout, leastWidth } from '../../../renderer/features/employee-list/layout.ts'
import { layOut, openAt } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'
import { lastQuestion, serveList, three } from './company.ts'

const headers = () =>
  screen
    .getAllByRole('columnheader')
    .slice(1)
    .map((header) => header.textContent)
const header = (name: string) => screen.getByRole('columnheader', { name: new RegExp(`^${name}`) })
const press = (name: string) => within(header(name)).getByRole('button')
const edge = (column: string) => screen.getByRole('separator', { name: `Width of ${column}` })
const saved = () => fakeBridge.inputs('employeeList', 'saveLayout').map(({ layout }) => layout)

/** Opens the list of a person who keeps a layout, and what they keep from then on. */
async function open(layout: EmployeeListLayout | null = null) {
  serveList(three())
  let kept = layout
  fakeBridge.answer('employeeList', 'readLayout', () => ({ layout: kept }))
  fakeBridge.answer('employeeList', 'saveLayout', (input) => {
    kept = input.layout
    return {}
  })
  const user = await openAt('employees')
  await screen.findByRole('link', { name: 'Ada' })
  return user
}

beforeAll(layOut)

describe('the columns that the list comes with', () => {
  it('fit beside a scroll bar in the smallest window', () => {
    // 1024 pixels without the rail, the margins and a scroll bar of 15.
    expect(leastWidth(defaultLayout, shownOf(columnsWith([]), defaultLayout))).toBeLessThanOrEqual(1024 - 208 - 48 - 15)
  })
})

describe('the order', () => {
  it('is by name until a header is pressed, which main then follows', async () => {
    const user = await open()
    expect(header('Name').getAttribute('aria-sort')).toBe('ascending')
    expect(lastQuestion()?.sort).toEqual([])
    await user.click(press('Department'))
    await waitFor(() => expect(lastQuestion()?.sort).toEqual([{ column: 'department', descending: false }]))
    expect(header('Department').getAttribute('aria-sort')).toBe('ascending')
    expect(header('Name').getAttribute('aria-sort')).toBeNull()
    await user.click(press('Department'))
    await waitFor(() => expect(lastQuestion()?.sort).toEqual([{ column: 'department', descending: true }]))
    expect(header('Department').getAttribute('aria-sort')).toBe('descending')
  })

  it('takes further columns with Shift, by mouse and by keyboard, and says which counts most', async () => {
    const user = await open()
    await user.click(press('Department'))
    await user.keyboard('{Shift>}')
    await user.click(press('Hire date'))
    press('Status').focus()
    await user.keyboard('{Enter}')
    await user.keyboard('{Enter}')
    await user.keyboard('{/Shift}')
    await waitFor(() =>
      expect(lastQuestion()?.sort).toEqual([
        { column: 'department', descending: false },
        { column: 'hireDate', descending: false },
        { column: 'status', descending: true },
      ]),
    )
    expect(press('Department').textContent).toBe('Department1, 1 of 3 in the order')
    expect(header('Status').getAttribute('aria-sort')).toBe('descending')
    await user.keyboard('{Shift>}{Enter}{/Shift}')
    await waitFor(() => expect(lastQuestion()?.sort).toHaveLength(2))
    await user.click(press('Number'))
    await waitFor(() => expect(lastQuestion()?.sort).toEqual([{ column: 'employeeNumber', descending: false }]))
  })

  it('is there again when one comes back', async () => {
    const user = await open()
    await user.click(press('Hire date'))
    await user.click(screen.getByRole('link', { name: 'Ben' }))
    await screen.findByRole('heading', { level: 1, name: 'Ben' })
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await screen.findByRole('link', { name: 'Ben' })
    expect(header('Hire date').getAttribute('aria-sort')).toBe('ascending')
  })
})

describe('the columns', () => {
  it('are chosen from a menu in which the name always stays, and kept with the person', async () => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    const choice = within(screen.getByRole('group', { name: 'Columns that are shown' }))
    expect(choice.getByRole('checkbox', { name: 'Name' })).toHaveProperty('disabled', true)
    await user.click(choice.getByRole('checkbox', { name: 'Manager' }))
    await user.click(choice.getByRole('checkbox', { name: 'Number' }))
    expect(headers()).toEqual(['Name', 'Department', 'Position', 'Manager', 'Hire date', 'Status'])
    expect(screen.getByRole('link', { name: 'Ben' }).closest('tr')?.textContent).toContain('FieldClerkAda')
    expect(saved().at(-1)).toEqual({
      columns: ['department', 'position', 'manager', 'hireDate', 'status'],
      widths: {},
    })
    await user.click(screen.getByRole('button', { name: 'Reset to default' }))
    expect(headers()).toContain('Number')
    expect(saved().at(-1)).toBeNull()
  })

  it('stand as the person left them', async () => {
    await open({ columns: ['status', 'manager'], widths: { name: 320 } })
    expect(headers()).toEqual(['Name', 'Manager', 'Status'])
    expect(edge('Name').getAttribute('aria-valuenow')).toBe('320')
    expect(screen.getByRole('table').style.getPropertyValue('--columns')).toContain('320px')
  })

  it('are made wider and narrower by the keyboard, within bounds', async () => {
    const user = await open()
    edge('Number').focus()
    for (const [key, width] of [
      ['ArrowRight', 120],
      ['ArrowLeft', 104],
      ['Home', 64],
      ['ArrowLeft', 64],
      ['End', 640],
      ['ArrowRight', 640],
    ] as const) {
      await user.keyboard(`{${key}}`)
      await waitFor(() => expect(edge('Number').getAttribute('aria-valuenow'), key).toBe(String(width)))
      expect(saved().at(-1)?.widths).toEqual({ employeeNumber: width })
    }
    await user.keyboard('{Enter}')
    await waitFor(() => expect(edge('Number').getAttribute('aria-valuenow')).toBe('104'))
    expect(saved().at(-1)?.widths).toEqual({})
    const times = saved().length
    await user.keyboard('{Tab}')
    expect(saved()).toHaveLength(times)
  })

  it('are made wider by the mouse, and kept once it lets go', async () => {
    await open()
    const handle = edge('Number')
    handle.setPointerCapture = () => {}
    fireEvent.pointerDown(handle, { button: 0, clientX: 100, pointerId: 1 })
    fireEvent.pointerMove(handle, { clientX: 140 })
    fireEvent.pointerMove(handle, { clientX: 150 })
    await waitFor(() => expect(edge('Number').getAttribute('aria-valuenow')).toBe('154'))
    expect(saved()).toEqual([])
    fireEvent.lostPointerCapture(handle)
    await waitFor(() => expect(saved().at(-1)?.widths).toEqual({ employeeNumber: 154 }))
  })

  it('say that they could not be kept', async () => {
    const user = await open()
    fakeBridge.answer('employeeList', 'saveLayout', () =>
      failing({ code: 'DATABASE_UNAVAILABLE', message: 'The data cannot be reached.' }),
    )
    edge('Number').focus()
    await user.keyboard('{ArrowRight}')
    expect((await screen.findByRole('alert')).textContent).toContain('Your columns could not be kept')
  })
})
