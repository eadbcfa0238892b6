import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exportColumns } from '../../electron/contract/exports.ts'
import { queries } from '../../electron/database/queries.ts'
import { restore } from '../../electron/tables/formula-cells.ts'
import { refusal } from '../employees/office.ts'
import { type ExportDesk, openExportDesk } from './desk.ts'

let desk: ExportDesk
beforeEach(async () => {
  desk = await openExportDesk()
})
afterEach(() => desk.dispose())

const file = () => readFileSync(desk.target, 'utf8')

/** The rows as a program that reads CSV finds them, by heading. */
const rows = (delimiter = ','): Record<string, string>[] => parse(file(), { bom: true, columns: true, delimiter })

const inFolder = () => readdirSync(desk.folder)

describe('an export', () => {
  it('holds the columns that were asked for, by their headings, after the number', async () => {
    await desk.office.register({ employeeNumber: 'E-1', firstName: 'Zoë', lastName: 'Lind' })
    await desk.office.register({ employeeNumber: 'E-2', firstName: 'Ada', lastName: 'Abel' })
    expect(await desk.export()).toMatchObject({ state: 'finished', written: 2, total: 2, fileName: 'Employees.csv' })
    expect(file()).toBe('\ufeffEmployee number,First name,Last name\r\nE-2,Ada,Abel\r\nE-1,Zoë,Lind\r\n')
  })

  it('holds all fields: departments by their path, managers by their number', async () => {
    const { office } = desk
    const caller = await office.caller()
    const top = await office.organisation.addDepartment(
      { department: { name: 'Sales', code: 'S', parentId: null, headId: null } },
      caller,
    )
    const north = await office.organisation.addDepartment(
      { department: { name: 'North', code: 'S-N', parentId: top.department.id, headId: null } },
      caller,
    )
    const clerk = await office.organisation.addPosition({ position: { title: 'Clerk' } }, caller)
    const { employee: manager } = await office.register({ employeeNumber: '1', firstName: 'Ada', lastName: 'Lind' })
    await office.register({
      employeeNumber: '2',
      firstName: 'Bo',
      address: 'Main Street 1\nSpringfield',
      notes: 'Says "hello", often; and\ttabs',
      departmentId: north.department.id,
      positionId: clerk.position.id,
      managerId: manager.id,
      employmentType: 'part-time',
      username: 'bo.li',
    })
    await desk.export({ columns: [...exportColumns] })
    expect(rows().find((row) => row['Employee number'] === '2')).toMatchObject({
      'First name': 'Bo',
      Address: 'Main Street 1\nSpringfield',
      Notes: 'Says "hello", often; and\ttabs',
      Department: 'Sales / North',
      'Department code': 'S-N',
      Position: 'Clerk',
      Manager: '1',
      'Name of the manager': 'Ada Lind',
      'Employment type': 'part-time',
      'Hire date': '2026-12-01',
      Status: 'active',
      Username: 'bo.li',
      Role: 'employee',
      'Work email': '',
    })
  })

  it('can be read where a semicolon separates', async () => {
    await desk.office.register({ employeeNumber: 'E-1', firstName: 'Ada; Bo', lastName: 'Li, An' })
    await desk.export({ separator: 'semicolon' })
    expect(rows(';')).toEqual([{ 'Employee number': 'E-1', 'First name': 'Ada; Bo', 'Last name': 'Li, An' }])
  })

  it('gives a spreadsheet that takes another separator no cell in the middle of a value', async () => {
    await desk.office.register({ employeeNumber: 'E-1', firstName: 'Ada;=1+1', address: 'Here\nand there' })
    await desk.export({ columns: ['firstName', 'address'] })
    expect(file()).toContain('"Ada;=1+1"')
    expect(file()).toContain('"Here\nand there"')
  })

  it('holds nothing that a spreadsheet runs, and loses nothing by that', async () => {
    await desk.office.register({ employeeNumber: '=1', firstName: '@SUM(A1)', workPhone: '+46 8 123 45' })
    await desk.export({ columns: ['firstName', 'workPhone'] })
    const [row = {}] = rows()
    expect(Object.values(row)).toEqual(["'=1", "'@SUM(A1)", "'+46 8 123 45"])
    expect(Object.values(row).map(restore)).toEqual(['=1', '@SUM(A1)', '+46 8 123 45'])
  })

  it('holds those who were chosen, or all who match but some, in the order of the list', async () => {
    const ids: number[] = []
    for (const firstName of ['Cy', 'Ada', 'Bo', 'Di']) {
      ids.push((await desk.office.register({ employeeNumber: `N-${firstName}`, firstName })).employee.id)
    }
    const names = () => rows().map((row) => row['First name'])
    await desk.export({ selection: { kind: 'chosen', ids: ids.slice(0, 3) } })
    expect(names()).toEqual(['Ada', 'Bo', 'Cy'])
    const filter = { search: 'n-' }
    await desk.export({
      selection: { kind: 'matching', filter, exceptIds: ids.slice(3) },
      sort: [{ column: 'employeeNumber', descending: true }],
    })
    expect(names()).toEqual(['Cy', 'Bo', 'Ada'])
  })

  it('goes page by page through more than one page', async () => {
    for (let number = 1; number <= 230; number += 1) {
      await desk.office.register({ employeeNumber: String(number), firstName: 'Ada', lastName: String(number) })
    }
    expect(await desk.export()).toMatchObject({ state: 'finished', written: 230 })
    expect(new Set(rows().map((row) => row['Employee number'])).size).toBe(230)
  })

  it('is told by the audit: who, how many, which columns', async () => {
    await desk.office.register({ employeeNumber: 'E-1', firstName: 'Ada' })
    await desk.export({ columns: ['firstName'] })
    expect((await desk.office.audit()).at(-1)).toMatchObject({
      action: 'employees.exported',
      actor: 'maria',
      subject: 'Employees.csv',
      changes: { employees: { new: '1' }, columns: { new: 'Employee number, First name' } },
    })
  })

  it('replaces the file that was there, as a whole', async () => {
    writeFileSync(desk.target, 'of last week')
    await desk.office.register({ employeeNumber: 'E-1', firstName: 'Ada' })
    await desk.export()
    expect(file()).toContain('Ada')
    expect(inFolder()).toEqual(['Employees.csv'])
  })

  it('does nothing where no file is chosen, and is refused where there is nobody', async () => {
    expect((await refusal(desk.begin())).message).toBe('There is nobody to export.')
    await desk.office.register({ employeeNumber: 'E-1', firstName: 'Ada' })
    desk.choice.target = null
    expect(await desk.begin()).toBeNull()
    expect((await desk.office.audit()).map(({ action }) => action)).not.toContain('employees.exported')
  })
})

