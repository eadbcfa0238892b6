import { existsSync, readFileSync, statSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/audit/verify.ts'
import { type ImportField, importFields } from '../../electron/contract/imports.ts'
import { selectPeople } from '../../electron/imports/repository.ts'
import { employeeHeadings, readOnlyHeadings } from '../../electron/tables/employee-columns.ts'
import { defuse } from '../../electron/tables/formula-cells.ts'
import { refusal } from '../employees/office.ts'
import { type Importing, openImporting, ready } from './importing.ts'

let office: Importing
beforeEach(async () => {
  office = await openImporting()
})
afterEach(() => office.dispose())

const three = [
  'Employee number,First name,Last name,Hire date,Manager',
  'E2,Ada,Lovelace,2026-01-31,E1',
  'E1,Grace,Hopper,2026-01-01,',
  'E3,Mary,Somerville,2026-02-01,E2',
].join('\n')

describe('an import', () => {
  it('registers everybody in a file, managers who come with it among them', async () => {
    expect(ready(await office.choose(three))).toMatchObject({
      file: { name: 'people.csv', rows: 3, encoding: 'utf-8', delimiter: ',' },
      headings: ['Employee number', 'First name', 'Last name', 'Hire date', 'Manager'],
      mapping: ['employeeNumber', 'firstName', 'lastName', 'hireDate', 'managerId'],
      checked: null,
      problem: null,
    })
    expect((await office.check()).checked).toMatchObject({ new: 3, changed: 0, unchanged: 0, bad: 0 })
    expect(await office.people()).toEqual({})
    expect(await office.run()).toMatchObject({ created: 3, changed: 0, skipped: 0, last: { by: 'maria' } })
    expect(await office.people()).toEqual({
      E1: 'Grace Hopper',
      E2: 'Ada Lovelace, Grace Hopper',
      E3: 'Mary Somerville, Ada Lovelace',
    })
  })

  it('stands in the audit as a whole and with each employee, and the chain goes on', async () => {
    await office.bring(three)
    const entries = (await office.audit()).slice(-4)
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['employee.registered', 'Grace Hopper'],
      ['employee.registered', 'Ada Lovelace'],
      ['employee.registered', 'Mary Somerville'],
      ['employees.imported', 'people.csv'],
    ])
    expect(entries[1]?.changes).toMatchObject({
      import: { old: null, new: 'people.csv' },
      managerId: { old: null, new: 'Grace Hopper' },
    })
    expect(await verifyAuditChain(office.database)).toMatchObject({ ok: true })
    await office.register({ employeeNumber: 'E9', firstName: 'Late' })
    expect(await verifyAuditChain(office.database)).toMatchObject({ ok: true })
  })
})

describe('a dry run', () => {
  it('tells every mistake by row and column, and nothing can be imported', async () => {
    await office.register({
      employeeNumber: 'E1',
      firstName: 'Grace',
      lastName: 'Hopper',
      workEmail: 'grace@example.com',
    })
    await office.choose(
      [
        'Employee number,First name,Hire date,Work email,Manager,Department,Position,Employment type',
        'e1,Ada,2026-01-31,,,,,',
        'E2,,31/01/2026,nobody,E77,Sales,Clerk,sometimes',
        'E3,Mary,2026-01-31,GRACE@example.com,,,,',
        'E3,Jane,2026-01-31,jane@example.com,,,,',
        'E4,Joan,2026-01-31,jane@example.com,,,,,,too much',
      ].join('\n'),
    )
    const { checked } = await office.check()
    expect(checked).toMatchObject({ new: 0, bad: 5, problems: 12 })
    const { total, problems } = await office.problems()
    expect(total).toBe(12)
    expect(problems.map(({ row, column, value, message }) => [row, column, value, message])).toEqual([
      [2, 'Employee number', 'e1', 'Employee number e1 is already used by Grace Hopper.'],
      [3, 'First name', '', 'Enter the first name.'],
      [3, 'Hire date', '31/01/2026', 'Enter the hire date as YYYY-MM-DD.'],
      [3, 'Work email', 'nobody', 'Enter the work email as name@example.com.'],
      [3, 'Manager', 'E77', 'Nobody has the employee number E77, here or in the file.'],
      [3, 'Department', 'Sales', 'There is no department Sales.'],
      [3, 'Position', 'Clerk', 'There is no position Clerk.'],
      [3, 'Employment type', 'sometimes', expect.stringContaining('full-time')],
      [4, 'Work email', 'GRACE@example.com', 'Work email GRACE@example.com is already used by Grace Hopper.'],
      [5, 'Employee number', 'E3', 'Employee number E3 stands in row 4 as well.'],
      [6, '', '', 'This row has more cells than there are headings.'],
      [6, 'Work email', 'jane@example.com', 'Work email jane@example.com stands in row 5 as well.'],
    ])
    const refused = await refusal(office.imports.handlers.run({ skipBad: false }, await office.caller()))
    expect(refused.message).toContain('nothing was imported')
  })

  it('gives nobody a number that somebody else once had', async () => {
    const { employee } = await office.register({ employeeNumber: 'E2', firstName: 'Ada' })
    await office.update(employee, { employeeNumber: 'E9' })
    await office.choose(`${headings}\nE2,Mary,Somerville,2026-01-01`)
    expect((await office.check()).checked).toMatchObject({ new: 0, bad: 1 })
    expect((await office.problems()).problems[0]?.message).toBe(
      'Employee number E2 once belonged to somebody else, and numbers are never given twice.',
    )
  })
})

