import type { Role } from '../../electron/contract/roles.ts'

/** The roles as people read them. */
export const roleWords = {
  employee: 'Employee',
  manager: 'Manager',
  admin: 'Administrator',
} as const satisfies Record<Role, string>
