import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { packed, workbookOf } from '../imports/workbooks.ts'
import { expect, test } from './company.ts'
import { answerDialog } from './desktop.ts'
import { admin, choose, field, loginToDashboard, openEmployee, toEmployees } from './people.ts'

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const row = (page: Page, name: string | RegExp) => page.getByRole('row', { name })

test('employees come from a file, with mistakes mended, and go again', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await button(page, 'Import').click()
  await expect(page.getByRole('heading', { name: 'Import employees' })).toBeVisible()

  const file = join(folder, 'people.csv')
  writeFileSync(
    file,
    Buffer.from(
      [
        'Number;First name;Surname;Hired;Team;Reports to',
        'I-1;Jos\u00e9;Hopper;2026-01-01;Sales / North;',
        'I-2;Mary;Somerville;soon;Sales;I-1',
        'I-3;Jane;Marcet;01.03.2026;Sales;I-1',
      ].join('\r\n'),
      'latin1',
    ),
  )
  await answerDialog(app, 'chooseImportFile', file)
  await button(page, 'Choose a file').click()
  await expect(page.getByText('people.csv · 3 rows · Windows-1252 · parted by semicolons')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Import Hired as' })).toHaveValue('Hire date')
  await button(page, 'Check the file').click()
  await expect(row(page, '2 Team Sales / North There is no department Sales / North.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Create missing departments and positions' }).check()
  await button(page, 'Check again').click()
  await expect(page.getByText('2 departments are created: Sales / North, Sales.')).toBeVisible()
  await expect(row(page, '3 Hired soon Enter the hire date as YYYY-MM-DD.')).toBeVisible()

  const bad = join(folder, 'bad.csv')
  await answerDialog(app, 'chooseFileToWrite', bad)
  await button(page, 'Save the bad rows').click()
  await expect(page.getByText('Bad rows saved')).toBeVisible()
  await button(page, 'Skip 1 row and import 2').click()
  await expect(page.getByText('people.csv: 2 new, 0 changed, 0 unchanged, 1 left out.')).toBeVisible()

  writeFileSync(bad, readFileSync(bad, 'utf8').replace('soon', '2026-02-01'))
  await answerDialog(app, 'chooseImportFile', bad)
  await button(page, 'Import another file').click()
  await button(page, 'Choose a file').click()
  await button(page, 'Check the file').click()
  await button(page, 'Import 1 employee').click()
  await expect(page.getByText('bad.csv: 1 new, 0 changed, 0 unchanged, 0 left out.')).toBeVisible()

  await openEmployee(page, 'Mary Somerville')
  await expect(page.getByRole('row', { name: /Employee registered.*bad\.csv/ })).toBeVisible()
  await toEmployees(page)
  await button(page, 'Import').click()
  await button(page, 'Undo import').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo import' }).click()
  await expect(page.getByText('Import undone')).toBeVisible()
  await button(page, 'Back to employees').click()
  await expect(page.getByRole('link', { name: 'Jane Marcet' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Mary Somerville' })).toHaveCount(0)
})

test('employees come from a workbook, its dates, accents and leading zeros as they stand there', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await toEmployees(page)
  await button(page, 'Import').click()
  const file = join(folder, 'people.xlsx')
  writeFileSync(
    file,
    workbookOf(
      [
        ['Number', 'First name', 'Surname', 'Hired', 'Geboren'],
        ['00417', 'Zoë', 'Müller-Łukasz', { date: '2024-02-29' }, { date: '1985-12-31' }],
        [4711, 'Noor', 'Özdemir', '2026-01-01', ''],
      ],
      packed,
    ),
  )
  await answerDialog(app, 'chooseImportFile', file)
  await button(page, 'Choose a file').click()
  await expect(page.getByText(/^people\.xlsx · 2 rows/)).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Import Hired as' })).toHaveValue('Hire date')
  await choose(page, 'Import Geboren as', 'Date of birth')
  await button(page, 'Check the file').click()
  await expect(page.locator('dt', { hasText: /^New$/ }).locator('+ dd')).toHaveText('2')
  await expect(page.locator('dt', { hasText: /^Bad$/ }).locator('+ dd')).toHaveText('0')
  await button(page, 'Import 2 employees').click()
  await expect(page.getByText('people.xlsx: 2 new, 0 changed, 0 unchanged, 0 left out.')).toBeVisible()

  await button(page, 'Back to employees').click()
  await expect(row(page, /Noor Özdemir.*4711/)).toBeVisible()
  await expect(row(page, /Zoë Müller-Łukasz.*00417.*Feb 29, 2024/)).toBeVisible()
  await openEmployee(page, 'Zoë Müller-Łukasz')
  await expect(field(page, 'Employee number')).toHaveValue('00417')
  await expect(field(page, 'Hire date')).toHaveValue('2024-02-29')
  await expect(field(page, 'Date of birth')).toHaveValue('1985-12-31')
})
