import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import type { CustomFieldInput } from '../../electron/contract/custom-fields.ts'
import { everybody } from '../../electron/contract/employee-filter.ts'
import { exportColumns } from '../../electron/contract/exports.ts'
import type { ParsedInputOf } from '../../electron/contract/index.ts'
import { createExportFiles } from '../../electron/exporting/export-file.ts'
import { createExporting } from '../../electron/exporting/exporting.ts'
import { createTestRandom } from '../support/random.ts'
import { type Importing, openImporting, ready } from './importing.ts'

let office: Importing
let ids: Record<string, number>

const add = async (name: string, kind: CustomFieldInput['kind'], more: Partial<CustomFieldInput> = {}) => {
  const field = { name, kind, help: '', isRequired: false, isPrivate: false, choices: [], ...more }
  ids[name] = (await office.customFields.add({ field }, await office.caller())).field.id
}

beforeEach(async () => {
  office = await openImporting()
  ids = {}
  await add('Nickname at work', 'text')
  await add('Score', 'number')
  await add('Badge from', 'date')
  await add('Shirt size', 'choice', { choices: ['Small', 'Large'].map((name) => ({ id: null, name })) })
  await add('First aider', 'yes-no')
  // The names of columns that every export has as well.
  await add('Status', 'text')
  await add('First name', 'text')
})
afterEach(() => office.dispose())

const head = 'Employee number,First name,Hire date'

/** An employee's values in custom fields, by the names of the fields. */
async function valuesOf(number: string): Promise<Record<string, string>> {
  const { rows } = await office.list(number)
  const { employee } = await office.employees.handlers.read({ id: rows[0]?.id ?? 0 }, await office.caller())
  return Object.fromEntries(
    Object.entries(ids).flatMap(([name, id]) => (employee.custom[id] ? [[name, employee.custom[id]]] : [])),
  )
}

const typed = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [ids[name], value]))

/** Everybody with all fields, or those asked for, as the product's own export writes them. */
async function exported(asked: Partial<ParsedInputOf<'exports', 'start'>> = {}): Promise<string> {
  const target = join(office.folder, 'Employees.csv')
  const random = createTestRandom(3)
  const { handlers } = createExporting({
    ...office,
    audit: createAudit({ clock: office.clock, random, computer: 'Front desk' }),
    pause: () => setImmediate(),
    openFile: createExportFiles(random),
    chooseFile: async () => target,
  })
  const begun = await handlers.start(
    {
      selection: { kind: 'matching', filter: everybody, exceptIds: [] },
      sort: [],
      columns: [...exportColumns],
      custom: 'all',
      separator: 'comma',
      ...asked,
    },
    await office.caller(),
  )
  for (;;) {
    const { export: progress } = await handlers.read({ id: begun.export?.id ?? 0 }, await office.caller())
    if (progress.state !== 'working') break
    await setImmediate()
  }
  return readFileSync(target, 'utf8')
}

it('an export of all fields has a column for each custom field, and imports again without a change', async () => {
  const values = {
    'Nickname at work': '=Ace, "the"',
    Score: '7.5',
    'Badge from': '2026-02-01',
    'Shirt size': 'Large',
    'First aider': 'no',
    Status: 'Gold',
    'First name': 'another',
  }
  await office.register({ employeeNumber: 'E1', firstName: 'Ada', custom: typed(values) })
  await office.register({ employeeNumber: 'E2', firstName: 'Bo' })
  const table = await exported()
  expect(table.split('\r\n')[0]).toMatch(
    /,Role,Nickname at work,Score,Badge from,Shirt size,First aider,Status,First name$/,
  )
  const { mapping } = ready(await office.choose(table))
  expect(mapping.slice(-8)).toEqual([null, ...Object.values(ids).map((id) => `custom.${id}`)])
  expect((await office.check({ updateByNumber: true })).checked).toMatchObject({
    new: 0,
    changed: 0,
    unchanged: 2,
    bad: 0,
  })

  const { last } = await office.bring(table.replace('Gold', 'Silver').replace('Large', ''), { updateByNumber: true })
  expect(last).toMatchObject({ created: 0, changed: 1 })
  const { 'Shirt size': _, ...others } = values
  expect(await valuesOf('E1')).toEqual({ ...others, Status: 'Silver' })
  await office.undo(last?.id ?? 0)
  expect(await valuesOf('E1')).toEqual(values)
})

