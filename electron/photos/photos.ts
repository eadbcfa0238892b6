import type { Audit } from '../audit/audit.ts'
import type { AuditAction } from '../contract/audit.ts'
import { Refusal } from '../contract/errors.ts'
import type { Notice } from '../contract/notice.ts'
import { photoLimits } from '../contract/photos.ts'
import { hasRole } from '../contract/roles.ts'
import type { Database, Transaction } from '../database/port.ts'
import { nameOf } from '../employees/fields.ts'
import type { RandomBytes } from '../environment/random.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson, SignedIn } from '../lifecycle/signed-in.ts'
import type { PhotoAddress } from '../window/photo-address.ts'
import { type PortrayedRow, selectPhoto, selectPortrayed, selectVersions, writePhoto } from './repository.ts'
import { createPhotoTokens } from './tokens.ts'
import { readWebpSize } from './webp.ts'

export interface PhotosParts {
  readonly database: Database
  readonly audit: Audit
  readonly random: RandomBytes
  readonly lifecycle: Pick<Lifecycle, 'find' | 'requireOpenWithin'>
  /** Tells a window that its session ended, where a request for a photo was the first to learn of it. */
  readonly tellEnded: (windowId: number, notice: Notice) => void
  /** Told after every change that was committed. */
  readonly onChanged: () => void
}

export interface Photos {
  readonly handlers: FeatureHandlers<'photos'>
  /** Whether the token belongs to an open, unlocked session whose owner may see the person. */
  maySee(request: PhotoAddress): Promise<boolean>
  /** The photo in exactly that version; null where there is none. Who may see it is `maySee`'s question. */
  read(request: PhotoAddress): Promise<Uint8Array | null>
}

/** The photos of employees. */
export function createPhotos(parts: PhotosParts): Photos {
  const { database, audit, lifecycle, onChanged } = parts
  const tokens = createPhotoTokens(parts.random)

  /** Writes an employee's next version: other bytes, or none. */
  async function change(
    employeeId: number,
    action: AuditAction,
    bytes: (former: PortrayedRow) => Buffer | null | 'as it is',
    actor: ActingPerson,
  ): Promise<number> {
    const version = await database.write(async (transaction: Transaction) => {
      await lifecycle.requireOpenWithin(transaction, actor)
      const [employee] = (await transaction.execute(selectPortrayed({ id: employeeId }))).rows
      if (!employee) throw new Refusal('NOT_FOUND', 'This employee does not exist any more.')
      const next = bytes(employee)
      if (next === 'as it is') return null
      const written = (employee.photo_version ?? 0) + 1
      await transaction.execute(writePhoto({ employee_id: employeeId, version: written, bytes: next }))
      await audit.append(transaction, {
        action,
        actor,
        subject: { kind: 'employee', id: employeeId, name: nameOf(employee) },
      })
      return written
    })
    if (version !== null) onChanged()
    return version ?? 0
  }

  async function askerOf(token: string): Promise<SignedIn | null> {
    const holder = tokens.holderOf(token)
    if (holder === null) return null
    const found = await lifecycle.find(holder.windowId)
    if (found.kind === 'ended') parts.tellEnded(holder.windowId, found.notice)
    const isSame = 'signedIn' in found && found.signedIn.historyId === holder.historyId
    if (!isSame) tokens.drop(holder.windowId)
    return isSame && found.kind === 'signed-in' && !found.signedIn.mustChoosePassword ? found.signedIn : null
  }

  return {
    handlers: {
      versions: async ({ ids }, { signedIn: { role, accountId } }) => {
        const asker = hasRole(role, 'admin') ? null : accountId
        return { photos: ids.length === 0 ? [] : [...(await database.read(selectVersions(ids, asker)))] }
      },
      token: async (_input, { windowId, signedIn: { historyId } }) => ({
        token: tokens.issue({ windowId, historyId }),
      }),
      save: async ({ employeeId, bytes }, { signedIn }) => {
        refuseUnfit(bytes)
        return { version: await change(employeeId, 'photo.changed', () => Buffer.from(bytes), signedIn) }
      },
      remove: async ({ employeeId }, { signedIn }) => {
        await change(employeeId, 'photo.removed', ({ bytes }) => (bytes === null ? 'as it is' : null), signedIn)
        return {}
      },
    },

    async maySee({ id, token }) {
      const asker = await askerOf(token)
      if (asker === null) return false
      const [photo] = await database.read(selectPhoto({ id }))
      if (photo === undefined) return false
      return photo.is_here === 1 || photo.account_id === asker.accountId || hasRole(asker.role, 'admin')
    },

    async read({ id, version }) {
      const [photo] = await database.read(selectPhoto({ id }))
      return photo?.version === version ? photo.bytes : null
    },
  }
}

function refuseUnfit(bytes: Uint8Array): void {
  const size = readWebpSize(bytes)
  if (size === null) throw unfit('This is not a WebP picture that can be kept. Choose the photo again.')
  const isWithin = (edge: number) => edge > 0 && edge <= photoLimits.edge
  if (!isWithin(size.width) || !isWithin(size.height))
    throw unfit(`A photo may be at most ${photoLimits.edge} pixels wide and high.`)
}

const unfit = (problem: string) => new Refusal('INVALID_INPUT', problem, { fields: { bytes: problem } })
