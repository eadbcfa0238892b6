/** What a tree is made of: a name, and what it stands under. */
export interface Node {
  readonly id: number
  readonly name: string
  readonly parentId: number | null
}

/**
 * The names along the circle that would come about if `id` came to stand under `parentId`, from `id` back to itself
 * (`A`, `B`, `A`); null where none would.
 */
export function circleOf(nodes: ReadonlyMap<number, Node>, id: number, parentId: number | null): string[] | null {
  const own = nodes.get(id)?.name ?? ''
  const path = [own]
  for (let at = parentId; at !== null; at = nodes.get(at)?.parentId ?? null) {
    if (at === id) return [...path, own]
    path.push(nodes.get(at)?.name ?? '')
    // A circle that is in the data already must not be walked for ever.
    if (path.length > nodes.size + 1) return null
  }
  return null
}
