import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import { createPhotos } from '../../electron/photos/photos.ts'
import { refusal } from '../employees/office.ts'
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

it('an import is not undone once somebody who came with it was purged', async () => {
  const { last } = await office.bring(`${headings}\nE1,Ada,2026-12-01,\nE2,Bo,2026-12-01,`)
  const id = (await office.list('ada')).rows[0]?.id ?? 0
  await office.employees.handlers.archive({ id, version: 1 }, await office.caller())
  await office.employees.handlers.purge({ id, version: 2, name: 'Ada' }, await office.caller())
  expect(await office.undo(last?.id ?? 0)).toMatchObject({
    problem: 'This import cannot be undone: somebody who came with it was removed since.',
  })
})

it('an import is not undone while somebody is to be succeeded by who came with it', async () => {
  const { last } = await office.bring(`${headings}\nE1,Ada,2026-12-01,`)
  const successorId = (await office.list('ada')).rows[0]?.id ?? 0
  const { employee } = await office.register({ employeeNumber: 'E2', firstName: 'Bo' })
  const leaving = { leavingDate: '2027-01-01', leavingReason: 'resigned', successorId } as const
  const { id, version } = employee
  await office.employees.handlers.offboard({ id, version, leaving }, await office.caller())
  expect(await office.undo(last?.id ?? 0)).toMatchObject({
    problem: 'This import cannot be undone: Bo reports to somebody who came with it.',
  })
})

it('another administrator stops nobody’s import', async () => {
  await office.signIn(2, await office.addAdministrator('noor', 'Noor'), 'noor')
  const other = await office.caller(2)
  await office.choose(`${headings}\nE1,Ada,2026-12-01,`)
  await office.check()
  await office.imports.handlers.run({ skipBad: false }, await office.caller())
  await office.imports.handlers.cancel({}, other)
  expect(await office.state()).toMatchObject({ kind: 'done', created: 1 })
})

it('a file is checked by columns of its own alone', async () => {
  await office.choose(`${headings}\nE1,Ada,2026-12-01,`)
  expect(await refusal(office.check({}, ['employeeNumber', 'firstName', 'hireDate']))).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'This is not the file that was read.',
  })
})
