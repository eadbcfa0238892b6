import type { Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'
import { colleagues, employeeNumber, leaderOf } from './colleagues.ts'
import { departments } from './company.ts'

/** Registers the colleagues through the same calls that the form makes, each below their manager. */
export async function registerAll(page: Page): Promise<void> {
  const problem = await page.evaluate(async (people) => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    const found = await staffdesk.organisation.listDepartments({})
    const titles = await staffdesk.organisation.listPositions({})
    const fields = await staffdesk.customFields.list({})
    if (!found.ok || !titles.ok || !fields.ok) return 'the company could not be read'
    const departmentIds = new Map(found.value.departments.map(({ id, name }) => [name, id]))
    const positionIds = new Map(titles.value.positions.map(({ id, title }) => [title, id]))
    const ids = new Map<number, number>()
    for (const { number, department, position, manager, account, employee, custom } of people) {
      const departmentId = departmentIds.get(department) ?? null
      const positionId = positionIds.get(position) ?? null
      const managerId = manager === null ? null : (ids.get(manager) ?? null)
      const reply = await staffdesk.employees.register({
        employee: { ...employee, departmentId, positionId, managerId },
        account,
        custom: Object.fromEntries(fields.value.fields.map(({ id, name }) => [String(id), custom[name] ?? ''])),
      })
      if (!reply.ok) return `${employee.employeeNumber}: ${reply.error.message}`
      ids.set(number, reply.value.employee.id)
    }
    return null
  }, colleagues)
  if (problem !== null) throw new Error(`an employee was not registered: ${problem}`)
}

/** Gives each department its head. */
export async function appointHeads(page: Page): Promise<void> {
  const heads = departments.map(({ name }) => ({ name, head: employeeNumber(leaderOf(name)) }))
  const problem = await page.evaluate(async (wanted) => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    const everybody = await staffdesk.employees.list({ offset: 0, limit: 200 })
    const found = await staffdesk.organisation.listDepartments({})
    if (!everybody.ok || !found.ok) return 'the company could not be read'
    const ids = new Map(everybody.value.rows.map(({ id, employeeNumber }) => [employeeNumber, id]))
    for (const { id, version, name, code, parentId } of found.value.departments) {
      const led = wanted.find((one) => one.name === name)
      if (led === undefined) continue
      const department = { name, code, parentId, headId: ids.get(led.head) ?? null }
      const reply = await staffdesk.organisation.changeDepartment({ id, version, department })
      if (!reply.ok) return `${name}: ${reply.error.message}`
    }
    return null
  }, heads)
  if (problem !== null) throw new Error(`a head was not appointed: ${problem}`)
}
