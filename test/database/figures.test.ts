import { expect, test } from 'vitest'
import { readCompanyFigures } from '../../electron/dashboard/company-figures.ts'
import { readSignInFigures } from '../../electron/dashboard/sign-in-figures.ts'
import { createTestClock } from '../support/clock.ts'
import { createExplaining, createVersions, expectOnlyIndexes } from './versions.ts'

const versions = createVersions()

test('a company from before has its figures indexed, and nothing else changes', () =>
  expectOnlyIndexes(versions, 'figures'))

test('no figure of the company reads the rows of all its employees', async () => {
  const { database, plans } = await createExplaining(versions)
  const now = createTestClock().now()
  await readCompanyFigures(database, now)
  await readSignInFigures(database, now)
  // The newest employees alone are read row by row, from the end, and only a few of them.
  expect(plans.filter((plan) => !plan.includes('COVERING INDEX'))).toEqual(['SCAN employee'])
  expect(plans.length).toBeGreaterThan(6)
})
