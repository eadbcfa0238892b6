import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import { createPhotos } from '../../electron/photos/photos.ts'
import { lossy, riff } from '../photos/webp.ts'
import { createTestRandom } from '../support/random.ts'
import { type Importing, openImporting } from './importing.ts'

/** What was done by other ways than an import, before it or after it. */

let office: Importing
beforeEach(async () => {
  office = await openImporting()
})
afterEach(() => office.dispose())

const headings = 'Employee number,First name,Hire date,Manager'

describe.each([
  ['who comes', {}],
  ['who is changed', { updateByNumber: true }],
] as const)('somebody %s with an import', (_who, options) => {
  it('can report to nobody who is archived: the dry run tells of it', async () => {
    const { employee: boss } = await office.register({ employeeNumber: 'M1', firstName: 'Boss' })
    if ('updateByNumber' in options) await office.register({ employeeNumber: 'E1', firstName: 'Ada' })
    await office.employees.handlers.archive({ id: boss.id, version: boss.version }, await office.caller())
    await office.choose(`${headings}\nE1,Ada,2026-12-01,M1`)
    expect((await office.check(options)).checked).toMatchObject({ new: 0, changed: 0, bad: 1 })
    expect((await office.problems()).problems).toEqual([
      { row: 2, column: 'Manager', value: 'M1', message: 'Boss is archived. Choose somebody else.' },
    ])
  })
})

it('an import is not undone, and no photo lost, once somebody who came with it was given one', async () => {
  const { last } = await office.bring(`${headings}\nE1,Ada,2026-12-01,`)
  const random = createTestRandom(5)
  const photos = createPhotos({
    database: office.database,
    audit: createAudit({ clock: office.clock, random, computer: 'Front desk' }),
    random,
    lifecycle: office.lifecycle,
    tellEnded: () => {},
    onChanged: () => {},
  })
  const id = (await office.list()).rows[0]?.id ?? 0
  await photos.handlers.save({ employeeId: id, bytes: riff(lossy(16, 16)) }, await office.caller())
  expect(await office.undo(last?.id ?? 0)).toMatchObject({
    problem: 'This import cannot be undone: Ada was given a photo since.',
  })
  expect((await photos.handlers.versions({ ids: [id] }, await office.caller())).photos).toHaveLength(1)
})
