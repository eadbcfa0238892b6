import type { Transaction } from '../database/port.ts'
import { rebuildIndexWithin, reindexWithin } from './search-repository.ts'

/** From so many changed on, making the index of 100,000 anew costs less than to take each of them out and in again. */
const rebuiltFrom = 500

/** The search of one transaction that changes many: it is made true at the end, by the way that costs less. */
export interface Reindexing {
  /** Instead of `reindexWithin`, once for an employee. */
  readonly later: typeof reindexWithin
  finish(): Promise<void>
}

export function createReindexing(transaction: Transaction): Reindexing {
  const waiting: Parameters<typeof reindexWithin>[] = []
  return {
    later: async (...change) => {
      const [, former, searchKey] = change
      if (former.search_key !== searchKey) waiting.push(change)
    },
    async finish() {
      if (waiting.length >= rebuiltFrom) return rebuildIndexWithin(transaction)
      for (const change of waiting) await reindexWithin(...change)
    },
  }
}
