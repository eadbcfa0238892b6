import type { Listed } from './ours.ts'

/** Who finds something else must not be measured beside the other. */
export function agree(what: string, ours: Listed, theirs: Listed): void {
  const [one, other] = [ours, theirs].map(({ total, rows }) => JSON.stringify([total, rows]))
  if (one !== other) throw new Error(`${what}: ${ours.total} and ${theirs.total} were found, or others`)
}
