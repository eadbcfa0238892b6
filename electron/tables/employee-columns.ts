import type { EmployeeInput } from '../contract/employees.ts'

/**
 * The columns of a table of employees that an import takes over, in the order of an export. A department is written by
 * its path (`departmentPaths`), a position by its title, a manager by their employee number, an employment type as the
 * contract calls it.
 */
export const employeeHeadings = {
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
} as const satisfies Record<keyof EmployeeInput, string>

/** The columns that an export writes for people to read: an import leaves them alone. */
export const readOnlyHeadings = {
  departmentCode: 'Department code',
  managerName: 'Name of the manager',
  status: 'Status',
  leavingDate: 'Leaving date',
  leavingReason: 'Leaving reason',
  username: 'Username',
  role: 'Role',
} as const
