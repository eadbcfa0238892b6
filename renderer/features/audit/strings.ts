import type { AuditAction, AuditArea } from '../../../electron/contract/audit.ts'
import { endReasonWords } from '../../../electron/contract/session-view.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { roleWords } from '../../ui/roles.ts'
import { employmentTypeWords, fieldWords, statusWords } from '../employees/strings.ts'

const actions: Readonly<Record<AuditAction, string>> = {
  'sign_in.failed': 'Sign-in failed',
  'sign_in.throttled': 'Sign-in has to wait',
  'recovery_code.failed': 'Wrong recovery code',
  'recovery_code.used': 'Recovery code used',
  'session.created': 'Signed in',
  'session.restored': 'Session restored',
  'session.locking': 'Session about to lock',
  'session.locked': 'Session locked',
  'session.unlocked': 'Session unlocked',
  'session.expiring': 'Session about to expire',
  'session.property_deleted': 'Session property deleted',
  'session.cleared': 'Session cleared',
  'session.ended': 'Session ended',
  'session_policy.changed': 'Rules for sessions changed',
  'session_secrets.created': 'Signing key made',
  'session_secrets.renewed': 'Signing key renewed',
  'clock.set_back': 'Clock was set back',
  'account.created': 'Account created',
  'account.disabled': 'Account disabled',
  'account.enabled': 'Account enabled',
  'account.role_changed': 'Role changed',
  'password.changed': 'Password changed',
  'password.reset': 'Password reset',
  'employee.registered': 'Employee registered',
  'employee.updated': 'Employee changed',
  'employee.leaving_planned': 'Leaving planned',
  'employee.leaving_cancelled': 'Leaving cancelled',
  'employee.left': 'Employee left',
  'employee.rehired': 'Employee rehired',
  'employee.removed': 'Employee removed',
  'employees.imported': 'Employees imported',
  'employees.import_undone': 'Import undone',
  'department.added': 'Department added',
  'department.changed': 'Department changed',
  'department.removed': 'Department removed',
  'position.added': 'Position added',
  'position.changed': 'Position changed',
  'position.removed': 'Position removed',
  'company.set_up': 'Company set up',
  'company.started_over': 'Started over',
  'company.database_restored': 'Database put in place',
}

const fields: Readonly<Record<string, string>> = {
  ...fieldWords,
  status: 'Status',
  name: 'Name',
  code: 'Code',
  parent: 'Parent department',
  head: 'Head',
  title: 'Title',
  password: 'Password',
  reason: 'Reason',
  theme: 'Theme',
  draft: 'Draft',
  import: 'Import',
  created: 'New',
  changed: 'Changed',
  skipped: 'Left out',
}

/** The words for values that are names of a closed list, by field. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  reason: endReasonWords,
  role: roleWords,
  status: statusWords,
  employmentType: employmentTypeWords,
}

const plainDate = /^\d{4}-\d{2}-\d{2}$/

/** The words of the audit. */
export const words = {
  heading: 'Audit log',
  loading: 'Loading the audit log',
  failure: 'The audit log could not be loaded',
  table: 'What happened, one entry in each row, the last first',
  columns: { at: 'When', actor: 'Who', action: 'What', subject: 'To what', changes: 'Changes', computer: 'Computer' },
  search: 'Search the audit log',
  area: 'Part',
  everyArea: 'Everything',
  areas: {
    'sign-in': 'Sign-in',
    sessions: 'Sessions',
    accounts: 'Accounts',
    employees: 'Employees',
    organisation: 'Departments and positions',
    company: 'Company',
  } satisfies Record<AuditArea, string>,
  outcome: 'Outcome',
  everyOutcome: 'Any outcome',
  outcomes: { success: 'Done', refused: 'Refused', failure: 'Failed' },
  from: 'From',
  until: 'Until',
  total: (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'entry' : 'entries'}`,
  /** An action of a newer Staffdesk stands as it was written. */
  action: (action: string): string => (actions as Readonly<Record<string, string>>)[action] ?? action,
  field: (field: string): string => fields[field] ?? field,
  value: (field: string, value: string): string =>
    values[field]?.[value] ?? (plainDate.test(value) ? formatPlainDate(value) : value),
  nobody: 'Staffdesk',
  nothing: '–',
  notKept: 'not kept',
  becomes: 'becomes',
  nothingMatches: {
    title: 'Nothing matches',
    detail: 'No entry of the audit log is of that kind.',
    action: 'Clear filters',
  },
  history: {
    heading: 'History',
    failure: 'The history could not be loaded',
    table: 'What happened to this employee and their account, the last first',
  },
} as const
