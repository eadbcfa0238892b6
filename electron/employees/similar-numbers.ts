import { employeeNumberKey } from './keys.ts'

/** Zeros that are put before a number or taken away. */
const mostZeros = 8

/**
 * The keys of numbers that may be meant by a number that was typed: with more or fewer zeros before one of its runs of
 * digits, or with two neighbours swapped. The number's own key is not among them.
 */
export function similarNumberKeys(employeeNumber: string): readonly string[] {
  const key = employeeNumberKey(employeeNumber)
  const found = new Set([...withOtherZeros(key), ...withSwapped(key)])
  found.delete(key)
  return [...found]
}

function withOtherZeros(key: string): string[] {
  return [...key.matchAll(/\d+/g)].flatMap((run) => {
    const digits = run[0].replace(/^0+(?=\d)/, '')
    return Array.from({ length: mostZeros + 1 }, (_, zeros) => {
      const end = run.index + run[0].length
      return key.slice(0, run.index) + '0'.repeat(zeros) + digits + key.slice(end)
    })
  })
}

function withSwapped(key: string): string[] {
  const characters = [...key]
  return characters.slice(1).flatMap((second, index) => {
    const first = characters[index] ?? ''
    return first === second
      ? []
      : [
          characters
            .with(index, second)
            .with(index + 1, first)
            .join(''),
        ]
  })
}
