import { expect, type Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'
import { employeeNumber, known, nameOf } from './colleagues.ts'
import { confirmPassword, heading, open, press } from './hands.ts'
import type { Stage } from './stage.ts'

/** Those who left in the last months, by their numbers, with the last day of each. */
const leavers = [
  [58, '2026-03-31'],
  [47, '2026-06-30'],
  [53, '2026-06-15'],
  [36, '2026-09-30'],
  [41, '2026-10-31'],
] as const

/** Of them the one whose archived record is looked at. */
const archived = known(36)

/** Offboards them through the same call that the dialog makes. */
export async function letLeave(page: Page): Promise<void> {
  await confirmPassword(page)
  const problem = await page.evaluate(
    async (wanted) => {
      const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
      const found = await staffdesk.employees.list({ offset: 0, limit: 200 })
      if (!found.ok) return found.error.message
      for (const { number, leavingDate } of wanted) {
        const id = found.value.rows.find(({ employeeNumber }) => employeeNumber === number)?.id ?? 0
        const read = await staffdesk.employees.read({ id })
        if (!read.ok) return read.error.message
        const leaving = { leavingDate, leavingReason: 'resigned', successorId: null } as const
        const left = await staffdesk.employees.offboard({ id, version: read.value.employee.version, leaving })
        if (!left.ok) return left.error.message
      }
      return null
    },
    leavers.map(([number, leavingDate]) => ({ number: employeeNumber(number), leavingDate })),
  )
  if (problem !== null) throw new Error(`somebody did not leave: ${problem}`)
}

/** Those who left are archived, and of one it is asked what a purge would take along. */
export async function archiveAndPurge({ page, picture }: Stage): Promise<void> {
  const problem = await page.evaluate(async () => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    const found = await staffdesk.employees.list({ filter: { statuses: ['left'] }, offset: 0, limit: 200 })
    if (!found.ok) return found.error.message
    for (const { id } of found.value.rows) {
      const read = await staffdesk.employees.read({ id })
      if (!read.ok) return read.error.message
      const reply = await staffdesk.employees.archive({ id, version: read.value.employee.version })
      if (!reply.ok) return reply.error.message
    }
    return null
  })
  if (problem !== null) throw new Error(`somebody was not archived: ${problem}`)
  await open(page, 'Employees')
  await page.getByRole('link', { name: 'Archived employees' }).click()
  await heading(page, 'Archived employees')
  await expect(page.getByText(`${leavers.length} employees`)).toBeVisible()
  await picture('archived-employees')
  await page.getByRole('link', { name: nameOf(archived) }).click()
  await expect(page.getByText(/^Archived on /)).toBeVisible()
  await picture('archived-employee')
  await press(page, 'Purge employee')
  await expect(page.getByText('This cannot be undone.')).toBeVisible()
  await page.getByLabel(`Type “${nameOf(archived)}” to purge`, { exact: true }).fill(nameOf(archived))
  await picture('purge')
  await press(page, 'Cancel')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
