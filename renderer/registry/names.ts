import type { EmployeeSummary } from '../../electron/contract/employees.ts'

/** A person's name as lists and headings show it. */
export const fullName = ({ firstName, lastName }: Pick<EmployeeSummary, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim()
