/**
 * What a search looks through, and how a word is looked for in it. A search key holds every word of a record, folded,
 * with a mark before it: two line ends before the beginning of a name, two spaces before that of anything else. The
 * index of three characters in a row (FTS5's trigrams) takes the marks in, so that it answers both a word of three
 * characters and more, wherever it stands, and a shorter one at a beginning: `\n` and two letters are three characters,
 * and so are `\n\n` and one.
 */
import { foldForSearch } from './fold.ts'

const beforeName = '\n\n'
const beforeOther = '  '

/** Characters in a row by which the index finds. */
const indexed = 3

/** Where a word may begin within what stands between two spaces: after a sign, and at each letter of scripts without spaces. */
const beginning =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** The words of a search; a record matches when every one is found in it. */
export function searchWords(search: string): readonly string[] {
  return [...new Set(wordsOf(search))]
}

/**
 * The search key of a record.
 * @param names whose beginnings count most, also those after a sign (`Neill` of `O’Neill`)
 * @param others such as numbers and addresses
 */
export function searchKeyOf(names: readonly string[], others: readonly string[]): string {
  return [
    ...names.flatMap(wordsOf).flatMap((word) => [word, ...furtherBeginnings(word)].map((part) => beforeName + part)),
    ...others.flatMap(wordsOf).flatMap((word) => [word, ...shortBeginnings(word)].map((part) => beforeOther + part)),
  ].join('')
}

/** What the full-text index is asked for: keys that hold all these words. */
export function matchOf(words: readonly string[]): string {
  return words
    .map((word) =>
      isShort(word)
        ? `(${quoted(atBeginning(word, beforeName))} OR ${quoted(atBeginning(word, beforeOther))})`
        : quoted(word),
    )
    .join(' AND ')
}

/** As `matchOf`: keys in which every word begins a name. */
export function nameMatchOf(words: readonly string[]): string {
  return words.map((word) => quoted(atBeginning(word, beforeName))).join(' AND ')
}

/** The texts of which a key must hold one for a word to be found in it: `matchOf` for small tables without an index. */
export function textsOf(word: string): readonly string[] {
  return isShort(word) ? [atBeginning(word, beforeName), atBeginning(word, beforeOther)] : [word]
}

const wordsOf = (text: string): readonly string[] =>
  foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '')

/** What is left of a word from each beginning after its first on. */
const furtherBeginnings = (word: string): readonly string[] =>
  [...word.matchAll(beginning)].filter(({ index }) => index > 0).map(({ index }) => word.slice(index))

/** As much of them as a short word can hold; none of an address, whose domain everybody shares. */
const shortBeginnings = (word: string): readonly string[] =>
  word.includes('@') ? [] : furtherBeginnings(word).map((part) => [...part].slice(0, indexed - 1).join(''))

const isShort = (word: string) => [...word].length < indexed

/** As much of the mark as makes a short word long enough for the index. */
const atBeginning = (word: string, mark: string) => mark.slice(isShort(word) ? [...word].length - 1 : 1) + word

/** A phrase of FTS5's query language (https://sqlite.org/fts5.html#fts5_strings). */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
