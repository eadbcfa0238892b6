import type { z } from './zod.ts'

/**
 * Who may make a call. `public`: anybody, signed in or not. `locked`: a person who has a session, even a locked one.
 * `choosing-password`: a signed-in person, also while a temporary password still has to be replaced. The others: a
 * signed-in person of at least that role. All but the first two are refused while the session is locked.
 */
export type Access = 'public' | 'locked' | 'choosing-password' | 'signed-in' | 'manager' | 'admin'

/** One call from the renderer to the main process: who may make it, what goes in and what comes out. */
export interface Call<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Level extends Access = Access,
> {
  readonly access: Level
  /**
   * A sensitive act: refused with `REAUTH_REQUIRED` unless the person gave their password within the last five minutes
   * (OWASP ASVS 7.5.1); `accounts.confirmPassword` gives it, and the call can be made again.
   */
  readonly recentPassword?: true
  readonly input: Input
  readonly output: Output
}

/** Declares a call; exists so that the schemas and the access keep their exact types. */
export function call<Input extends z.ZodType, Output extends z.ZodType, const Level extends Access>(
  declaration: Call<Input, Output, Level>,
): Call<Input, Output, Level> {
  return declaration
}
