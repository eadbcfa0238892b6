import { dirname } from 'node:path'
import type { CDPSession, ElectronApplication, Page } from '@playwright/test'
import { administrator } from '../../../scripts/generate/generate.ts'
import { field, loginToDashboard, logOut, registerEmployee, toEmployees } from '../../e2e/people.ts'
import { startApplication, stopApplication } from '../application.ts'
import { createCompany } from '../employees/company.ts'
import type { SuiteResult } from '../report/finding.ts'
import type { BenchParts } from '../sessions/parts.ts'
import { type Held, memoryFindings } from './findings.ts'

const employees = 1000
/** How often in all it is noted what is held. */
const samples = 60

/** What is held in the course of a long day of use. */
export async function measureMemory({ folder, random, rounds }: BenchParts): Promise<SuiteResult> {
  const file = await createCompany(folder, employees)
  const app = await startApplication(dirname(file))
  try {
    const page = await app.firstWindow()
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const held: Held[] = []
    const every = Math.max(1, Math.floor(rounds / samples))
    for (let round = 1; round <= rounds; round += 1) {
      await goRound(page, round)
      if (round % every === 0) held.push({ round, ...(await inMain(app)), ...(await inPage(session)) })
    }
    return { tables: [{ title: `What ${rounds} rounds of use leave behind`, findings: memoryFindings(held, random) }] }
  } finally {
    await stopApplication(app)
  }
}

async function goRound(page: Page, round: number): Promise<void> {
  await loginToDashboard(page, administrator.username, administrator.password)
  await toEmployees(page)
  await page.getByLabel('Search employees').fill('anna')
  await page.getByRole('link', { name: /Anna/ }).first().click()
  await page.getByRole('heading', { level: 1, name: /Anna/ }).waitFor()
  await registerEmployee(page, {
    number: `M-${round}`,
    firstName: `Round ${round}`,
    lastName: 'Marlow',
    hireDate: '2026-01-05',
  })
  await logOut(page)
  await page.getByRole('button', { name: 'Back to login' }).click()
  await field(page, 'Username').waitFor()
}

/** What is left once everything that nobody holds is collected. */
function inMain(app: ElectronApplication): Promise<Pick<Held, 'mainHeap' | 'mainResident'>> {
  return app.evaluate(() => {
    process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc')
    process.getBuiltinModule('node:vm').runInNewContext('gc')()
    const { heapUsed, rss } = process.memoryUsage()
    return { mainHeap: heapUsed, mainResident: rss }
  })
}

async function inPage(session: CDPSession): Promise<Pick<Held, 'pageHeap'>> {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return { pageHeap: metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN }
}