const headings = 'Employee number,First name,Last name,Hire date'

describe('a file that changes employees', () => {
  beforeEach(async () => {
    await office.bring(three)
  })

  it('changes those whose number it has, where that is wanted, and in what its columns say', async () => {
    await office.choose('Number,Surname,Hired\ne1,Murray,2026-01-01\nE2,Lovelace,2026-01-31\nE4,New,2026-01-01')
    const { checked } = await office.check({ updateByNumber: true })
    expect(checked).toMatchObject({ new: 0, changed: 1, unchanged: 1, bad: 1 })
    expect((await office.problems()).problems).toMatchObject([{ row: 4, column: '', message: 'Enter the first name.' }])
    expect(await office.run(true)).toMatchObject({ created: 0, changed: 1, unchanged: 1, skipped: 1 })
    const { E1, E2 } = await office.people()
    expect([E1, E2]).toEqual(['Grace Murray', 'Ada Lovelace, Grace Murray'])
    const [changed] = (await office.audit()).slice(-2)
    expect(changed).toMatchObject({
      action: 'employee.updated',
      changes: { lastName: { old: 'Hopper', new: 'Murray' } },
    })
  })

  for (const amount of [3, 600]) {
    it(`lets a search find ${amount} of them by what they are called now, and by nothing else`, async () => {
      const rows = Array.from({ length: amount }, (_, index) => index)
      const file = (name: string) =>
        ['Number,First name,Hired', ...rows.map((row) => `P${row},${name},2026-01-01`)].join('\n')
      const found = async (name: string) => (await office.list(name, 0, 1)).total
      await office.register({ employeeNumber: 'B1', firstName: 'Bystander' })
      await office.bring(file('Formerly'))
      const { last } = await office.bring(file('Nowadays'), { updateByNumber: true })
      expect([await found('formerly'), await found('nowadays'), await found('bystander')]).toEqual([0, amount, 1])
      await office.undo(last?.id ?? 0)
      expect([await found('formerly'), await found('nowadays'), await found('bystander')]).toEqual([amount, 0, 1])
    })
  }

  it('turns a reporting line over, whichever row comes first', async () => {
    await office.bring('Number,Manager\nE1,E3\nE2,\nE3,E2', { updateByNumber: true })
    expect(await office.people()).toEqual({
      E1: 'Grace Hopper, Mary Somerville',
      E2: 'Ada Lovelace',
      E3: 'Mary Somerville, Ada Lovelace',
    })
  })

  it('leaves who is archived alone, and says so', async () => {
    const { rows } = await office.list('Mary')
    const { employee } = await office.employees.handlers.read({ id: rows[0]?.id ?? 0 }, await office.caller())
    const { id, version } = employee
    await office.employees.handlers.archive({ id, version }, await office.caller())
    await office.choose('Number,Surname\nE3,Murray')
    expect((await office.check({ updateByNumber: true })).checked).toMatchObject({ changed: 0, bad: 1 })
    expect((await office.problems()).problems).toMatchObject([
      { row: 2, message: 'Mary Somerville is archived. Restore them first.' },
    ])
  })

  it('lets nobody report to themselves, and names the way', async () => {
    await office.choose('Number,Manager\nE1,E3')
    expect((await office.check({ updateByNumber: true })).checked).toMatchObject({ changed: 0, bad: 1 })
    expect((await office.problems()).problems).toMatchObject([
      {
        row: 2,
        column: 'Manager',
        value: 'E3',
        message: 'Nobody can report to themselves: Grace Hopper → Mary Somerville → Ada Lovelace → Grace Hopper.',
      },
    ])
  })
})

