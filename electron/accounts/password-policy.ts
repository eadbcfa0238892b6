import { foldKey } from '../database/fold.ts'
import type { PasswordBlocklist } from './password-blocklist.ts'
import { normalizePassword } from './password-hasher.ts'
import { isRepetition, isSequence, obviousWord } from './password-patterns.ts'

/** The shortest password, in code points, unless the company's policy says less (NIST SP 800-63B-4 §3.1.1.2). */
export const defaultMinimumLength = 15

/** No policy may ask for less; NIST allows eight only beside a second factor. */
export const lowestMinimumLength = 8

/** What can be guessed about a password, because everybody here knows it. */
export interface PasswordContext {
  readonly company: string
  readonly username: string
  /** Full name and e-mail address, where they are known. */
  readonly others: readonly string[]
}

export interface PasswordCheck {
  /** Code points. */
  readonly minimumLength: number
  readonly blocklist: PasswordBlocklist
  readonly context: PasswordContext
}

/**
 * Why a password that somebody chooses may not be used, as a sentence for the person, or null if it may. There are no
 * rules about kinds of characters and none about age (OWASP ASVS 6.2.5 and 6.2.10); only length counts, and that it is
 * not one of those that are guessed first. The longest length is the contract's.
 */
export async function passwordProblem(password: string, check: PasswordCheck): Promise<string | null> {
  const { minimumLength, blocklist, context } = check
  if (length(password) < minimumLength) {
    return `The password needs at least ${minimumLength} characters. A few words in a row are easy to remember.`
  }
  const folded = foldKey(password)
  if (isRepetition(folded)) return 'This password repeats one short piece. Choose one that does not.'
  if (isSequence(folded)) return 'This password follows the alphabet, the digits or the keyboard. Choose another one.'
  const word = obviousWord(folded, guessableWords(context))
  if (word !== null) return `This password is little more than “${word}”, which others here know. Choose another one.`
  if (await blocklist.has(password)) return 'This password is one of those that are guessed first. Choose another one.'
  return null
}

/** The smaller count, so that one character that NFKC takes apart into many does not pass for a long password. */
function length(password: string): number {
  return Math.min([...password].length, [...normalizePassword(password)].length)
}

function guessableWords({ company, username, others }: PasswordContext): string[] {
  const whole = ['Staffdesk', company, username, ...others]
  const parts = whole.flatMap((text) => text.split(/[\s@._-]+/u))
  return [...new Set([...whole, ...parts].map(foldKey))]
}
