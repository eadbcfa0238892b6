import { call } from './call.ts'
import { id, instant, optionalLine } from './fields.ts'
import { z } from './zod.ts'

/** Everything that the audit tells of, by the part of Staffdesk in which it happens. */
export const auditAreas = {
  'sign-in': ['sign_in.failed', 'sign_in.throttled', 'recovery_code.failed', 'recovery_code.used'],
  sessions: [
    'session.created',
    'session.restored',
    'session.locking',
    'session.locked',
    'session.unlocked',
    'session.expiring',
    'session.property_deleted',
    'session.cleared',
    'session.ended',
    'session_policy.changed',
    'session_secrets.created',
    'session_secrets.renewed',
    'clock.set_back',
  ],
  accounts: [
    'account.created',
    'account.disabled',
    'account.enabled',
    'account.unlocked',
    'account.role_changed',
    'password.changed',
    'password.reset',
  ],
  employees: [
    'employee.registered',
    'employee.updated',
    'employee.status_changed',
    'employee.leaving_planned',
    'employee.leaving_cancelled',
    'employee.left',
    'employee.rehired',
    'employee.removed',
    'employees.imported',
    'employees.import_undone',
    'employee.celebrations_chosen',
    'employee.assignment_planned',
    'employee.assignment_cancelled',
    'employee.assignment_refused',
    'employee.archived',
    'employee.restored',
    'employee.purged',
    'employee_numbers.changed',
    'photo.changed',
    'photo.removed',
    'employees.exported',
    'employees.bulk_changed',
    'employees.bulk_undone',
    'saved_view.shared',
    'saved_view.changed',
    'saved_view.withdrawn',
  ],
  organisation: [
    'department.added',
    'department.changed',
    'department.removed',
    'position.added',
    'position.changed',
    'position.removed',
  ],
  'custom-fields': [
    'custom_field.added',
    'custom_field.changed',
    'custom_field.archived',
    'custom_field.restored',
    'custom_field.removed',
  ],
  company: ['company.set_up', 'company.started_over', 'company.database_restored', 'audit.exported'],
  access: ['access.denied', 'act.failed'],
} as const

export type AuditArea = keyof typeof auditAreas
export type AuditAction = (typeof auditAreas)[AuditArea][number]

const areas = Object.keys(auditAreas) as [AuditArea, ...AuditArea[]]

export const auditOutcomes = ['success', 'refused', 'failure'] as const

const auditChange = z.strictObject({
  field: z.string(),
  /** What stood there, as text; null for nothing. */
  old: z.string().nullable(),
  new: z.string().nullable(),
  /** False for a secret, whose values are never kept, and for values that were purged. */
  isKept: z.boolean(),
})

export const auditEntry = z.strictObject({
  id,
  at: instant,
  /** The username of whoever did it; null for Staffdesk itself and for people nobody has signed in yet. */
  actor: z.string().nullable(),
  computer: z.string(),
  /** One of `auditAreas`, or what another version of Staffdesk wrote. */
  action: z.string(),
  subjectKind: z.string(),
  subjectId: id.nullable(),
  subjectName: z.string().nullable(),
  outcome: z.enum(auditOutcomes),
  changes: z.array(auditChange),
})

export type AuditEntry = z.infer<typeof auditEntry>
export type AuditChange = z.infer<typeof auditChange>

/** Most entries of one page; the log itself has no cap. */
export const longestAuditPage = 200

const page = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(longestAuditPage) }

const entries = z.strictObject({
  /** Entries that match. */
  total: z.number().int(),
  entries: z.array(auditEntry),
})

/** Which entries are meant. */
const auditFilter = z.strictObject({
  /** Its words stand in the name of whoever did it, or of what it was done to; found as employees are. */
  search: optionalLine('search', 100),
  area: z.enum(areas).nullable(),
  outcome: z.enum(auditOutcomes).nullable(),
  /** From this instant on; null from the beginning. */
  from: instant.nullable(),
  /** Before this instant; null to the end. */
  before: instant.nullable(),
})

export type AuditFilter = z.output<typeof auditFilter>

export const auditCalls = {
  /** A page of everything that happened, the last first. */
  list: call({
    access: 'admin',
    input: auditFilter.extend(page),
    output: entries,
  }),
  /** A page of what happened to an employee and their account, the last first. */
  employee: call({ access: 'admin', input: z.strictObject({ id, ...page }), output: entries }),
  /** Writes the entries that are meant to a CSV file that the person chooses, the last first; null when they cancel. */
  export: call({
    access: 'admin',
    recentPassword: true,
    input: auditFilter,
    output: z.strictObject({
      exported: z.strictObject({ fileName: z.string(), entries: z.number().int() }).nullable(),
    }),
  }),
} as const