describe('rows that are left out', () => {
  it('go to a file that is mended and imported again', async () => {
    await office.choose(
      `${headings},Manager\nE1,,Hopper,2026-01-01,\nE2,Ada,Lovelace,soon,E1\n"E3","=Mary","",2026-01-01,`,
    )
    expect((await office.check()).checked).toMatchObject({ new: 1, bad: 2 })
    const file = await office.saveBadRows()
    const bad = readFileSync(file, 'utf8')
    expect(bad).toBe(
      [
        '\ufeffEmployee number,First name,Last name,Hire date,Manager,Problem',
        'E1,,Hopper,2026-01-01,,Enter the first name.',
        'E2,Ada,Lovelace,soon,E1,Enter the hire date as YYYY-MM-DD.',
        '',
      ].join('\r\n'),
    )
    await office.run(true)
    expect(await office.people()).toEqual({ E3: '=Mary' })
    await office.choose(bad.replace('E1,,', 'E1,Grace,').replace('soon', '2026-01-01'), 'bad.csv')
    expect((await office.check()).mapping.at(-1)).toBeNull()
    await office.run()
    expect(await office.people()).toMatchObject({ E1: 'Grace Hopper', E2: 'Ada Lovelace, Grace Hopper' })
  })

  it('leave those who would report to them out as well', async () => {
    await office.choose(
      `${headings},Manager\nE1,,Hopper,2026-01-01,\nE2,Ada,Lovelace,2026-01-01,E1\nE3,Mary,,2026-01-01,E2`,
    )
    expect((await office.check()).checked).toMatchObject({ new: 0, bad: 3 })
    expect((await office.problems()).problems.map(({ row, message }) => [row, message])).toEqual([
      [2, 'Enter the first name.'],
      [3, 'The manager E1 stands in row 2, which cannot be imported.'],
      [4, 'The manager Ada Lovelace stands in row 3, which cannot be imported.'],
    ])
  })
})

describe('departments and positions', () => {
  it('are found by path, code or name, and made where that is wanted', async () => {
    const { organisation } = office
    const caller = await office.caller()
    const add = async (name: string, code = '', parentId: number | null = null) =>
      (await organisation.addDepartment({ department: { name, code, parentId, headId: null } }, caller)).department.id
    await add('Field', 'F-1', await add('Sales'))
    await add('Field', '', await add('Support'))
    const rows = ['Sales / Field', 'f-1', 'sales', 'Field', 'Sales > North > Far', 'SALES / north']
    const file = [
      `${headings},Department,Job title`,
      ...rows.map((department, index) => `E${index},A,B,2026-01-01,${department},Clerk`),
    ].join('\n')
    await office.choose(file)
    expect((await office.check()).checked).toMatchObject({ new: 0, bad: 6 })
    const { checked } = await office.check({ createMissing: true })
    expect(checked).toMatchObject({
      new: 5,
      bad: 1,
      newDepartments: ['Sales / North / Far', 'SALES / north'],
      newPositions: ['Clerk'],
    })
    expect((await office.problems()).problems).toMatchObject([
      { row: 5, message: 'More than one department is called Field. Write its path, such as Sales / North.' },
    ])
    await office.run(true)
    expect(await office.people()).toEqual({
      E0: 'A B, Field, Clerk',
      E1: 'A B, Field, Clerk',
      E2: 'A B, Sales, Clerk',
      E4: 'A B, Far, Clerk',
      E5: 'A B, North, Clerk',
    })
    const { departments } = await organisation.listDepartments({}, caller)
    expect(departments.map(({ name, employees }) => `${name} ${employees}`)).toEqual([
      'Far 1',
      'Field 2',
      'Field 0',
      'North 1',
      'Sales 1',
      'Support 0',
    ])
  })
})

