import { z } from './zod.ts'

/** What an account may do, from the least to the most. */
export const roles = ['employee', 'manager', 'admin'] as const

export const role = z.enum(roles)

export type Role = (typeof roles)[number]

/** Whether `actual` may do what `needed` may do. */
export function hasRole(actual: Role, needed: Role): boolean {
  return roles.indexOf(actual) >= roles.indexOf(needed)
}
