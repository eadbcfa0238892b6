/** What can be measured. */
export const suiteNames = ['sessions', 'employees'] as const

export type SuiteName = (typeof suiteNames)[number]

export interface BenchArguments {
  readonly suites: readonly SuiteName[]
  /** Whether the figures replace the committed ones; otherwise they are compared with them. */
  readonly writes: boolean
}

const write = '--write'

/**
 * Reads what follows `npm run bench --`: names of suites, all of them where none is named, and `--write`.
 * @returns the words to say where something is not known
 */
export function readArguments(given: readonly string[]): BenchArguments | string {
  const names = given.filter((word) => word !== write)
  const unknown = names.filter((name) => !isSuite(name))
  if (unknown.length > 0) {
    return `No suite called "${unknown.join('", "')}". There are: ${suiteNames.join(', ')}. ${write} keeps the figures.`
  }
  const suites = names.filter(isSuite)
  return { suites: suites.length > 0 ? suites : suiteNames, writes: given.includes(write) }
}

function isSuite(name: string): name is SuiteName {
  return suiteNames.some((known) => known === name)
}
