/** How one moves through a tree by the keyboard (WAI-ARIA Authoring Practices, Tree View), over its items in sight. */

/** An item of a tree, in the order in which it is seen. */
export interface TreeItem {
  /** 1 at the top. */
  readonly level: number
  /** What it is found by when its first letters are typed. */
  readonly text: string
}

/**
 * The item to which a key leads; null where it leads nowhere.
 * @param at the index of the item in focus
 * @param isOpen whether its branch is open; null where it has none
 */
export function destinationOf(
  key: string,
  items: readonly TreeItem[],
  at: number,
  isOpen: boolean | null,
): number | null {
  const here = items[at]
  if (here === undefined) return null
  const within = (index: number): number | null => (index >= 0 && index < items.length ? index : null)
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at - 1)
    case 'Home':
      return 0
    case 'End':
      return items.length - 1
    case 'ArrowRight': {
      const below = items[at + 1]
      return isOpen && below && below.level > here.level ? at + 1 : null
    }
    case 'ArrowLeft':
      return isOpen ? null : within(items.findLastIndex(({ level }, index) => index < at && level < here.level))
    default:
      return null
  }
}

/**
 * The next item, from the one in focus around, whose text begins with what was typed.
 * @param typed one letter goes on to the next one, several may stay where they match
 */
export function typedTo(typed: string, items: readonly TreeItem[], at: number): number | null {
  const sought = typed.toLocaleLowerCase()
  const first = sought.length === 1 ? at + 1 : at
  const order = items.map((_, index) => (first + index) % items.length)
  return order.find((index) => items[index]?.text.toLocaleLowerCase().startsWith(sought)) ?? null
}
