import { type CallError, Refusal } from '../contract/errors.ts'
import { DatabaseError } from '../database/errors.ts'
import { SessionInterruptedError } from '../session/index.ts'

/**
 * Turns what a handler threw into what the renderer may know. Null for a defect: nothing of it may cross.
 */
export function expectedFailure(thrown: unknown): CallError | null {
  if (thrown instanceof Refusal) return thrown.error
  if (thrown instanceof SessionInterruptedError) {
    return { code: 'UNAUTHENTICATED', message: 'Your session ended meanwhile. Sign in again.' }
  }
  if (!(thrown instanceof DatabaseError)) return null
  switch (thrown.kind) {
    case 'full':
      return {
        code: 'DISK_FULL',
        message: 'The disk is full. Free some space, then try again: nothing you typed is lost.',
      }
    case 'busy':
      return { code: 'BUSY', message: 'The data is in use by another program. Try again in a moment.' }
    case 'constraint':
    case 'unknown':
      return null
    default:
      return { code: 'DATABASE_UNAVAILABLE', message: 'Staffdesk cannot use its data right now. Ask your IT people.' }
  }
}
