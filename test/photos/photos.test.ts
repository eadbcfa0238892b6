import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import { photoCalls, photoLimits } from '../../electron/contract/photos.ts'
import { queries } from '../../electron/database/queries.ts'
import { createPhotos, type Photos } from '../../electron/photos/photos.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'
import { createTestRandom } from '../support/random.ts'
import { extended, lossy, riff } from './webp.ts'

let office: Office
let photos: Photos
let ada: number
let told: { windowId: number; title: string }[]
let changes: number

beforeEach(async () => {
  office = await openOffice()
  const random = createTestRandom()
  told = []
  changes = 0
  photos = createPhotos({
    database: office.database,
    audit: createAudit({ clock: office.clock, random, computer: 'Front desk' }),
    random,
    lifecycle: office.lifecycle,
    tellEnded: (windowId, { title }) => told.push({ windowId, title }),
    onChanged: () => {
      changes += 1
    },
  })
  const person = { employeeNumber: '1', firstName: 'Ada', lastName: 'Lovelace', hireDate: '2026-01-05' }
  ada = (await office.register({ ...person, username: 'ada' })).employee.id
})
afterEach(() => office.dispose())

const picture = riff(lossy(512, 512))
const save = async (bytes: Uint8Array<ArrayBuffer> = picture, windowId = 1) =>
  photos.handlers.save({ employeeId: ada, bytes }, await office.caller(windowId))
const remove = async () => photos.handlers.remove({ employeeId: ada }, await office.caller())
const versions = async (windowId = 1) =>
  (await photos.handlers.versions({ ids: [ada, 999] }, await office.caller(windowId))).photos
const tokenOf = async (windowId = 1) => (await photos.handlers.token({}, await office.caller(windowId))).token
const asks = (token: string, version = 1, id = ada) => ({ id, version, token })

/** What a page gets that asks for Ada's photo. */
async function seen(token: string, version = 1): Promise<Uint8Array | null> {
  const request = asks(token, version)
  return (await photos.maySee(request)) ? photos.read(request) : null
}

/** @param hasChosen whether she has a password of her own already */
async function letAdaIn(windowId = 2, hasChosen = true): Promise<void> {
  const account = queries.selectFrom('employee').select('account_id').where('id', '=', ada)
  const [row] = await office.database.read(account)
  const chosen = { must_choose_password: hasChosen ? 0 : 1 }
  await office.database.write(async (transaction) => {
    await transaction.execute(queries.updateTable('account').set(chosen).where('username', '=', 'ada'))
  })
  await office.signIn(windowId, row?.account_id ?? 0, 'ada')
}

describe('a photo', () => {
  it('is kept byte by byte, in versions that count its changes', async () => {
    expect(await save()).toEqual({ version: 1 })
    const other = riff(extended(16, 16), lossy(16, 16))
    expect(await save(other)).toEqual({ version: 2 })
    const token = await tokenOf()
    expect(Buffer.from((await seen(token, 2)) ?? [])).toEqual(Buffer.from(other))
    expect(await seen(token, 1)).toBeNull()
    expect(await versions()).toEqual([{ id: ada, version: 2 }])
    expect(changes).toBe(2)
  })

  it('is gone once it was removed, and the next one has a version of its own', async () => {
    await save()
    await remove()
    await remove()
    expect(await versions()).toEqual([])
    expect(await seen(await tokenOf(), 1)).toBeNull()
    expect(await seen(await tokenOf(), 2)).toBeNull()
    expect(await save()).toEqual({ version: 3 })
    expect(changes).toBe(3)
  })

  it('leaves its changes in the audit, and none of its bytes', async () => {
    await save()
    await remove()
    const entries = (await office.audit()).filter(({ action }) => action.startsWith('photo.'))
    expect(entries).toEqual([
      { action: 'photo.changed', actor: 'maria', subject: 'Ada Lovelace', fields: [], changes: {} },
      { action: 'photo.removed', actor: 'maria', subject: 'Ada Lovelace', fields: [], changes: {} },
    ])
  })

  it.each([
    ['is no WebP', Uint8Array.from([1, 2, 3])],
    ['is too wide', riff(lossy(513, 512))],
    ['is too high', riff(lossy(512, 513))],
    ['has no width', riff(lossy(0, 512))],
  ])('is refused where it %s', async (_why, bytes) => {
    expect(await refusal(save(bytes))).toMatchObject({ code: 'INVALID_INPUT', fields: { bytes: expect.any(String) } })
    expect(await versions()).toEqual([])
  })

  it('is refused by the contract where it has more bytes than may be kept', () => {
    const parse = (length: number) =>
      photoCalls.save.input.safeParse({ employeeId: 1, bytes: new Uint8Array(length) }).success
    expect(parse(photoLimits.bytes)).toBe(true)
    expect(parse(photoLimits.bytes + 1)).toBe(false)
    expect(photoCalls.save.input.safeParse({ employeeId: 1, bytes: [1, 2] }).success).toBe(false)
  })

  it('is refused for somebody who does not exist, and by whose session has ended', async () => {
    const caller = await office.caller()
    const nobody = photos.handlers.save({ employeeId: 999, bytes: picture }, caller)
    expect((await refusal(nobody)).code).toBe('NOT_FOUND')
    await office.signOutEverywhere(caller)
    const late = photos.handlers.save({ employeeId: ada, bytes: picture }, caller)
    expect((await refusal(late)).code).toBe('UNAUTHENTICATED')
  })

  it('goes with its employee', async () => {
    await save()
    await office.database.write(async (transaction) => {
      await transaction.execute(queries.deleteFrom('employee').where('id', '=', ada))
    })
    expect(await office.database.read(queries.selectFrom('employee_photo').selectAll())).toEqual([])
  })
})

describe('who may see a photo', () => {
  beforeEach(() => save())

  it('is everybody who is signed in, by the token of their window', async () => {
    await letAdaIn()
    const [own, other] = [await tokenOf(1), await tokenOf(2)]
    expect(own).not.toBe(other)
    expect(own.length).toBeGreaterThanOrEqual(43)
    expect(await tokenOf(1)).toBe(own)
    expect(await seen(own)).not.toBeNull()
    expect(await seen(other)).not.toBeNull()
    expect(await seen('made-up')).toBeNull()
  })

  it('is nobody who has still to choose a password', async () => {
    await letAdaIn(2, false)
    expect(await seen(await tokenOf(2))).toBeNull()
  })

  it('ends with the session, and is not the next one in that window', async () => {
    const token = await tokenOf()
    await office.lifecycle.signOut(1)
    expect(await seen(token)).toBeNull()
    await office.signIn(1, 1, 'maria')
    expect(await seen(token)).toBeNull()
    const next = await tokenOf()
    expect(next).not.toBe(token)
    expect(await seen(next)).not.toBeNull()
  })

  it('rests while the session is locked', async () => {
    const token = await tokenOf()
    office.lifecycle.lock('asked', 1)
    expect(await seen(token)).toBeNull()
    const found = await office.lifecycle.find(1)
    if (found.kind !== 'locked') throw new Error('it is not locked')
    await office.lifecycle.unlock(1, found.signedIn)
    expect(await seen(token)).not.toBeNull()
  })

  it('tells the window of an end that nobody had told it of', async () => {
    const token = await tokenOf()
    office.clock.advance(24 * 60 * 60 * 1_000)
    expect(await seen(token)).toBeNull()
    expect(told).toEqual([{ windowId: 1, title: 'Session Expired' }])
  })
})
