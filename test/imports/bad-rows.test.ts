import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeBadRows } from '../../electron/imports/bad-rows.ts'
import type { Staging } from '../../electron/imports/staging-store.ts'
import { refusal } from '../employees/office.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = createTestFolder()
  file = join(folder, 'people.csv')
})
afterEach(() => removeTestFolder(folder))

const headings = ['Number', 'Name']

/** @param fails after the first row, as where the disk is full */
const staging = (fails: boolean): Pick<Staging, 'badRows'> => ({
  *badRows() {
    yield [['', 'Ada'], ['Enter the employee number.']]
    if (fails) throw new Error('no space left on the device')
  },
})

describe('the file of bad rows', () => {
  it('takes the place of the one that was imported', () => {
    writeFileSync(file, 'Number,Name\n,Ada')
    writeBadRows(staging(false), headings, ',', file)
    expect(readFileSync(file, 'utf8')).toBe('\ufeffNumber,Name,Problem\r\n,Ada,Enter the employee number.\r\n')
    expect(readdirSync(folder)).toEqual(['people.csv'])
  })

  it('leaves the one that was there as it is, and nothing else, where it cannot be written to its end', () => {
    writeFileSync(file, 'Number,Name\n,Ada')
    expect(() => writeBadRows(staging(true), headings, ',', file)).toThrow('no space left')
    expect(readFileSync(file, 'utf8')).toBe('Number,Name\n,Ada')
    expect(readdirSync(folder)).toEqual(['people.csv'])
  })

  it('is refused in words where nothing can be written', async () => {
    const write = async () => writeBadRows(staging(false), headings, ',', join(folder, 'gone', 'people.csv'))
    expect((await refusal(write())).message).toContain('cannot be written there')
  })
})