describe('an import that is taken back', () => {
  const undoable = `${headings},Department,Manager\nE1,Grace,Murray,2026-01-01,New,E5\nE5,Jane,Marcet,2026-01-01,New,`

  beforeEach(async () => {
    await office.bring(three)
  })

  it('leaves everything as it was, and the numbers free', async () => {
    const before = await office.people()
    const { last } = await office.bring(undoable, { updateByNumber: true, createMissing: true })
    expect(last).toMatchObject({ fileName: 'people.csv', created: 1, changed: 1 })
    expect(await office.people()).not.toEqual(before)
    expect(await office.undo(last?.id ?? 0)).toEqual({ kind: 'none', last: null, problem: null })
    expect(await office.people()).toEqual(before)
    expect((await office.list('Marcet')).total).toBe(0)
    expect((await office.list('Hopper')).total).toBe(1)
    expect((await office.organisation.listDepartments({}, await office.caller())).departments).toEqual([])
    expect((await office.audit()).slice(-4).map(({ action, subject }) => [action, subject])).toEqual([
      ['employee.updated', 'Grace Hopper'],
      ['employee.removed', 'Jane Marcet'],
      ['department.removed', 'New'],
      ['employees.import_undone', 'people.csv'],
    ])
    expect(await verifyAuditChain(office.database)).toMatchObject({ ok: true })
    await office.bring(undoable, { updateByNumber: true, createMissing: true })
  })

  it('is refused once anybody was touched, and changes nothing then', async () => {
    const { last } = await office.bring(undoable, { updateByNumber: true, createMissing: true })
    const { rows } = await office.list('Jane')
    const { employee } = await office.employees.handlers.read({ id: rows[0]?.id ?? 0 }, await office.caller())
    await office.update(employee, { notes: 'Touched' })
    const before = await office.people()
    expect(await office.undo(last?.id ?? 0)).toMatchObject({
      kind: 'done',
      problem: 'This import cannot be undone: Jane Marcet was changed since.',
    })
    expect(await office.people()).toEqual(before)
  })

  it('is refused while somebody else reports to those who came with it', async () => {
    const { last } = await office.bring(undoable, { updateByNumber: true, createMissing: true })
    const { rows } = await office.list('Jane')
    await office.register({ employeeNumber: 'E9', firstName: 'Late', managerId: rows[0]?.id ?? 0 })
    expect(await office.undo(last?.id ?? 0)).toMatchObject({
      problem: 'This import cannot be undone: Late reports to somebody who came with it.',
    })
  })

  it('is refused while somebody who came with it leads a department', async () => {
    const { last } = await office.bring(undoable, { updateByNumber: true, createMissing: true })
    const { rows } = await office.list('Jane')
    const department = { name: 'Sales', code: '', parentId: null, headId: rows[0]?.id ?? 0 }
    await office.organisation.addDepartment({ department }, await office.caller())
    expect(await office.undo(last?.id ?? 0)).toMatchObject({
      problem: 'This import cannot be undone: Sales is led by somebody who came with it.',
    })
  })

  it('is only ever the last one', async () => {
    const first = (await office.bring(`${headings}\nE5,Jane,Marcet,2026-01-01`)).last?.id ?? 0
    await office.bring(`${headings}\nE6,Joan,Clarke,2026-01-01`)
    expect(await office.undo(first)).toMatchObject({ problem: 'This import cannot be undone any more.' })
  })
})

describe('what happens between the dry run and the import', () => {
  it('is seen: where it changes nothing the import goes on', async () => {
    await office.choose(three)
    await office.check()
    await office.register({ employeeNumber: 'E9', firstName: 'Late' })
    expect(await office.run()).toMatchObject({ created: 3 })
  })

  it('is seen: what would be another import has to be looked at first', async () => {
    await office.choose(three)
    await office.check()
    await office.register({ employeeNumber: 'E2', firstName: 'Late' })
    await office.imports.handlers.run({ skipBad: false }, await office.caller())
    expect(ready(await office.state()).problem).toContain('Check it again')
    expect(Object.keys(await office.people())).toEqual(['E2'])
    expect((await office.check()).checked).toMatchObject({ new: 2, bad: 1 })
  })

  it('ends it where the session of whoever imports is over', async () => {
    await office.choose(three)
    await office.check()
    const caller = await office.caller()
    await office.signOutEverywhere(caller)
    await office.imports.handlers.run({ skipBad: false }, caller)
    await office.imports.settled()
    expect((await office.imports.handlers.read({}, caller)).state).toMatchObject({
      problem: 'Your session ended meanwhile. Sign in again.',
    })
    expect(await office.database.read(selectPeople({}))).toEqual([])
  })
})

