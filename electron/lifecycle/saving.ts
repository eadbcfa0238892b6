import { Refusal } from '../contract/errors.ts'
import { type Session, SessionInterruptedError, SessionUpdateError } from '../session/index.ts'
import type { Core } from './core.ts'
import { changedKeptProperties, storeKeptProperties } from './kept-properties.ts'
import { keyOf, storing } from './renewing.ts'
import { noteByOwner } from './session-audit.ts'
import type { SignedIn } from './signed-in.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** How often a save is tried anew when other calls of the window keep saving in between. */
const tries = 5

/**
 * Saves what one call changed; kept properties also with the account. Two calls of one window may be under way at
 * once, such as two drafts saved shortly after one another; where both changed the same property the later save stands.
 * @throws SessionInterruptedError when the session was ended meanwhile: nothing is resurrected
 */
export async function saveSession(core: Core, signedIn: SignedIn): Promise<void> {
  const { accountId, historyId, session } = signedIn
  const before = core.snapshots.get(session) ?? new Map()
  const after = snapshotOf(session)
  if (!core.keepsByReference()) {
    await saveWithRetries(core, historyId, session, before, after)
  } else {
    const [windowId] = heldBy(core, historyId)
    await core.windows.inTurn(windowId, () => saveUnderNewKey(core, { accountId, historyId, before, after }))
  }
  await saveBeside(core, signedIn, changedKeptProperties(before, after), after)
}

/** What belongs to the change but not to the session's data: kept properties, and what its owner is told of it. */
async function saveBeside(core: Core, signedIn: SignedIn, kept: readonly string[], after: Snapshot): Promise<void> {
  const note = core.notes.get(signedIn.session)
  if (kept.length === 0 && note === undefined) return
  await core.database.write(async (transaction) => {
    await storeKeptProperties(transaction, signedIn.accountId, kept, after)
    if (note) await noteByOwner(transaction, core.audit, note.told, signedIn, note.properties)
  })
  core.notes.delete(signedIn.session)
}

async function saveWithRetries(core: Core, historyId: number, session: Session, before: Snapshot, after: Snapshot) {
  let current = session
  for (let attempt = 1; ; attempt += 1) {
    try {
      await current.save()
      return
    } catch (error) {
      if (!(error instanceof SessionUpdateError)) throw error
      if (attempt === tries) throw new Refusal('BUSY', 'This window is saving something else. Try again in a moment.')
    }
    current = await reopen(core, historyId)
    apply(before, after, current)
  }
}

/** Where the key is the data itself, each save makes another one, and nobody else can notice a stale save. */
async function saveUnderNewKey(
  core: Core,
  { accountId, historyId, before, after }: { accountId: number; historyId: number; before: Snapshot; after: Snapshot },
): Promise<void> {
  const current = await reopen(core, historyId)
  apply(before, after, current)
  await storing(core, accountId, current, () => current.save())
  const [, held] = heldBy(core, historyId)
  held.key = keyOf(current)
}

/** Opens a session under the key that it has now. */
async function reopen(core: Core, historyId: number): Promise<Session> {
  const [, held] = heldBy(core, historyId)
  const current = await core.engine.open(held.key)
  if (current.key === null) throw interrupted()
  return current
}

function heldBy(core: Core, historyId: number) {
  const [holder] = core.windows.holding([historyId])
  if (!holder) throw interrupted()
  return holder
}

const interrupted = () => new SessionInterruptedError('the session was ended before it could be saved')

function apply(before: Snapshot, after: Snapshot, session: Session): void {
  for (const [name, value] of after) {
    // Values are frozen, so one that is no longer the same object was set anew.
    if (before.get(name) !== value) session.set(name, value)
  }
  for (const name of before.keys()) {
    if (!after.has(name)) session.pop(name, null)
  }
}
