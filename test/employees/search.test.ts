import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmployeeSort } from '../../electron/contract/employee-filter.ts'
import { foldForSearch } from '../../electron/database/fold.ts'
import { queries } from '../../electron/database/queries.ts'
import { searchKeyOf } from '../../electron/database/search-key.ts'
import { createReindexing } from '../../electron/employees/reindexing.ts'
import { indexWithin, reindexWithin, removeFromIndexWithin } from '../../electron/employees/search-repository.ts'
import { type Office, openOffice, type Person } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

const found = async (search: string) => (await office.list(search)).rows.map((row) => row.employeeNumber)

async function department(name: string, code = ''): Promise<number> {
  const fields = { name, code, parentId: null, headId: null }
  return (await office.organisation.addDepartment({ department: fields }, await office.caller())).department.id
}

async function position(title: string): Promise<number> {
  return (await office.organisation.addPosition({ position: { title } }, await office.caller())).position.id
}

describe('a search', () => {
  it('finds by the work email, the department with its code, and the position', async () => {
    const sales = await department('Världshandel', 'VH-7')
    const clerk = await position('Büroleitung')
    const ada = { employeeNumber: '1', firstName: 'Ada', workEmail: 'countess@engines.example', departmentId: sales }
    await office.register({ ...ada, positionId: clerk })
    await office.register({ employeeNumber: '2', firstName: 'Ben', departmentId: sales })
    await office.register({ employeeNumber: '3', firstName: 'Cleo' })
    expect(await found('tess@eng')).toEqual(['1'])
    expect(await found('handel')).toEqual(['1', '2'])
    expect(await found('vh-7')).toEqual(['1', '2'])
    expect(await found('buro')).toEqual(['1'])
    expect(await found('ben handel')).toEqual(['2'])
    expect(await found('buro varlds ada')).toEqual(['1'])
    expect(await found('ben buro')).toEqual([])
  })

  it('counts once who is found by more than one thing', async () => {
    const sales = await department('Ada’s office')
    await office.register({ employeeNumber: '1', firstName: 'Ada', departmentId: sales })
    await office.register({ employeeNumber: '2', firstName: 'Ben', departmentId: sales })
    expect(await office.list('ada', 0, 1)).toMatchObject({ total: 2, rows: [{ firstName: 'Ada' }] })
    expect(await office.list('ada', 1, 1)).toMatchObject({ total: 2, rows: [{ firstName: 'Ben' }] })
  })

  it('follows a department and a position to their new names', async () => {
    const id = await department('Purchasing')
    const clerk = await position('Clerk')
    await office.register({ employeeNumber: '1', firstName: 'Ada', departmentId: id, positionId: clerk })
    const fields = { name: 'Buying', code: '', parentId: null, headId: null }
    await office.organisation.changeDepartment({ id, version: 1, department: fields }, await office.caller())
    await office.organisation.changePosition(
      { id: clerk, version: 1, position: { title: 'Buyer' } },
      await office.caller(),
    )
    expect([await found('buying'), await found('buyer')]).toEqual([['1'], ['1']])
    expect([await found('purchas'), await found('clerk')]).toEqual([[], []])
  })

  it('holds together with a filter, in the total as well', async () => {
    const sales = await department('Sales')
    await office.register({ employeeNumber: '1', firstName: 'Ada', departmentId: sales })
    await office.register({ employeeNumber: '2', firstName: 'Adam' })
    expect(await office.list('ada', 0, 10, { departmentIds: [sales] })).toMatchObject({
      total: 1,
      rows: [{ employeeNumber: '1' }],
    })
  })

  it('takes one or two characters for a beginning', async () => {
    await office.register({ employeeNumber: 'N-17', firstName: 'Kay', lastName: "O'Neill", username: 'kay_x' })
    await office.register({ employeeNumber: '2', firstName: '小明', lastName: '王' })
    await office.register({ employeeNumber: '3', firstName: '𠮷𠮷', departmentId: await department('IT') })
    for (const search of ['k', 'ka', 'o', "o'", 'ne', 'n', '17', '1', 'x']) {
      expect(await found(search), search).toEqual(['N-17'])
    }
    for (const search of ['小', '明', '小明', '王']) expect(await found(search), search).toEqual(['2'])
    for (const search of ['𠮷', '𠮷𠮷', 'it', 'i']) expect(await found(search), search).toEqual(['3'])
    expect([await found('ay'), await found('ei'), await found('t')]).toEqual([[], [], []])
  })

  it('puts first whose number or username it is, then beginnings of names, then the rest, each by name', async () => {
    const people: readonly Person[] = [
      { employeeNumber: 'X-ann', firstName: 'Alma', lastName: 'Able' },
      { employeeNumber: '1', firstName: 'Zoe', lastName: 'Hannover' },
      { employeeNumber: '2', firstName: 'Joanna', lastName: 'Ash' },
      { employeeNumber: '3', firstName: 'Anne', lastName: 'Young' },
      { employeeNumber: '4', firstName: 'Bea', lastName: 'Smith-Annan' },
      { employeeNumber: '5', firstName: 'Zed', lastName: 'Zorn', username: 'ann' },
      { employeeNumber: 'ANN', firstName: 'Zora', lastName: 'Zorn' },
    ]
    for (const person of people) await office.register(person)
    const order = ['5', 'ANN', '4', '3', 'X-ann', '2', '1']
    expect(await found('Ann')).toEqual(order)
    const byPages = []
    for (let offset = 0; offset < 8; offset += 2) {
      byPages.push(...(await office.list('Ann', offset, 2)).rows.map((row) => row.employeeNumber))
    }
    expect(byPages).toEqual(order)
    const byName = await office.list('Ann', 0, 10, {}, [{ column: 'name', descending: false }])
    expect(byName.rows.map((row) => row.employeeNumber)).toEqual(['X-ann', '2', '1', '4', '3', '5', 'ANN'])
  })

  it('finds what a look at every text finds', async () => {
    const letters = [...'aàåbcçdeéêfgğhiıjklłmnñoöøprsßtuüvyzżœα-\'’.βςжй小明"*%_']
    const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 7 })
    const texts = new Map<string, readonly string[]>()
    const person = fc.record({ firstName: text, middleName: text, lastName: text, preferredName: text })
    const plain = (part: string) => part.normalize('NFD').replace(/\p{M}/gu, '')
    const everybody = fc.sample(person, { seed: 20261125, numRuns: 60 })
    for (const [index, names] of everybody.entries()) {
      const employeeNumber = `N${index}`
      const workEmail = `person${index}@engines.example`
      await office.register({ ...names, employeeNumber, workEmail })
      const { firstName, middleName, lastName, preferredName } = names
      const searched = [firstName, middleName, lastName, preferredName, employeeNumber, workEmail]
      texts.set(employeeNumber, searched.map(foldForSearch))
    }
    const holding = (word: string) => (parts: readonly string[]) => parts.some((part) => part.includes(word))
    const anybody = fc.constantFrom(...everybody)
    const field = fc.constantFrom('firstName', 'middleName', 'lastName', 'preferredName')
    await fc.assert(
      fc.asyncProperty(anybody, field, fc.nat(), fc.nat(), fc.nat(3), async (somebody, name, from, length, how) => {
        const whole = [...somebody[name]]
        const start = from % whole.length
        const part = whole.slice(start, start + 1 + (length % (whole.length - start))).join('')
        const typed = [part, part.toUpperCase(), plain(part), part.normalize('NFD')][how] ?? part
        const word = foldForSearch(typed)
        const expected = [...texts].filter(([, parts]) => holding(word)(parts)).map(([number]) => number)
        const numbers = await found(typed)
        if ([...word].length < 3) expect(expected).toEqual(expect.arrayContaining(numbers))
        else expect(numbers.toSorted()).toEqual(expected.toSorted())
        const second = await found(`${typed} @engines.ex`)
        expect(second.toSorted()).toEqual(numbers.toSorted())
      }),
      { seed: 20261125, numRuns: 200 },
    )
  })
})

