import { writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { confirmPassword, heading, open, press } from './hands.ts'
import type { Stage } from './stage.ts'

/** A file as another office keeps it: its own headings, semicolons, an unknown place and two mistakes. */
const file = [
  'Number;First name;Surname;E-mail;Hired;Team;Job title;Reports to',
  'N-0101;Ines;Carvalho;ines.carvalho@northlight.example;2026-12-07;Warehouse;Warehouse clerk;N-0008',
  'N-0102;Matteo;Rinaldi;matteo.rinaldi@northlight.example;2026-12-07;Warehouse;Warehouse clerk;N-0008',
  'N-0103;Sunniva;Haugen;sunniva.haugen@northlight;2026-12-14;Purchasing;Buyer;N-0007',
  'N-0104;Dawid;Nowak;dawid.nowak@northlight.example;next month;Purchasing;Buyer;N-0007',
  'N-0105;Leila;Haddad;leila.haddad@northlight.example;2027-01-04;Online shop;Customer service agent;N-0006',
  'N-0106;Joost;Vermeer;joost.vermeer@northlight.example;2027-01-04;Warehouse / Night shift;Shift leader;N-0008',
  'N-0107;Maren;Thiele;maren.thiele@northlight.example;2027-01-11;Sales / Field sales;Sales representative;N-0004',
]

/** Somebody else's list of people is read, looked through and imported. */
export async function importEmployees({ page, picture, answerWith }: Stage): Promise<void> {
  await confirmPassword(page)
  await open(page, 'Employees')
  await press(page, 'Import')
  await heading(page, 'Import employees')
  await picture('import')
  const path = await answerWith('chooseImportFile', 'newcomers.csv')
  writeFileSync(path, file.join('\r\n'))
  await press(page, 'Choose a file')
  await expect(page.getByText('newcomers.csv · 7 rows · UTF-8 · parted by semicolons')).toBeVisible()
  await picture('import-columns')
  await press(page, 'Check the file')
  await expect(page.getByRole('table', { name: 'What is wrong, in the order of the rows' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Create missing departments and positions' }).check()
  await press(page, 'Check again')
  await expect(page.getByText(/^1 department is created/)).toBeVisible()
  await page.getByRole('heading', { name: 'What would happen' }).evaluate((found) => found.scrollIntoView())
  await picture('import-check')
  await page.getByRole('button', { name: /^Skip 2 rows/ }).click()
  await expect(page.getByText(/^newcomers\.csv: 5 new/)).toBeVisible()
  await picture('import-done')
  await press(page, 'Back to employees')
}
