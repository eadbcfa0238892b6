import { foldKey } from '../database/fold.ts'

/**
 * The form by which usernames are unique and found: NFKC and case folding (see `foldKey` for Turkish letters and `ß`),
 * without the white space that a form or a paste leaves around them.
 */
export function usernameKey(username: string): string {
  return foldKey(username).trim()
}
