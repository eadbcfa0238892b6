import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { admin, loginToDashboard, setUpCompany } from '../../e2e/people.ts'
import { emptyHandler, startApplication, stopApplication } from '../application.ts'
import { measureCalls } from '../measure/calls.ts'
import type { Table } from '../report/finding.ts'
import type { BenchParts } from './parts.ts'

/**
 * One's own session, asked for by the page of the built application and answered from its rows, beside a call over the
 * same channel whose handler does nothing.
 */
export async function measureCall({ folder, random }: BenchParts): Promise<readonly Table[]> {
  const dataFolder = join(folder, 'call')
  mkdirSync(dataFolder)
  const app = await startApplication(dataFolder)
  try {
    const page = await app.firstWindow()
    await setUpCompany(page)
    await loginToDashboard(page, admin.username, admin.password)
    await emptyHandler(app)
    const calls = [{ what: 'sessions.readOwn', name: 'sessions.readOwn', input: {} }]
    const findings = await measureCalls(page, calls, random)
    return [{ title: 'A whole call, from the page to the row and back', findings }]
  } finally {
    await stopApplication(app)
  }
}
