/** What can be measured. */
export const suiteNames = ['sessions', 'employees', 'memory'] as const

export type SuiteName = (typeof suiteNames)[number]

/** Those measured where none is named: the memory of a long day takes an hour. */
const usual: readonly SuiteName[] = ['sessions', 'employees']

export interface BenchArguments {
  readonly suites: readonly SuiteName[]
  /** Whether the figures replace the committed ones; otherwise they are compared with them. */
  readonly writes: boolean
  /** How often the suite `memory` goes round. */
  readonly rounds: number
}

const write = '--write'
const rounds = '--rounds'
const usualRounds = 2000
/** Fewer give no trend. */
const fewestRounds = 20

/**
 * Reads what follows `npm run bench --`: names of suites, the usual ones where none is named, `--write`, `--rounds N`.
 * @returns the words to say where something is not known
 */
export function readArguments(given: readonly string[]): BenchArguments | string {
  const at = given.indexOf(rounds)
  const asked = at < 0 ? usualRounds : Number(given[at + 1])
  if (!Number.isInteger(asked) || asked < fewestRounds) return `${rounds} takes a number from ${fewestRounds} up.`
  const others = at < 0 ? given : given.toSpliced(at, 2)
  const names = others.filter((word) => word !== write)
  const unknown = names.filter((name) => !isSuite(name))
  if (unknown.length > 0) {
    return `No suite called "${unknown.join('", "')}". There are: ${suiteNames.join(', ')}. ${write} keeps the figures.`
  }
  const suites = names.filter(isSuite)
  return { suites: suites.length > 0 ? suites : usual, writes: others.includes(write), rounds: asked }
}

function isSuite(name: string): name is SuiteName {
  return suiteNames.some((known) => known === name)
}
