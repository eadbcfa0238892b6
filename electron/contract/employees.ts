import { accountView, signInSlip } from './accounts.ts'
import { effectiveFrom } from './assignments.ts'
import { call } from './call.ts'
import { customInput, customKeys, customValues } from './custom-fields.ts'
import { employeeFilter, employeeSort, employeeStatus, employmentType, settableStatuses } from './employee-filter.ts'
import {
  id,
  instant,
  newPassword,
  nothing,
  optionalDate,
  optionalEmail,
  optionalLine,
  optionalPhone,
  optionalText,
  plainDate,
  requiredLine,
  username,
} from './fields.ts'
import { role } from './roles.ts'
import { z } from './zod.ts'

/** The dates of an employee that cannot come before another one, with what to say where they do. */
const datesInOrder = [
  ['dateOfBirth', 'hireDate', 'The hire date must be after the date of birth.'],
  ['hireDate', 'probationEndDate', 'The probation cannot end before the hire date.'],
  ['hireDate', 'contractEndDate', 'The contract cannot end before the hire date.'],
] as const

type DateField = (typeof datesInOrder)[number][0 | 1]

const anyDate = plainDate('date')

const isDate = (value: unknown, field: DateField): boolean =>
  anyDate.safeParse((value as Partial<Record<DateField, unknown>> | undefined)?.[field]).success

/**
 * What a person types about an employee, one schema for the form and for the main process. The empty string says that
 * there is none of a text or a date, null that there is none of what is chosen.
 */
export const employeeFields = z
  .strictObject({
    employeeNumber: requiredLine('employee number', 32),
    firstName: requiredLine('first name'),
    middleName: optionalLine('middle name'),
    lastName: optionalLine('last name'),
    preferredName: optionalLine('preferred name'),
    dateOfBirth: optionalDate('date of birth'),
    workEmail: optionalEmail('work email'),
    workPhone: optionalPhone('work phone'),
    mobilePhone: optionalPhone('mobile phone'),
    personalEmail: optionalEmail('personal email'),
    address: optionalText('address', 500),
    emergencyContactName: optionalLine('name of the emergency contact'),
    emergencyContactPhone: optionalPhone('phone of the emergency contact'),
    emergencyContactRelation: optionalLine('relation of the emergency contact'),
    departmentId: id.nullable(),
    positionId: id.nullable(),
    managerId: id.nullable(),
    employmentType: employmentType.nullable(),
    hireDate: plainDate('hire date'),
    probationEndDate: optionalDate('end of the probation'),
    contractEndDate: optionalDate('end of the contract'),
    notes: optionalText('notes', 4000),
  })
  .check(
    ...datesInOrder.map(([earlier, later, message]) =>
      z.refine<Partial<Record<DateField, unknown>>>(
        (employee) => {
          const [first, second] = [String(employee[earlier]), String(employee[later])]
          return earlier === 'dateOfBirth' ? first < second : first <= second
        },
        // Whatever else is wrong: all that is, is told at once.
        { path: [later], error: message, when: ({ value }) => isDate(value, earlier) && isDate(value, later) },
      ),
    ),
  )

export type EmployeeInput = z.input<typeof employeeFields>

/** An employee of whom nothing is known yet, as a form begins. */
export const unknownEmployee: EmployeeInput = {
  employeeNumber: '',
  firstName: '',
  middleName: '',
  lastName: '',
  preferredName: '',
  dateOfBirth: '',
  workEmail: '',
  workPhone: '',
  mobilePhone: '',
  personalEmail: '',
  address: '',
  emergencyContactName: '',
  emergencyContactPhone: '',
  emergencyContactRelation: '',
  departmentId: null,
  positionId: null,
  managerId: null,
  employmentType: null,
  hireDate: '',
  probationEndDate: '',
  contractEndDate: '',
  notes: '',
}

/** The account that a new employee gets, or none. */
export const newAccountFields = z.strictObject({
  username,
  role,
  temporaryPassword: newPassword,
})

export const registerInput = z.strictObject({
  employee: employeeFields,
  account: newAccountFields.nullable(),
  /** Of custom fields those that were typed; every required one must be among them. */
  custom: customInput.optional(),
})

export type RegisterInput = z.input<typeof registerInput>

export const leavingReasons = [
  'resigned',
  'dismissed',
  'redundant',
  'contract-ended',
  'retired',
  'died',
  'other',
] as const

const leavingReason = z.enum(leavingReasons, { error: 'Choose a reason.' })

/** What an administrator says of somebody who leaves. */
export const leavingFields = z.strictObject({
  /** The last day of work; in the future it is kept, and done when the day is over. */
  leavingDate: plainDate('leaving date'),
  leavingReason,
  /** The employee who takes over their reports and departments; null for nobody. */
  successorId: id.nullable(),
})

export type LeavingInput = z.input<typeof leavingFields>

/** What an administrator says of somebody who comes back. */
export const rehireFields = z.strictObject({ hireDate: plainDate('hire date') })

/** What stands in the place of a number where a person reads it. */
const named = z.strictObject({ id, name: z.string() })

const text = z.string()

