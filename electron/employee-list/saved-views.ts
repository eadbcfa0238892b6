import type { Audit } from '../audit/audit.ts'
import type { AuditAction } from '../contract/audit.ts'
import { type SavedView, type SavedViewFields, savedViewFields } from '../contract/employee-list.ts'
import { Refusal } from '../contract/errors.ts'
import { foldName } from '../database/fold.ts'
import type { Database, Transaction } from '../database/port.ts'
import type { Clock } from '../environment/clock.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { requireVersion } from '../organisation/changes.ts'
import {
  deleteView,
  insertView,
  type SavedViewRow,
  selectView,
  selectViews,
  selectViewsNamed,
  updateView,
} from './repository.ts'

export interface SavedViewsParts {
  readonly database: Database
  readonly audit: Audit
  readonly clock: Clock
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
}

/**
 * The views of the list that people named. Whoever made one changes it; one that is shared every administrator has, and
 * may remove. Of what is shared the audit tells; one's own are one's own.
 */
export interface SavedViews {
  list(accountId: number): Promise<SavedView[]>
  /** Throws Refusal `DUPLICATE`. */
  add(fields: SavedViewFields, actor: ActingPerson): Promise<SavedView>
  /** Throws Refusal `NOT_FOUND`, `REFUSED` for another's, `CONFLICT`, `DUPLICATE`. */
  change(id: number, version: number, fields: SavedViewFields, actor: ActingPerson): Promise<SavedView>
  /** Throws Refusal `NOT_FOUND`, `CONFLICT`. */
  remove(id: number, version: number, actor: ActingPerson): Promise<void>
}

export function createSavedViews({ database, audit, clock, lifecycle }: SavedViewsParts): SavedViews {
  const write = <Value>(actor: ActingPerson, work: (transaction: Transaction) => Promise<Value>) =>
    database.write(async (transaction) => {
      await lifecycle.requireOpenWithin(transaction, actor)
      return work(transaction)
    })

  async function take(transaction: Transaction, id: number, version: number, actor: ActingPerson) {
    const [row] = (await transaction.execute(selectView({ id }))).rows
    // That another person has a view of their own is nobody's business.
    if (!row || (row.is_shared === 0 && row.account_id !== actor.accountId)) {
      throw new Refusal('NOT_FOUND', 'This view does not exist any more.')
    }
    requireVersion(row.name, row.version, version)
    return row
  }

  async function note(transaction: Transaction, action: AuditAction, id: number, names: Names, actor: ActingPerson) {
    const isRenamed = names.old !== names.new
    await audit.append(transaction, {
      action,
      actor,
      subject: { kind: 'saved_view', id, name: names.new ?? names.old },
      changes: isRenamed ? { name: names } : {},
    })
  }

  async function store(
    transaction: Transaction,
    former: SavedViewRow | null,
    fields: SavedViewFields,
    actor: ActingPerson,
  ): Promise<SavedView> {
    await refuseDuplicate(transaction, fields, actor, former?.id ?? 0)
    const columns = {
      name: fields.name,
      name_key: foldName(fields.name),
      is_shared: fields.isShared ? 1 : 0,
      view: JSON.stringify(fields.view),
      updated_at: clock.now(),
      version: (former?.version ?? 0) + 1,
    }
    if (former) await transaction.execute(updateView({ ...columns, id: former.id }))
    const { id } = former ?? (await insert(transaction, columns, actor))
    const wasShared = former?.is_shared === 1
    if (wasShared || fields.isShared) {
      const action = !wasShared ? 'saved_view.shared' : fields.isShared ? 'saved_view.changed' : 'saved_view.withdrawn'
      await note(transaction, action, id, { old: wasShared ? former.name : null, new: fields.name }, actor)
    }
    const [stored] = (await transaction.execute(selectView({ id }))).rows
    if (!stored) throw new Error('the view was not stored')
    return toSavedView(stored, actor.accountId)
  }

  async function insert(
    transaction: Transaction,
    columns: Omit<Parameters<typeof insertView>[0], 'account_id' | 'created_at'>,
    { accountId }: ActingPerson,
  ): Promise<{ readonly id: number }> {
    const values = { ...columns, account_id: accountId, created_at: columns.updated_at }
    const [inserted] = (await transaction.execute(insertView(values))).rows
    if (!inserted) throw new Error('the view was not inserted')
    return inserted
  }

  return {
    list: async (accountId) =>
      (await database.read(selectViews({ accountId }))).map((row) => toSavedView(row, accountId)),

    add: (fields, actor) => write(actor, (transaction) => store(transaction, null, fields, actor)),

    change: (id, version, fields, actor) =>
      write(actor, async (transaction) => {
        const former = await take(transaction, id, version, actor)
        if (former.account_id !== actor.accountId) {
          throw new Refusal('REFUSED', `Only ${former.owner} can change this view. Save yours under a name of its own.`)
        }
        return store(transaction, former, fields, actor)
      }),

    remove: (id, version, actor) =>
      write(actor, async (transaction) => {
        const former = await take(transaction, id, version, actor)
        await transaction.execute(deleteView({ id }))
        if (former.is_shared === 1) {
          await note(transaction, 'saved_view.withdrawn', id, { old: former.name, new: null }, actor)
        }
      }),
  }
}

interface Names {
  readonly old: string | null
  readonly new: string | null
}

/** Two entries of one name in one menu would be told apart by nobody. */
async function refuseDuplicate(
  transaction: Transaction,
  { name, isShared }: SavedViewFields,
  { accountId }: ActingPerson,
  exceptId: number,
): Promise<void> {
  const { rows } = await transaction.execute(selectViewsNamed({ name_key: foldName(name), accountId, exceptId }))
  const own = rows.find((row) => row.account_id === accountId)
  const shared = rows.find((row) => row.account_id !== accountId)
  if (!own && !(shared && isShared)) return
  const problem = own
    ? `You have a view ${own.name} already. Choose another name.`
    : `${shared?.owner} shares a view ${shared?.name} already. Choose another name.`
  throw new Refusal('DUPLICATE', problem, { fields: { name: problem } })
}

function toSavedView(row: SavedViewRow, accountId: number): SavedView {
  const read = savedViewFields.shape.view.safeParse(JSON.parse(row.view))
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    isShared: row.is_shared === 1,
    isOwn: row.account_id === accountId,
    owner: row.owner,
    view: read.success ? read.data : null,
  }
}