describe('an export that comes to nothing', () => {
  const outcome = async () =>
    (
      await desk.office.database.read(
        queries.selectFrom('audit_entry').select(['action', 'outcome']).orderBy('id', 'desc').limit(1),
      )
    )[0]

  beforeEach(async () => {
    writeFileSync(desk.target, 'of last week')
    for (let number = 1; number <= 120; number += 1) {
      await desk.office.register({ employeeNumber: String(number), firstName: 'Ada' })
    }
  })

  const expectNothingLeft = () => {
    expect(inFolder()).toEqual(['Employees.csv'])
    expect(file()).toBe('of last week')
  }

  it('was cancelled: the file that was there stays', async () => {
    const begun = await desk.begin()
    await desk.exporting.handlers.cancel({ id: begun?.id ?? 0 }, await desk.office.caller())
    expect(await desk.ended(begun?.id ?? 0)).toMatchObject({ state: 'cancelled', problem: null })
    expectNothingLeft()
    expect(await outcome()).toEqual({ action: 'employees.exported', outcome: 'failure' })
  })

  it('found the disk full', async () => {
    const { openFile } = desk.choice
    desk.choice.openFile = async (path) => {
      const opened = await openFile(path)
      let writes = 0
      const write = async (text: string) => {
        writes += 1
        if (writes === 3) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
        await opened.write(text)
      }
      return { ...opened, write }
    }
    expect(await desk.export()).toMatchObject({
      state: 'failed',
      problem: 'The disk is full. Free some space, then export again.',
    })
    expectNothingLeft()
    expect(await outcome()).toEqual({ action: 'employees.exported', outcome: 'failure' })
  })

  it('may not be written there', async () => {
    desk.choice.target = join(desk.folder, 'gone', 'Employees.csv')
    expect(await desk.export()).toMatchObject({
      state: 'failed',
      problem: 'Staffdesk cannot write there. Export again and choose another folder.',
    })
  })

  it('lost its session on the way', async () => {
    await desk.office.addAdministrator('nils', 'Nils Bohr')
    await desk.begin()
    await desk.office.signOutEverywhere(await desk.office.caller())
    await desk.exporting.stop()
    expectNothingLeft()
    expect(await outcome()).toEqual({ action: 'employees.exported', outcome: 'refused' })
  })

  it('is stopped when the data closes', async () => {
    await desk.begin()
    await desk.exporting.stop()
    expectNothingLeft()
  })

  it('answers nobody but whoever began it', async () => {
    const begun = await desk.begin()
    const nils = await desk.office.addAdministrator('nils', 'Nils Bohr')
    await desk.office.signIn(2, nils, 'nils')
    const asked = desk.exporting.handlers.read({ id: begun?.id ?? 0 }, await desk.office.caller(2))
    expect((await refusal(asked)).code).toBe('NOT_FOUND')
  })
})
