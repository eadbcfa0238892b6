import { notifications } from '@mantine/notifications'
import { vi } from 'vitest'
import type { AccountView, SignInSlip } from '../../../electron/contract/accounts.ts'
import { type EmployeeRecord, type RegistrationDraft, unknownEmployee } from '../../../electron/contract/employees.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { adminSession, failing, renderApp, startState } from '../render-app.tsx'

export const accountOf = (id: number, more: Partial<AccountView> = {}): AccountView => ({
  id,
  username: `user${id}`,
  role: 'employee',
  disabledAt: null,
  lastSignInAt: null,
  mustChoosePassword: false,
  ...more,
})

const { departmentId: _, positionId: __, managerId: ___, ...unknownTexts } = unknownEmployee
const unknownRecord = {
  ...unknownTexts,
  department: null,
  position: null,
  manager: null,
  leaving: null,
  reports: 0,
  custom: {},
  archivedAt: null,
}

export const employeeOf = (id: number, more: Partial<EmployeeRecord> = {}): EmployeeRecord => ({
  ...unknownRecord,
  id,
  version: 1,
  employeeNumber: `E-${id}`,
  firstName: 'Person',
  lastName: String(id),
  hireDate: '2026-01-05',
  status: 'active',
  createdAt: '2026-01-05T08:00:00.000Z',
  updatedAt: '2026-01-05T08:00:00.000Z',
  account: accountOf(id),
  ...more,
})

const slipOf = (name: string, username: string, temporaryPassword: string): SignInSlip => ({
  company: 'Acme Office',
  name,
  username,
  temporaryPassword,
  expiresAt: '2026-11-27T09:00:00.000Z',
})

const byId = (employees: readonly EmployeeRecord[], id: number) => employees.find((employee) => employee.id === id)

const byAccount = (employees: readonly EmployeeRecord[], accountId: number): AccountView => {
  const account = employees.find((employee) => employee.account?.id === accountId)?.account
  if (!account) throw new Error(`No account ${accountId}`)
  return account
}