describe('the index', () => {
  const row = (id: number, searchKey: string) => ({
    id,
    employee_number: String(id),
    employee_number_key: String(id),
    first_name: 'Ada',
    last_name: '',
    hire_date: '2026-01-31',
    status: 'active' as const,
    search_key: searchKey,
    sort_key: 'ada',
    created_at: 0,
    updated_at: 0,
    version: 1,
  })

  it('takes many in at once', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => row(index + 1, searchKeyOf([`Ada${index + 1}`], [])))
    await office.database.write(async (transaction) => {
      for (const one of rows) await transaction.execute(queries.insertInto('employee').values(one))
      await indexWithin(transaction, 1, 400)
    })
    expect((await office.list('ada', 0, 1)).total).toBe(400)
    expect(await found('ada400')).toEqual(['400'])
    expect(await found('ada401')).toEqual([])
  })

  it('comes in the order asked for, whether few or many are found', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({
      ...row(index + 1, searchKeyOf([index % 3 === 0 ? 'Adam' : 'Ada', String(index)], [])),
      sort_key: String((index * 37) % 90).padStart(2, '0'),
      hire_date: `2026-01-${String(1 + ((index * 7) % 30)).padStart(2, '0')}`,
    }))
    await office.database.write(async (transaction) => {
      for (const one of rows) await transaction.execute(queries.insertInto('employee').values(one))
      await indexWithin(transaction, 1, rows.length)
    })
    const ids = (of: readonly { id: number }[]) => of.map(({ id }) => id)
    const byName = rows.toSorted((one, other) => one.sort_key.localeCompare(other.sort_key))
    const byDay = byName.toSorted((one, other) => other.hire_date.localeCompare(one.hire_date))
    const adams = (of: readonly { search_key: string; id: number }[]) =>
      ids(of.filter(({ search_key }) => search_key.includes('adam')))
    for (const [offset, limit] of [
      [0, 1],
      [0, 10],
      [25, 10],
      [0, 90],
    ] as const) {
      const page = async (search: string, sort: EmployeeSort) =>
        ids((await office.list(search, offset, limit, {}, sort)).rows)
      const name = [{ column: 'name', descending: false }] as const
      const day = [{ column: 'hireDate', descending: true }] as const
      const cut = (all: readonly number[]) => all.slice(offset, offset + limit)
      expect(await page('ada', [...name])).toEqual(cut(ids(byName)))
      expect(await page('adam', [...name])).toEqual(cut(adams(byName)))
      expect(await page('ada', [...day])).toEqual(cut(ids(byDay)))
      expect(await page('adam', [])).toEqual(cut(adams(byName)))
    }
  })

  describe('in the file', () => {
    const former = row(1, searchKeyOf(['Xqzzyq'], []))
    /** Three letters of the name as a page of the index holds them: the first term of those with no other letters before. */
    const trigram = 'qzz'

    beforeEach(() =>
      office.database.write(async (transaction) => {
        await transaction.execute(queries.insertInto('employee').values(former))
        await indexWithin(transaction, former.id)
      }),
    )

    /** Once everything was written to it. */
    async function isInFile(): Promise<boolean> {
      await office.database.close()
      return readFileSync(office.file, 'latin1').includes(trigram)
    }

    it('holds a name that is searched', async () => {
      expect(await isInFile()).toBe(true)
    })

    it('holds nothing of a name that was changed', async () => {
      const searchKey = searchKeyOf(['Ada'], [])
      await office.database.write(async (transaction) => {
        await transaction.execute(queries.updateTable('employee').set({ search_key: searchKey }))
        await reindexWithin(transaction, former, searchKey)
      })
      expect([await found('xqz'), await found('ada')]).toEqual([[], ['1']])
      expect(await isInFile()).toBe(false)
    })

    it('holds nothing of one name of many that were changed together', async () => {
      const searchKey = searchKeyOf(['Ada'], [])
      await office.database.write(async (transaction) => {
        for (let id = 2; id <= 500; id += 1) {
          await transaction.execute(queries.insertInto('employee').values(row(id, former.search_key)))
        }
        await indexWithin(transaction, 2, 500)
        const changed = createReindexing(transaction)
        for (let id = 1; id <= 500; id += 1) await changed.later(transaction, row(id, former.search_key), searchKey)
        await transaction.execute(queries.updateTable('employee').set({ search_key: searchKey }))
        await changed.finish()
      })
      expect([(await office.list('xqz')).total, (await office.list('ada')).total]).toEqual([0, 500])
      expect(await isInFile()).toBe(false)
    })

    it('holds nothing of somebody who was taken out', async () => {
      await office.database.write(async (transaction) => {
        await removeFromIndexWithin(transaction, former)
        await transaction.execute(queries.deleteFrom('employee').where('id', '=', former.id))
      })
      expect(await isInFile()).toBe(false)
    })
  })
})
