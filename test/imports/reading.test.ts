import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import csvSpectrum from 'csv-spectrum'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importLimits } from '../../electron/contract/imports.ts'
import { csvRows, guessDelimiter } from '../../electron/imports/csv.ts'
import { ImportCancelled } from '../../electron/imports/progress.ts'
import { readFile } from '../../electron/imports/reading.ts'
import { createStaging } from '../../electron/imports/staging-store.ts'
import { refusal } from '../employees/office.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { corpus } from './corpus.ts'
import { workbookOf, zipOf } from './workbooks.ts'

let folder: string
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(() => removeTestFolder(folder))

/** Reads a file of these bytes as an import does. */
async function read(bytes: Uint8Array | string) {
  const file = join(folder, 'people')
  writeFileSync(file, bytes)
  const staging = createStaging(join(folder, 'staging.db'))
  try {
    const { sample, ...known } = await readFile(file, staging, () => {})
    return { ...known, sample, staged: [...staging.rows()] }
  } finally {
    staging.close()
  }
}

const why = async (bytes: Uint8Array | string) => (await refusal(read(bytes))).message

describe('a text file is read', () => {
  it.each(corpus)('$name', async ({ bytes, encoding, delimiter, headings, rows }) => {
    const found = await read(bytes)
    expect(found).toMatchObject({ encoding, delimiter, headings, rows: rows.length })
    expect(found.staged.map(([, cells]) => cells)).toEqual(rows)
  })

  it('with its rows counted as a spreadsheet counts them', async () => {
    const { staged } = await read('Number,Name\n"E1","A\nda"\n\nE2,Grace')
    expect(staged.map(([row]) => row)).toEqual([2, 4])
  })

  it('with the first rows shown, long cells cut', async () => {
    const long = 'x'.repeat(1024 * 1024)
    const { sample, staged } = await read(`Number,Name\nE1,${long}\n${'E2,Ada\n'.repeat(9)}`)
    expect(sample).toHaveLength(5)
    expect(sample[0]?.[1]).toBe(`${'x'.repeat(59)}…`)
    expect(staged[0]?.[1]?.[1]).toBe(long)
  })
})

describe('what is no table is refused in words', () => {
  it.each([
    ['nothing', '', 'is empty'],
    ['nothing but white space', ' \n\n,\n', 'is empty'],
    ['headings alone', 'Number,Name\n', 'no rows below'],
    ['a quote that is never closed', 'Number,Name\nE1,Ada\nE2,"Grace\nE3,Mary', 'In row 3'],
    [
      'too many columns',
      `${Array.from({ length: 201 }, (_, index) => `c${index}`).join(',')}\n1`,
      'more than 200 columns',
    ],
    ['too many rows', `Number\n${'1\n'.repeat(importLimits.rows + 1)}`, 'more than 200,000 rows'],
    ['too many bytes', new Uint8Array(importLimits.bytes + 1), 'larger than 50 MB'],
  ])('%s', async (_name, bytes, words) => {
    expect(await why(bytes)).toContain(words)
  })

  it('a folder', async () => {
    const staging = createStaging(join(folder, 'staging.db'))
    expect((await refusal(readFile(folder, staging, () => {}))).message).toContain('no file')
    staging.close()
  })
})

it('as many rows as are allowed are read', async () => {
  const { rows } = await read(`Number\n${'1\n'.repeat(importLimits.rows)}`)
  expect(rows).toBe(importLimits.rows)
})

const samples = await new Promise<Parameters<Parameters<typeof csvSpectrum>[0]>[1]>((resolve, reject) =>
  csvSpectrum((error, found) => (error ? reject(error) : resolve(found))),
)

describe('csv-spectrum', () => {
  // What one of them is to give names another telephone number than its text.
  const told = samples.filter(({ name }) => name !== 'location_coordinates')

  it.each(told.map((sample) => [sample.name, sample] as const))('%s', async (_name, { csv, json }) => {
    const text = csv.toString()
    const delimiter = guessDelimiter(text)
    const read: (readonly string[])[] = []
    for await (const cells of csvRows([text], delimiter)) read.push(cells)
    const [headings = [], ...rows] = read
    const records = rows.map((cells) =>
      Object.fromEntries(headings.map((heading, column) => [heading, cells[column]] as const)),
    )
    expect(records).toEqual(JSON.parse(json.toString()))
  })
})

it('a file of empty lines can be cancelled while it is read', async () => {
  const file = join(folder, 'people')
  writeFileSync(file, '\n'.repeat(1000))
  const staging = createStaging(join(folder, 'staging.db'))
  const cancel = () => {
    throw new ImportCancelled()
  }
  await expect(readFile(file, staging, cancel)).rejects.toBeInstanceOf(ImportCancelled)
  staging.close()
})

describe('a workbook', () => {
  it('is read: texts, numbers, dates and cells that are empty', async () => {
    const found = await read(
      workbookOf([
        ['Number', 'Name', 'Hired', 'Notes'],
        [17, 'José', { date: '2026-01-31' }, ''],
        ['E2', 'Ada & Grace', { date: '2024-02-29' }, 'x'],
      ]),
    )
    expect(found).toMatchObject({
      encoding: 'workbook',
      delimiter: null,
      headings: ['Number', 'Name', 'Hired', 'Notes'],
    })
    expect(found.staged.map(([, cells]) => cells)).toEqual([
      ['17', 'José', '2026-01-31', ''],
      ['E2', 'Ada & Grace', '2024-02-29', 'x'],
    ])
  })

  it('that is damaged is refused', async () => {
    const whole = workbookOf([['Number'], ['E1']])
    expect(await why(whole.subarray(0, 200))).toContain('damaged')
    expect(await why(zipOf({ 'readme.txt': { content: Buffer.from('no workbook') } }))).toContain('cannot be read')
  })

  it('that would fill the memory once it is unpacked is refused, whatever it says of itself', async () => {
    const content = Buffer.alloc(129 * 1024 * 1024)
    const packed = deflateRawSync(content)
    expect(packed.length).toBeLessThan(1024 * 1024)
    const bomb = (unpacked: number) => zipOf({ 'xl/workbook.xml': { content: packed, unpacked } })
    expect(await why(bomb(content.length))).toContain('too large')
    expect(await why(bomb(1000))).toContain('damaged')
  })

  it.each([
    ['in a column that no sheet has', '<c r="ZZZZZZ1"/>'],
    ['in a row that no sheet has', "<row r = '1048577'/>"],
    ['in both at their ends', '<row r="1"><c r="A1"/></row><row r="1048576"><c r="XFD1048576"/></row>'],
    ['far below one that is far to the right', '<c r="XFD1"/><c r="A900"/>'],
    ['that is written otherwise', '<c r="&#90;ZZZZZ1"/>'],
  ])('that names a place %s is refused before room is made for all before it', async (_where, sheet) => {
    const sheetOf = (content: Buffer) => ({ 'xl/worksheets/sheet1.xml': { content } })
    expect(await why(zipOf(sheetOf(Buffer.from(sheet))))).toContain('too large')
  })
})
