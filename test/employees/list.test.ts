import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

describe('the list', () => {
  it('is empty at first, and says so', async () => {
    expect(await office.list()).toEqual({ total: 0, registered: 0, rows: [] })
    expect(await office.list('ada')).toEqual({ total: 0, registered: 0, rows: [] })
  })

  it('stands in the order of last and first names, whatever their case and accents', async () => {
    const people = [
      ['Wei', 'Li'],
      ['Ada', 'Lind'],
      ['Émile', 'abel'],
      ['Zoé', 'Ábel'],
      ['Cher', ''],
      ['Ada', 'Li'],
      ['Bo', 'Li An'],
      ['Åsa', 'Öberg'],
    ]
    for (const [index, [firstName = '', lastName = '']] of people.entries()) {
      await office.register({ employeeNumber: String(index), firstName, lastName })
    }
    const { rows } = await office.list()
    expect(rows.map((row) => `${row.firstName} ${row.lastName}`.trim())).toEqual([
      'Émile abel',
      'Zoé Ábel',
      'Cher',
      'Ada Li',
      'Wei Li',
      'Bo Li An',
      'Ada Lind',
      'Åsa Öberg',
    ])
  })

  it('comes page by page, each employee once, also where all have one name', async () => {
    for (let number = 1; number <= 7; number += 1) {
      await office.register({ employeeNumber: String(number), firstName: 'Ada', username: `ada.${number}` })
    }
    const pages = [await office.list('', 0, 3), await office.list('', 3, 3), await office.list('', 6, 3)]
    expect(pages.map((page) => page.rows.length)).toEqual([3, 3, 1])
    expect(pages.every((page) => page.total === 7 && page.registered === 7)).toBe(true)
    const rows = pages.flatMap((page) => page.rows)
    expect(rows.map((row) => row.employeeNumber)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(rows.map((row) => row.account?.username)).toContain('ada.4')
    expect(await office.list('', 99, 3)).toEqual({ total: 7, registered: 7, rows: [] })
  })

  it('counts what matches and what is registered', async () => {
    await office.register({ employeeNumber: '1', firstName: 'Ada' })
    await office.register({ employeeNumber: '2', firstName: 'Adam' })
    await office.register({ employeeNumber: '3', firstName: 'Grace' })
    expect(await office.list('ada', 0, 1)).toMatchObject({ total: 2, registered: 3, rows: [{ firstName: 'Ada' }] })
  })
})

describe('the search', () => {
  beforeEach(async () => {
    const lukasz = { firstName: 'Łukasz', lastName: 'Żółć-O’Neill', username: 'l.zolc' }
    await office.register({ ...lukasz, employeeNumber: 'PL_100%' })
    await office.register({ employeeNumber: 'PLX1000', firstName: 'José María', lastName: 'Strauß' })
  })

  it.each([
    ['łuk', 'PL_100%'],
    ['LUKASZ', 'PL_100%'],
    ['lukasz zolc', 'PL_100%'],
    ['zolc lukasz', 'PL_100%'],
    ['Żółć-O’Neill, Łukasz', 'PL_100%'],
    ['L.ZOLC', 'PL_100%'],
    ['  kasz\u00a0 l.z ', 'PL_100%'],
    ['100%', 'PL_100%'],
    ['L_1', 'PL_100%'],
    ['maria jose', 'PLX1000'],
    ['José', 'PLX1000'],
    ['STRAUSS', 'PLX1000'],
    ['plx', 'PLX1000'],
  ])('%j finds %s alone', async (search, employeeNumber) => {
    expect((await office.list(search)).rows.map((row) => row.employeeNumber)).toEqual([employeeNumber])
  })

  it.each(['%', '_', '\\', '"', '*', '10%', '___', 'a"b', 'lukasz OR jose', 'NOT'])(
    'takes %j for itself',
    async (search) => {
      expect((await office.list(search)).total).toBe(0)
    },
  )

  it('needs every word, and does not find what runs from one field into the next', async () => {
    expect((await office.list('lukasz strauss')).total).toBe(0)
    expect((await office.list('josemaria')).total).toBe(0)
    expect((await office.list('neillpl_')).total).toBe(0)
  })

  it('shows everybody for nothing but spaces', async () => {
    expect((await office.list('   ')).total).toBe(2)
  })
})
