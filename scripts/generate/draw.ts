/** Draws that are the same for the same numbers. */
export interface Draw {
  /** A whole number from 0 up to, but not, the limit. */
  below(limit: number): number
  /** Whether something happens that happens in so many of a thousand cases. */
  happens(ofThousand: number): boolean
  /** One of them, the first ones more often than the last. */
  of<Item>(items: readonly Item[]): Item
  /** One of them, each as often as its weight says. */
  weighed<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item
}

/** @param next from 0 up to 1 */
export function createDraw(next: () => number): Draw {
  const below = (limit: number) => Math.floor(next() * limit)
  const first = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[index]
    if (item === undefined) throw new Error('there is nothing to draw from')
    return item
  }
  return {
    below,
    happens: (ofThousand) => below(1000) < ofThousand,
    of: (items) => first(items, Math.floor(next() ** 1.6 * items.length)),
    weighed(items) {
      let left = below(items.reduce((sum, [, weight]) => sum + weight, 0))
      const index = items.findIndex(([, weight]) => {
        left -= weight
        return left < 0
      })
      return first(items, index)[0]
    },
  }
}