it('an export of some columns has the custom fields asked for in their own order, and imports again without a change', async () => {
  const values = { 'Nickname at work': '-1', Score: '-7.5', 'Badge from': '2026-02-01', Status: 'Gold' }
  await office.register({ employeeNumber: 'E1', firstName: 'Ada', custom: typed(values) })
  await office.register({ employeeNumber: 'E2', firstName: 'Bo' })
  const keys = ['First aider', 'Score', 'Nickname at work'].map((name) => `custom.${ids[name] ?? 0}` as const)
  const table = await exported({ columns: ['firstName', 'departmentId'], custom: [...keys, 'custom.99'] })
  expect(table.split('\r\n')).toEqual([
    '\ufeffEmployee number,First name,Department,Nickname at work,Score,First aider,First name',
    "E1,Ada,,'-1,'-7.5,,",
    'E2,Bo,,,,,',
    '',
  ])
  const unchanged = { new: 0, changed: 0, unchanged: 2, bad: 0 }
  ready(await office.choose(table))
  expect((await office.check({ updateByNumber: true })).checked).toMatchObject(unchanged)

  // The column that is called as a field which was not asked for.
  ready(await office.choose(await exported({ columns: ['status'], custom: [] })))
  expect((await office.check({ updateByNumber: true })).checked).toMatchObject(unchanged)
})

it('cells of custom fields are read as a form reads them, and searches find what they say', async () => {
  await office.bring(`${head},score,Badge from,SHIRT SIZE,First aider,Nickname at work
E1,Ada,2026-01-01,"+07,50",01.02.2026,small,Yes, Ace
E2,Bo,2026-01-01,,,,,`)
  expect(await valuesOf('E1')).toEqual({
    Score: '7.5',
    'Badge from': '2026-02-01',
    'Shirt size': 'Small',
    'First aider': 'yes',
    'Nickname at work': 'Ace',
  })
  expect(await valuesOf('E2')).toEqual({})
  expect((await office.list('ace')).rows.map(({ employeeNumber }) => employeeNumber)).toEqual(['E1'])
})

it('what is wrong in them is told by row and column', async () => {
  await office.choose(`${head},Score,Badge from,Shirt size,First aider\nE1,Ada,2026-01-01,many,2026-02-30,Huge,perhaps`)
  expect((await office.check()).checked).toMatchObject({ new: 0, bad: 1 })
  expect(
    (await office.problems()).problems.map(({ row, column, value, message }) => [row, column, value, message]),
  ).toEqual([
    [2, 'Score', 'many', 'Enter Score as a number, such as 12 or 3.5.'],
    [2, 'Badge from', '2026-02-30', 'The Badge from is not a date that exists. Enter it as YYYY-MM-DD.'],
    [2, 'Shirt size', 'Huge', 'Choose Shirt size from the list.'],
    [2, 'First aider', 'perhaps', 'Choose First aider from the list.'],
  ])
})

it('new employees need what is required, also where the file has no column for it; others keep what they have', async () => {
  await office.register({ employeeNumber: 'E1', firstName: 'Ada' })
  await add('Locker', 'text', { isRequired: true })
  await office.choose(`${head}\nE1,Ada Maria,2026-01-01\nE2,Bo,2026-01-01`)
  expect((await office.check({ updateByNumber: true })).checked).toMatchObject({ changed: 1, bad: 1 })
  expect((await office.problems()).problems).toMatchObject([{ row: 3, column: '', message: 'Enter Locker.' }])
  await office.bring(`${head},Locker\nE2,Bo,2026-01-01,12`)
  expect(await valuesOf('E2')).toEqual({ Locker: '12' })
})

it('a column of a field that is asked for no longer is refused in words', async () => {
  const read = ready(await office.choose(`${head},Score\nE1,Ada,2026-01-01,1`))
  const [field] = (await office.customFields.list({}, await office.caller())).fields.filter(
    ({ name }) => name === 'Score',
  )
  await office.customFields.archive({ id: field?.id ?? 0, version: 1 }, await office.caller())
  expect(await office.check({}, read.mapping)).toMatchObject({
    checked: null,
    problem: 'A column is taken for a field that is asked for no longer. Choose the file again.',
  })
})