export const employeeRecord = z.strictObject({
  id,
  version: z.number().int(),
  employeeNumber: text,
  firstName: text,
  middleName: text,
  lastName: text,
  preferredName: text,
  dateOfBirth: text,
  workEmail: text,
  workPhone: text,
  mobilePhone: text,
  personalEmail: text,
  address: text,
  emergencyContactName: text,
  emergencyContactPhone: text,
  emergencyContactRelation: text,
  department: named.nullable(),
  position: named.nullable(),
  manager: named.nullable(),
  employmentType: employmentType.nullable(),
  hireDate: text,
  probationEndDate: text,
  contractEndDate: text,
  notes: text,
  custom: customValues,
  /** The last day of work, whether it is over (`left`) or still ahead. */
  leaving: z.strictObject({ date: text, reason: leavingReason, successor: named.nullable() }).nullable(),
  /** How many report to this employee. */
  reports: z.number().int(),
  status: employeeStatus,
  archivedAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  account: accountView.nullable(),
})

export type EmployeeRecord = z.infer<typeof employeeRecord>

/** What the list shows of an employee; in `custom` stands nothing but the fields that were asked for. */
export const employeeSummary = employeeRecord
  .pick({
    id: true,
    employeeNumber: true,
    firstName: true,
    lastName: true,
    workEmail: true,
    workPhone: true,
    department: true,
    position: true,
    manager: true,
    employmentType: true,
    hireDate: true,
    probationEndDate: true,
    contractEndDate: true,
    status: true,
    custom: true,
    account: true,
  })
  /** Of a leaving its day alone. */
  .extend({ leaving: z.object({ date: text }).nullable() })

export type EmployeeSummary = z.infer<typeof employeeSummary>

/** Most rows of one page of the list. The list itself has no cap: it reads page after page. */
export const longestPage = 200

const halfFilled = (maximum: number) => z.string().max(maximum * 4)

/** The half-filled registration, kept in the session. Passwords are never part of it. */
export const registrationDraft = z.strictObject({
  step: z.number().int().min(0).max(3),
  employeeNumber: halfFilled(100),
  firstName: halfFilled(100),
  lastName: halfFilled(100),
  dateOfBirth: halfFilled(10),
  workEmail: halfFilled(254),
  departmentId: id.nullable(),
  positionId: id.nullable(),
  managerId: id.nullable(),
  employmentType: employmentType.nullable(),
  hireDate: halfFilled(10),
  custom: customInput.optional(),
  createAccount: z.boolean(),
  username: halfFilled(100),
  role,
})

export type RegistrationDraft = z.infer<typeof registrationDraft>

const draft = z.strictObject({ draft: registrationDraft })

export const employeeCalls = {
  list: call({
    access: 'admin',
    input: z.strictObject({
      filter: employeeFilter.prefault({}),
      sort: employeeSort.default([]),
      /** The custom fields whose values the rows tell; one that is no longer asked for tells nothing. */
      custom: customKeys.default([]),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(longestPage),
    }),
    output: z.strictObject({
      /** Employees that match. */
      total: z.number().int(),
      /** Employees registered. */
      registered: z.number().int(),
      rows: z.array(employeeSummary),
    }),
  }),
  read: call({ access: 'admin', input: z.strictObject({ id }), output: z.strictObject({ employee: employeeRecord }) }),
  /** With an administrator's account it is refused with `REAUTH_REQUIRED` unless the password was given lately. */
  register: call({
    access: 'admin',
    input: registerInput,
    output: z.strictObject({ employee: employeeRecord, slip: signInSlip.nullable() }),
  }),
  /** Registers whoever asks, for the account that they have. Refused with `REFUSED` where a record belongs to it already. */
  createOwn: call({
    access: 'admin',
    input: registerInput.omit({ account: true }),
    output: z.strictObject({ employee: employeeRecord }),
  }),
  /** Refused with `CONFLICT` when somebody saved a newer version meanwhile. */
  update: call({
    access: 'admin',
    input: z.strictObject({
      id,
      version: z.number().int(),
      employee: employeeFields,
      /** From when a change of department, position, manager or employment type holds; left out, the usual day. */
      effectiveFrom: effectiveFrom.optional(),
      /** Of custom fields those that were typed. */
      custom: customInput.optional(),
    }),
    output: z.strictObject({ employee: employeeRecord }),
  }),
  /**
   * Lets an employee leave: their account is disabled, their sessions end, their reports go to the successor, all at
   * once; on a day that is still ahead, when it is over.
   */
  offboard: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ id, version: z.number().int(), leaving: leavingFields }),
    output: z.strictObject({ employee: employeeRecord }),
  }),
  /** Refused with `REFUSED` for somebody who left: they are rehired instead. */
  changeStatus: call({
    access: 'admin',
    input: z.strictObject({ id, version: z.number().int(), status: z.enum(settableStatuses) }),
    output: z.strictObject({ employee: employeeRecord }),
  }),
  /** Takes back a leaving that is still ahead. */
  cancelLeaving: call({
    access: 'admin',
    input: z.strictObject({ id, version: z.number().int() }),
    output: z.strictObject({ employee: employeeRecord }),
  }),
  /** Takes somebody on again who left; the account stays disabled until it is enabled. */
  rehire: call({
    access: 'admin',
    recentPassword: true,
    input: z.strictObject({ id, version: z.number().int(), rehire: rehireFields }),
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
