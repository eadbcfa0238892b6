import { z } from './zod.ts'

/**
 * A message about the life of a session, in the main process's words. `status` is good news, `alert` is bad;
 * `remainingMs` counts down in the renderer where the message names a wait.
 */
export const notice = z.strictObject({
  tone: z.enum(['status', 'alert']),
  title: z.string(),
  detail: z.string(),
  remainingMs: z.number().int().nonnegative().optional(),
})

export type Notice = z.infer<typeof notice>
