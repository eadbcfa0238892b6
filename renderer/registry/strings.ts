import type { employmentTypes } from '../../electron/contract/employee-filter.ts'
import type { leavingReasons, RegisterInput } from '../../electron/contract/employees.ts'

/** The words of the person's fields, of the account's fields and of the steps that ask for them. */
export const fieldWords = {
  employeeNumber: 'Employee number',
  firstName: 'First name',
  middleName: 'Middle name',
  lastName: 'Last name',
  preferredName: 'Preferred name',
  dateOfBirth: 'Date of birth',
  workEmail: 'Work email',
  workPhone: 'Work phone',
  mobilePhone: 'Mobile phone',
  personalEmail: 'Personal email',
  address: 'Address',
  emergencyContactName: 'Name of the emergency contact',
  emergencyContactPhone: 'Phone of the emergency contact',
  emergencyContactRelation: 'Relation of the emergency contact',
  departmentId: 'Department',
  positionId: 'Position',
  managerId: 'Manager',
  employmentType: 'Employment type',
  hireDate: 'Hire date',
  probationEndDate: 'End of probation',
  contractEndDate: 'End of contract',
  notes: 'Notes',
  createAccount: 'Create an account',
  username: 'Username',
  role: 'Role',
  temporaryPassword: 'Temporary password',
} as const satisfies Record<keyof RegisterInput['employee'], string> & Record<string, string>

/** The groups of the fields, on the form and wherever a person is shown. */
export const groupWords = {
  identity: 'Identity',
  contact: 'Contact',
  emergency: 'Emergency contact',
  job: 'Job',
  notes: 'Notes',
} as const

/** The fields of an offboarding. */
export const leavingFieldWords = {
  leavingDate: 'Leaving date',
  leavingReason: 'Reason',
  choose: 'Choose a reason',
  successorId: 'Reports and departments go to',
} as const

export const employmentTypeWords = {
  'full-time': 'Full-time',
  'part-time': 'Part-time',
  contractor: 'Contractor',
  intern: 'Intern',
  temporary: 'Temporary',
} as const satisfies Record<(typeof employmentTypes)[number], string>

export const leavingReasonWords = {
  resigned: 'Resigned',
  dismissed: 'Dismissed',
  redundant: 'Made redundant',
  'contract-ended': 'Contract ended',
  retired: 'Retired',
  died: 'Died',
  other: 'Other',
} as const satisfies Record<(typeof leavingReasons)[number], string>

export const statusWords = {
  draft: 'Draft',
  active: 'Active',
  inactive: 'Inactive',
  suspended: 'Suspended',
  left: 'Left',
} as const

export const placeWords = {
  clear: 'Clear',
  nothing: 'Nothing matches',
} as const

export const accountWords = { disabled: 'Disabled' } as const