describe('the file of an administrator', () => {
  it('is nobody else’s', async () => {
    await office.choose(three)
    await office.signIn(2, await office.addAdministrator('noor', 'Noor'), 'noor')
    const other = await office.caller(2)
    expect((await office.imports.handlers.read({}, other)).state).toMatchObject({ kind: 'none' })
    expect((await refusal(office.imports.handlers.run({ skipBad: true }, other))).code).toBe('NOT_FOUND')
  })

  it('is staged privately, and gone when it is dropped, when Staffdesk closes and when it starts', async () => {
    await office.choose(three)
    expect(statSync(office.stagingFile).mode & 0o777).toBe(0o600)
    await office.imports.handlers.cancel({}, await office.caller())
    expect(existsSync(office.stagingFile)).toBe(false)
    expect(await office.state()).toMatchObject({ kind: 'none' })
    await office.choose(three)
    await office.imports.close()
    expect(existsSync(office.stagingFile)).toBe(false)
  })

  it('stays unread where it is no table, and says why', async () => {
    expect(await office.choose('')).toMatchObject({ kind: 'none', problem: 'This file is empty. Choose another one.' })
  })

  it('needs a number, and no field twice', async () => {
    await office.choose(three)
    const mapped = async (mapping: (ImportField | null)[]) => (await refusal(office.check({}, mapping))).message
    expect(await mapped([null, 'firstName', null, 'hireDate', null])).toContain('employee number')
    expect(await mapped(['employeeNumber', 'firstName', 'firstName', 'hireDate', null])).toContain('same field')
  })
})

describe('headings', () => {
  it('that were assigned by hand are known the next time', async () => {
    const file = 'Code,Call,Day in\nE1,Ada,2026-01-01'
    expect(ready(await office.choose(file)).mapping).toEqual([null, null, null])
    await office.check({}, ['employeeNumber', 'firstName', 'hireDate'])
    await office.run()
    expect(ready(await office.choose(file)).mapping).toEqual(['employeeNumber', 'firstName', 'hireDate'])
  })
})

describe('a table as an export writes it', () => {
  it('imports again without a change', async () => {
    const caller = await office.caller()
    const place = async (name: string, parentId: number | null) =>
      (await office.organisation.addDepartment({ department: { name, code: '', parentId, headId: null } }, caller))
        .department.id
    const departmentId = await place('Field / Stand', await place('Sales', null))
    const { position } = await office.organisation.addPosition({ position: { title: 'Clerk' } }, caller)
    const { employee: manager } = await office.register({ employeeNumber: '007', firstName: '=1+1', lastName: "'O" })
    const { employee: everything } = await office.register({
      employeeNumber: '-E2',
      firstName: 'Zoë, "Zo"',
      lastName: '李',
      dateOfBirth: '1990-02-28',
      workEmail: 'zoe@example.com',
      workPhone: '+46 8 123',
      address: '1 Street\nTown',
      employmentType: 'part-time',
      probationEndDate: '2027-03-01',
      notes: "'=not a formula\t",
      departmentId,
      positionId: position.id,
      managerId: manager.id,
    })
    const cells = (record: typeof manager, department: string, superior: string) =>
      importFields.map((field) =>
        defuse(
          { departmentId: department, positionId: record.position?.name ?? '', managerId: superior }[field as string] ??
            String({ ...record, employmentType: record.employmentType ?? '' }[field as keyof typeof record]),
        ),
      )
    const table = stringify([
      [...importFields.map((field) => employeeHeadings[field]), readOnlyHeadings.status],
      [...cells(manager, '', ''), 'active'],
      [...cells(everything, 'Sales / Field / Stand', '007'), 'active'],
    ])
    expect(ready(await office.choose(table)).mapping).toEqual([...importFields, null])
    expect((await office.check({ updateByNumber: true })).checked).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 2,
      bad: 0,
    })
  })
})
