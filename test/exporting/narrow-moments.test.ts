import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { customKeyOf } from '../../electron/contract/custom-fields.ts'
import { type ExportDesk, openExportDesk } from './desk.ts'

let desk: ExportDesk
beforeEach(async () => {
  desk = await openExportDesk()
})
afterEach(() => desk.dispose())

it('no file comes into its place for somebody whose session ended when everything was written', async () => {
  await desk.office.register({ employeeNumber: 'E1', firstName: 'Ada' })
  const { openFile } = desk.choice
  const caller = await desk.office.caller()
  desk.choice.openFile = async (target) => {
    const file = await openFile(target)
    const flush = async () => {
      await file.flush()
      await desk.office.signOutEverywhere(caller)
    }
    return { ...file, flush }
  }
  const id = (await desk.begin())?.id ?? 0
  const progress = async () => (await desk.exporting.handlers.read({ id }, caller)).export
  await vi.waitUntil(async () => (await progress()).state !== 'working')
  expect(await progress()).toMatchObject({ state: 'failed', problem: 'Your session ended meanwhile. Sign in again.' })
  expect(readdirSync(desk.folder)).toEqual([])
})

it('a custom field that is called as a column which only people read stands behind it, or an import would take that', async () => {
  const field = { kind: 'text' as const, help: '', isRequired: false, isPrivate: false, choices: [] }
  const caller = await desk.office.caller()
  const add = async (name: string) => (await desk.office.customFields.add({ field: { ...field, name } }, caller)).field
  const status = await add('STATUS')
  await add('Shirt size')
  await desk.office.register({ employeeNumber: 'E1', firstName: 'Ada', custom: { [status.id]: 'Silver' } })
  await desk.export({ columns: ['status'], custom: [] })
  expect(readFileSync(desk.target, 'utf8')).toBe('\ufeffEmployee number,Status,STATUS\r\nE1,active,Silver\r\n')
  await desk.export({ columns: ['firstName'], custom: [] })
  expect(readFileSync(desk.target, 'utf8')).toBe('\ufeffEmployee number,First name\r\nE1,Ada\r\n')
  await desk.export({ columns: ['firstName'], custom: [customKeyOf(status)] })
  expect(readFileSync(desk.target, 'utf8')).toContain('First name,STATUS')
})
