/** Passwords that are long and still guessed first. All functions take a password folded by `foldKey`. */

/** What fingers and heads do in order. Each is followed in both directions. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'yxcvbnm',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю',
]
const walks = rows.flatMap((row) => [row, [...row].reverse().join('')])
const shortestRun = 3
/** A unit this long is a password of its own; repeating it adds nothing, but it is not trivial either. */
const longestTrivialUnit = 7

/** Whether it is one short piece over and over, such as `aaaaaaaaaaaaaaa` or `abc1abc1abc1abc1`. */
export function isRepetition(password: string): boolean {
  const letters = [...password]
  for (let unit = 1; unit <= Math.min(longestTrivialUnit, letters.length / 2); unit += 1) {
    if (letters.every((letter, index) => letter === letters[index % unit])) return true
  }
  return false
}

/** Whether it is made of nothing but runs along the alphabet, the digits or a keyboard's rows. */
export function isSequence(password: string): boolean {
  const letters = password.replace(/[\s\p{P}\p{S}]/gu, '')
  let at = 0
  while (at < letters.length) {
    const length = longestRun(letters.slice(at))
    if (length < shortestRun) return false
    at += length
  }
  return letters !== ''
}

function longestRun(text: string): number {
  let longest = 0
  for (const walk of walks) {
    const start = walk.indexOf(text.charAt(0))
    if (start === -1) continue
    let length = 1
    while (length < text.length && start + length < walk.length && text[length] === walk[start + length]) length += 1
    longest = Math.max(longest, length)
  }
  return longest
}

/**
 * The word that the password is made of, where digits, spaces and signs are all that it adds to it: `Acme GmbH 2026!`
 * for the company Acme GmbH. Null where it holds anything else.
 * @param words what everybody can guess here: the company, the product, the person's own names and addresses
 */
export function obviousWord(password: string, words: readonly string[]): string | null {
  const letters = bare(password)
  const guessable = words.filter((word) => bare(word).length >= 3)
  // The longest first, so that a short word does not cut a long one apart.
  guessable.sort((one, other) => bare(other).length - bare(one).length)
  let rest = letters
  let found: string | null = null
  for (const word of guessable) {
    const without = rest.replaceAll(bare(word), ' ')
    if (without !== rest) found ??= word
    rest = without
  }
  return found !== null && rest.trim() === '' ? found : null
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{M}]/gu, '')
