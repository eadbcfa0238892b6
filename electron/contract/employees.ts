import { accountView, signInSlip } from './accounts.ts'
import { call } from './call.ts'
import {
  id,
  instant,
  newPassword,
  nothing,
  optionalEmail,
  optionalLine,
  plainDate,
  requiredLine,
  username,
} from './fields.ts'
import { role } from './roles.ts'
import { z } from './zod.ts'

export const employeeStatuses = ['draft', 'active', 'inactive', 'suspended', 'left'] as const

export const employeeStatus = z.enum(employeeStatuses)

/** What a person types about an employee, one schema for the form and for the main process. */
export const employeeFields = z.strictObject({
  employeeNumber: requiredLine('employee number', 32),
  firstName: requiredLine('first name'),
  lastName: optionalLine('last name'),
  workEmail: optionalEmail('work email'),
  hireDate: plainDate('hire date'),
})

/** The account that a new employee gets, or none. */
export const newAccountFields = z.strictObject({
  username,
  role,
  temporaryPassword: newPassword,
})

export const registerInput = z.strictObject({
  employee: employeeFields,
  account: newAccountFields.nullable(),
})

export type RegisterInput = z.input<typeof registerInput>

export const employeeRecord = z.strictObject({
  id,
  version: z.number().int(),
  employeeNumber: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  workEmail: z.string(),
  hireDate: z.string(),
  status: employeeStatus,
  createdAt: instant,
  updatedAt: instant,
  account: accountView.nullable(),
})

export type EmployeeRecord = z.infer<typeof employeeRecord>

/** Most rows of one page of the list. The list itself has no cap: it reads page after page. */
export const longestPage = 200

/** The half-filled registration, kept in the session. Passwords are never part of it. */
export const registrationDraft = z.strictObject({
  step: z.number().int().min(0).max(3),
  employeeNumber: z.string().max(400),
  firstName: z.string().max(400),
  lastName: z.string().max(400),
  workEmail: z.string().max(1016),
  hireDate: z.string().max(40),
  createAccount: z.boolean(),
  username: z.string().max(400),
  role,
})

export type RegistrationDraft = z.infer<typeof registrationDraft>

const draft = z.strictObject({ draft: registrationDraft })

export const employeeCalls = {
  list: call({
    access: 'admin',
    input: z.strictObject({
      /** Matches name, employee number and username, anywhere in them, accents and case folded. */
      search: optionalLine('search', 100),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestPage),
    }),
    output: z.strictObject({
      /** Employees that match. */
      total: z.number().int(),
      /** Employees registered. */
      registered: z.number().int(),
      rows: z.array(employeeRecord),
    }),
  }),
  read: call({ access: 'admin', input: z.strictObject({ id }), output: z.strictObject({ employee: employeeRecord }) }),
  register: call({
    access: 'admin',
    input: registerInput,
    output: z.strictObject({ employee: employeeRecord, slip: signInSlip.nullable() }),
  }),
  /** Refused with `CONFLICT` when somebody saved a newer version meanwhile. */
  update: call({
    access: 'admin',
    input: z.strictObject({ id, version: z.number().int(), employee: employeeFields }),
    output: z.strictObject({ employee: employeeRecord }),
  }),
  readDraft: call({
    access: 'admin',
    input: nothing,
    output: z.strictObject({ draft: registrationDraft.nullable() }),
  }),
  saveDraft: call({ access: 'admin', input: draft, output: nothing }),
  discardDraft: call({ access: 'admin', input: nothing, output: nothing }),
} as const

export const employeeEvents = {
  'employees.changed': z.strictObject({}),
} as const
