import type { Json, Session } from '../session/index.ts'

/** What a session held when a call received it. */
export type Snapshot = ReadonlyMap<string, Json>

export function snapshotOf(session: Session): Snapshot {
  return new Map(session.entries())
}