/** Answers every call of the registry over the given employees, which the test may change as others would. */
export function serveRegistry(employees: EmployeeRecord[], draft: RegistrationDraft | null = null): void {
  let kept = draft
  notifications.clean()
  fakeBridge.answer('employees', 'list', ({ filter, offset, limit }) => {
    const rows = employees.filter(
      (employee) =>
        (employee.archivedAt !== null) === (filter?.archived ?? false) &&
        `${employee.firstName} ${employee.lastName} ${employee.employeeNumber}`.includes(filter?.search ?? ''),
    )
    const registered = employees.filter(({ archivedAt }) => archivedAt === null).length
    return { total: rows.length, registered, rows: rows.slice(offset, offset + limit) }
  })
  fakeBridge.answer('employees', 'read', ({ id }) => {
    const employee = byId(employees, id)
    return employee ? { employee } : failing({ code: 'NOT_FOUND', message: 'There is no such employee.' })
  })
  fakeBridge.answer('employees', 'register', ({ employee, account }) => {
    const id = employees.length + 1
    const registered = employeeOf(id, {
      ...employee,
      account: account && accountOf(id, { username: account.username, role: account.role }),
    })
    employees.push(registered)
    const name = `${registered.firstName} ${registered.lastName}`.trim()
    return { employee: registered, slip: account && slipOf(name, account.username, account.temporaryPassword) }
  })
  fakeBridge.answer('employees', 'update', ({ id, version, employee }) => {
    const index = employees.findIndex((candidate) => candidate.id === id)
    const current = employees[index]
    if (current === undefined || current.version !== version)
      return failing({ code: 'CONFLICT', message: 'Somebody saved a newer version.' })
    const saved = { ...current, ...employee, version: version + 1 }
    employees[index] = saved
    return { employee: saved }
  })
  const change = (id: number, changes: Partial<EmployeeRecord>) => {
    const index = employees.findIndex((candidate) => candidate.id === id)
    const current = employees[index]
    if (!current) return failing({ code: 'NOT_FOUND', message: 'There is no such employee.' })
    const employee = { ...current, ...changes, version: current.version + 1 }
    employees[index] = employee
    return { employee }
  }
  fakeBridge.answer('employees', 'offboard', ({ id, leaving: { leavingDate, leavingReason } }) =>
    change(id, {
      status: leavingDate > '2026-11-20' ? 'active' : 'left',
      leaving: { date: leavingDate, reason: leavingReason, successor: null },
    }),
  )
  fakeBridge.answer('employees', 'changeStatus', ({ id, status }) => change(id, { status }))
  fakeBridge.answer('employees', 'cancelLeaving', ({ id }) => change(id, { leaving: null }))
  fakeBridge.answer('employees', 'rehire', ({ id, rehire: { hireDate } }) =>
    change(id, { status: 'active', leaving: null, hireDate }),
  )
  fakeBridge.answer('employees', 'archive', ({ id }) => change(id, { archivedAt: '2026-11-20T09:00:00.000Z' }))
  fakeBridge.answer('employees', 'restore', ({ id }) => change(id, { archivedAt: null }))
  fakeBridge.answer('employees', 'readDependents', () => ({
    reports: 0,
    departments: [],
    successions: 0,
    account: { username: 'user1', stays: false, sessions: 3, keptProperties: 1 },
    historyEntries: 7,
  }))
  fakeBridge.answer('employees', 'purge', ({ id }) => {
    employees.splice(
      employees.findIndex((candidate) => candidate.id === id),
      1,
    )
    return {}
  })
  fakeBridge.answer('organisation', 'listDepartments', () => ({ departments: [] }))
  fakeBridge.answer('organisation', 'listPositions', () => ({ positions: [] }))
  fakeBridge.answer('employeeList', 'readLayout', () => ({ layout: null }))
  fakeBridge.answer('customFields', 'list', () => ({ fields: [] }))
  fakeBridge.answer('assignments', 'list', () => ({ assignments: [] }))
  fakeBridge.answer('assignments', 'today', () => ({ today: '2026-11-20' }))
  fakeBridge.answer('employeeList', 'saveLayout', () => ({}))
  fakeBridge.answer('audit', 'employee', () => ({ total: 0, entries: [] }))
  fakeBridge.answer('photos', 'versions', () => ({ photos: [] }))
  fakeBridge.answer('employees', 'readDraft', () => ({ draft: kept }))
  fakeBridge.answer('employees', 'saveDraft', (input) => {
    kept = input.draft
    return {}
  })
  fakeBridge.answer('employees', 'discardDraft', () => {
    kept = null
    return {}
  })
  fakeBridge.answer('accounts', 'readAccess', () => ({
    failures: 0,
    waitsUntil: null,
    isDisabledByFailures: false,
    signIns: [],
  }))
  fakeBridge.answer('sessions', 'list', () => ({ sessions: [] }))
  fakeBridge.answer('employees', 'readNumberPattern', () => ({ pattern: '', next: null }))
  fakeBridge.answer('employees', 'findSimilar', () => ({ similar: [] }))
  fakeBridge.answer('employees', 'createAccount', ({ id, account }) => {
    const { employee } = change(id, { account: accountOf(id, { username: account.username, role: account.role }) }) as {
      employee: EmployeeRecord
    }
    const name = `${employee.firstName} ${employee.lastName}`
    return { employee, slip: slipOf(name, account.username, account.temporaryPassword) }
  })
  fakeBridge.answer('accounts', 'generatePassword', () => ({ password: 'amber canoe violet plinth' }))
  fakeBridge.answer('accounts', 'disable', ({ accountId }) => {
    const account = byAccount(employees, accountId)
    Object.assign(account, { disabledAt: '2026-11-20T09:00:00.000Z' })
    return { account }
  })
  fakeBridge.answer('accounts', 'enable', ({ accountId }) => {
    const account = byAccount(employees, accountId)
    Object.assign(account, { disabledAt: null })
    return { account }
  })
  fakeBridge.answer('accounts', 'resetPassword', ({ accountId, temporaryPassword }) => ({
    slip: slipOf('Person', byAccount(employees, accountId).username, temporaryPassword),
  }))
  fakeBridge.answer('application', 'copy', () => ({}))
  fakeBridge.answer('application', 'print', () => ({ printed: true }))
}

/** Starts the renderer at a screen, with an administrator signed in. */
export const openAt = (destination: 'employees' | 'register-employee') =>
  renderApp(startState({ show: { screen: 'signed-in', session: adminSession, notice: null, destination } }))

/** Gives every element the size of a window: happy-dom lays nothing out, and a list shows only what is in sight. */
export function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900)
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(1_000_000)
}
