import { hashSessionKey, type Session } from '../session/index.ts'
import type { Core } from './core.ts'
import { updateKeyHash } from './history.ts'
import { keptProperties, loadKeptProperties } from './kept-properties.ts'
import type { SignedIn } from './signed-in.ts'
import { snapshotOf } from './snapshot.ts'

/** Gives a session a new key; the old one is dead. */
export async function renewKey(core: Core, windowId: number, signedIn: SignedIn): Promise<void> {
  const { accountId, historyId, session } = signedIn
  const held = core.windows.get(windowId)
  // Another call of the window may have renewed it meanwhile.
  const present = held?.historyId === historyId && held.key !== session.key ? await core.engine.open(held.key) : session
  await storing(core, accountId, present, () => present.cycleKey())
  const key = keyOf(present)
  if (held?.historyId === historyId) held.key = key
  core.snapshots.set(present, snapshotOf(present))
  await core.database.write((transaction) => updateKeyHash(transaction, historyId, hashSessionKey(key)))
}

/** Runs what stores a session, without the kept properties where the engine has no room for them. */
export async function storing(
  core: Core,
  accountId: number,
  session: Session,
  store: () => Promise<void>,
): Promise<void> {
  if (!core.keepsByReference()) return store()
  for (const name of keptProperties) session.pop(name, null)
  await store()
  await loadKeptProperties(core.database, accountId, session)
}

/** The key of a session that was saved. */
export function keyOf(session: Session): string {
  if (session.key === null) throw new Error('a saved session has no key')
  return session.key
}
