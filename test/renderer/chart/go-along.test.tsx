import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { GoAlong } from '../../../renderer/features/chart/GoAlong.tsx'
import { employeeOf, serveRegistry } from '../employees/registry.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { renderScreen } from '../render-screen.tsx'
import { serveChart } from './company.ts'

const names = ['Grace Hopper', 'Ada Lovelace', 'Alan Turing', 'Zoë Müller', 'Noor Özdemir', 'Ben Bell']

/** Somebody whose manager is number 9 and who has so many reports. */
async function show(reports: number, managerId: number | null) {
  const manager = { id: 9, name: 'Cleo Carr' }
  serveRegistry([employeeOf(1, { firstName: 'Ida', manager, reports })])
  serveChart(
    names.slice(0, reports).map((name, index) => ({ id: 10 + index, name, managerId: 1 })),
    null,
  )
  await renderScreen(<GoAlong id={1} managerId={managerId} />)
}

describe('who goes along with somebody who is given another manager', () => {
  it.each([
    [1, 'Ida and goes along: Grace Hopper.', '1 person reports to '],
    [3, 'Ida and go along: Grace Hopper, Ada Lovelace and Alan Turing.', '3 people report to '],
    [6, 'Ida and go along: Grace Hopper, Ada Lovelace, Alan Turing and 3 more.', '6 people report to '],
  ])('is said of %d', async (reports, end, beginning) => {
    await show(reports, 8)
    expect(await screen.findByText(`${beginning}${end}`)).toBeDefined()
  })

  it('is not said while the manager stays, nor of somebody to whom nobody reports', async () => {
    await show(3, 9)
    await screen.findByRole('status')
    expect(screen.getByRole('status').textContent).toBe('')
    expect(fakeBridge.inputs('chart', 'below')).toEqual([])
  })

  it('is said as well when somebody comes to report to nobody', async () => {
    await show(1, null)
    expect(await screen.findByText('1 person reports to Ida and goes along: Grace Hopper.')).toBeDefined()
  })
})
