import type { RandomBytes } from '../../electron/environment/random.ts'

/** Bytes that look random and are the same in every run with the same seed (mulberry32). */
export function createTestRandom(seed = 1): RandomBytes {
  const next = createTestNumbers(seed)
  return (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256))
}

/** Numbers from 0 up to 1 that look random and are the same in every run with the same seed. */
export function createTestNumbers(seed = 1): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A source that remembers what it gave. */
export interface RememberedRandom {
  readonly random: RandomBytes
  /** What was given in pieces of 32 bytes and more, in hex: the keys of sessions are among it. */
  readonly given: readonly string[]
}

export function rememberRandom(source: RandomBytes): RememberedRandom {
  const given: string[] = []
  return {
    given,
    random: (length) => {
      const bytes = source(length)
      if (length >= 32) given.push(Buffer.from(bytes).toString('hex'))
      return bytes
    },
  }
}
