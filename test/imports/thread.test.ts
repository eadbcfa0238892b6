import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { selectPeople } from '../../electron/imports/repository.ts'
import { inThread, type StartStep } from '../../electron/imports/thread.ts'
import { here, type Importing, openImporting, ready } from './importing.ts'

/** The thread as it runs in the product; Node reads the source itself. */
const workerFile = fileURLToPath(new URL('../../electron/imports/worker.ts', import.meta.url))

let office: Importing
let isAllInThreads: boolean
beforeEach(async () => {
  const started = inThread(workerFile)
  // What is read and checked here already takes no thread; starting one takes most of the time.
  const start: StartStep = (kind, task, onProgress) =>
    kind === 'run' || isAllInThreads ? started(kind, task, onProgress) : here(kind, task, onProgress)
  isAllInThreads = false
  office = await openImporting(start)
})
afterEach(() => office.dispose())

const read = async () => (await office.imports.handlers.read({}, await office.caller())).state

const many = (count: number) =>
  [
    'Employee number,First name,Hire date',
    ...Array.from({ length: count }, (_, index) => `E${index},Person ${index},2026-01-01`),
  ].join('\n')

it('an import runs in a thread of its own, and refusals come from there in words', async () => {
  isAllInThreads = true
  expect(await office.choose('')).toMatchObject({ problem: 'This file is empty. Choose another one.' })
  await office.bring(many(300))
  expect((await office.list()).total).toBe(300)
})

it('while it writes, others read; who writes waits, and is not refused', async () => {
  await office.choose(many(3000))
  await office.check()
  await office.imports.handlers.run({ skipBad: false }, await office.caller())
  await vi.waitFor(async () => expect(await office.database.read(selectPeople({}))).toEqual([]))
  const registered = office.register({ employeeNumber: 'Late', firstName: 'Late' })
  await office.imports.settled()
  await registered
  expect((await office.list()).total).toBe(3001)
  for (const firstName of ['Person 0', 'Person 1999', 'Person 2000', 'Person 2999']) {
    const { rows } = await office.list(firstName)
    expect(rows.map((employee) => employee.firstName)).toContain(firstName)
  }
})

it('it is stopped in the middle, and nothing of it stays', async () => {
  await office.choose(many(5000))
  await office.check()
  await office.imports.handlers.run({ skipBad: false }, await office.caller())
  await vi.waitFor(async () => expect(await read()).toMatchObject({ kind: 'working', total: 5000 }), 20_000)
  await office.imports.handlers.cancel({}, await office.caller())
  expect(ready(await office.state())).toMatchObject({ problem: null, checked: { new: 5000 } })
  expect(await office.database.read(selectPeople({}))).toEqual([])
  await office.register({ employeeNumber: 'E1', firstName: 'Late' })
})

it('closing in the middle ends it, and nothing of it stays', async () => {
  await office.choose(many(5000))
  await office.check()
  await office.imports.handlers.run({ skipBad: false }, await office.caller())
  await vi.waitFor(async () => expect(await read()).toMatchObject({ kind: 'working', total: 5000 }), 20_000)
  await office.imports.close()
  expect(await office.database.read(selectPeople({}))).toEqual([])
})

it('closing while it waits for its turn ends it as well', async () => {
  await office.choose(many(10))
  await office.check()
  const caller = await office.caller()
  let goOn = () => {}
  const others = office.database.exclusively(() => new Promise<void>((resolve) => (goOn = resolve)))
  await office.imports.handlers.run({ skipBad: false }, caller)
  const closed = office.imports.close()
  goOn()
  await Promise.all([others, closed])
  expect(await office.database.read(selectPeople({}))).toEqual([])
})
