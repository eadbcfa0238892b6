import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../electron/audit/append.ts'
import type { AuditFilter } from '../../electron/contract/audit.ts'
import { createAuditExport } from '../../electron/exporting/audit-export.ts'
import { createExportFiles, type OpenExportFile } from '../../electron/exporting/export-file.ts'
import { createTestLog } from '../accounts/support/log.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { createTestRandom } from '../support/random.ts'

let office: Office
let folder: string
let target: string | null
let openFile: OpenExportFile
beforeEach(async () => {
  office = await openOffice()
  folder = createTestFolder()
  target = join(folder, 'Log.csv')
  openFile = createExportFiles(createTestRandom(7))
})
afterEach(async () => {
  await office.dispose()
  removeTestFolder(folder)
})

const everything: AuditFilter = { search: '', area: null, outcome: null, from: null, before: null }

async function exportLog(filter: Partial<AuditFilter> = {}) {
  const { database, lifecycle, clock } = office
  const audit = createAudit({ clock, random: createTestRandom(3), computer: 'Front desk' })
  const run = createAuditExport({
    database,
    audit,
    lifecycle,
    log: createTestLog(),
    pause: () => setImmediate(),
    openFile: (path) => openFile(path),
    chooseFile: async () => target,
  })
  return (await run({ ...everything, ...filter }, await office.caller())).exported
}

const rows = () =>
  parse(readFileSync(join(folder, 'Log.csv')), { bom: true, columns: true }) as Readonly<Record<string, string>>[]

describe('the exported audit', () => {
  it('holds every entry that is meant, the last first, one line for each changed field', async () => {
    const { employee } = await office.register({ employeeNumber: '1', firstName: 'Ada', username: 'ada' })
    await office.update(employee, { lastName: '=1+1', notes: 'two\nlines, "quoted"' })
    expect(await exportLog({ area: 'employees' })).toEqual({ fileName: 'Log.csv', entries: 2 })
    const updated = rows().filter((row) => row.Action === 'employee.updated')
    expect(updated.map(({ Field, Old, New }) => [Field, Old, New])).toEqual([
      ['lastName', '', "'=1+1"],
      ['notes', '', 'two\nlines, "quoted"'],
    ])
    expect(updated[0]).toMatchObject({
      'When (UTC)': '2026-11-20T09:00:00.000Z',
      Who: 'maria',
      Computer: 'Front desk',
      Kind: 'employee',
      Subject: 'Ada =1+1',
      Outcome: 'success',
    })
    expect(new Set(rows().map((row) => row.Action))).toEqual(new Set(['employee.updated', 'employee.registered']))
  })

  it('names secrets without a value', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Ada', username: 'ada' })
    await exportLog({ area: 'accounts' })
    expect(rows().filter(({ Field }) => Field === 'password')[0]).toMatchObject({
      Old: '(not kept)',
      New: '(not kept)',
    })
  })

  it('is complete beyond a page, and is itself audited', async () => {
    for (let number = 1; number <= 210; number += 1) {
      await office.register({ employeeNumber: String(number), firstName: 'Ada' })
    }
    expect((await exportLog())?.entries).toBe(212)
    const ids = [...new Set(rows().map(({ Entry }) => Number(Entry)))]
    expect(ids).toEqual(Array.from({ length: 212 }, (_, index) => 212 - index))
    expect((await office.audit()).at(-1)).toMatchObject({
      action: 'audit.exported',
      actor: 'maria',
      subject: 'Log.csv',
      changes: { entries: { old: null, new: '212' } },
    })
  })

  it('is not written where no file is chosen', async () => {
    target = null
    expect(await exportLog()).toBeNull()
    expect(readdirSync(folder)).toEqual([])
    expect((await office.audit()).at(-1)?.action).toBe('session.created')
  })
})

describe('an export that fails', () => {
  it('leaves what stood in its place, and nothing half done', async () => {
    writeFileSync(join(folder, 'Log.csv'), 'before')
    const whole = openFile
    openFile = async (path) => ({
      ...(await whole(path)),
      flush: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    })
    expect((await refusal(exportLog())).message).toBe('The disk is full. Free some space, then export again.')
    expect(readdirSync(folder)).toEqual(['Log.csv'])
    expect(readFileSync(join(folder, 'Log.csv'), 'utf8')).toBe('before')
    expect((await office.audit()).map(({ action }) => action)).not.toContain('audit.exported')
  })

  it('because the session ended meanwhile is refused', async () => {
    const caller = await office.caller()
    const whole = openFile
    openFile = async (path) => {
      await office.signOutEverywhere(caller)
      return whole(path)
    }
    expect((await refusal(exportLog())).code).toBe('UNAUTHENTICATED')
    expect(readdirSync(folder)).toEqual([])
  })
})
