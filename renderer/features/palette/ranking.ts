/** Text as it is compared: without case and accents. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

/**
 * How well a label answers a search, 0 the best; null where a word of the search stands nowhere in it. The beginning of
 * the label counts most, then the beginning of one of its words.
 */
export function matchOf(label: string, search: string): number | null {
  const text = folded(label)
  const scores = wordsOf(folded(search)).map((word) => {
    if (text.startsWith(word)) return 0
    if (wordsOf(text).some((part) => part.startsWith(word))) return 1
    return text.includes(word) ? 2 : null
  })
  return scores.reduce<number | null>((sum, score) => (sum === null || score === null ? null : sum + score), 0)
}

interface Labelled {
  readonly label: string
}

/** Those that answer the search, the best first; equal ones in their order. */
export function ranked<Entry extends Labelled>(entries: readonly Entry[], search: string): readonly Entry[] {
  return entries
    .flatMap((entry) => {
      const match = matchOf(entry.label, search)
      return match === null ? [] : [{ entry, match }]
    })
    .sort((one, other) => one.match - other.match)
    .map(({ entry }) => entry)
}
