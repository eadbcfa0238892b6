/** What a tree is made of: a name, and what it stands under. */
export interface Node {
  readonly id: number
  readonly name: string
  readonly parentId: number | null
}

type Nodes = ReadonlyMap<number, Node>

/** A node and those above it, up to the top. It ends where a circle that is in the data already would begin anew. */
function upwards(nodes: Nodes, from: number | null): readonly Node[] {
  const met = new Set<Node>()
  for (let at = from; at !== null; ) {
    const node = nodes.get(at)
    if (!node || met.has(node)) break
    met.add(node)
    at = node.parentId
  }
  return [...met]
}

/**
 * The names along the circle that would come about if `id` came to stand under `parentId`, from `id` back to itself
 * (`A`, `B`, `A`); null where none would.
 */
export function circleOf(nodes: Nodes, id: number, parentId: number | null): string[] | null {
  const path = upwards(nodes, parentId)
  const closing = path.findIndex((node) => node.id === id)
  if (closing === -1) return null
  return [path[closing], ...path.slice(0, closing + 1)].map((node) => node?.name ?? '')
}

/** A node's name after the names of those above it, such as `Sales › Field`: what tells two of one name apart. */
export function pathOf(nodes: Nodes, id: number): string {
  return upwards(nodes, id)
    .map(({ name }) => name)
    .reverse()
    .join(' › ')
}
