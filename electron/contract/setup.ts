import { call } from './call.ts'
import { newPassword, requiredLine, username } from './fields.ts'
import { z } from './zod.ts'

export const setupInput = z.strictObject({
  companyName: requiredLine('company name'),
  fullName: requiredLine('full name'),
  username,
  password: newPassword,
})

export const setupCalls = {
  /** Creates the company and its first administrator; refused once a company exists. */
  create: call({ access: 'public', input: setupInput, output: z.strictObject({ recoveryCode: z.string() }) }),
} as const
