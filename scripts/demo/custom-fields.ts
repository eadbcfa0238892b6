import { expect } from '@playwright/test'
import type { CustomFieldInput } from '../../electron/contract/custom-fields.ts'
import type { Bridge } from '../../electron/contract/index.ts'
import { shirtSizes } from './company.ts'
import { open } from './hands.ts'
import type { Stage } from './stage.ts'

/** What the company wants to know besides the size of a shirt, which is walked through. */
const others: readonly CustomFieldInput[] = [
  { name: 'Locker', kind: 'number', help: 'The one in the hall', isRequired: false, isPrivate: false, choices: [] },
  { name: 'First aider', kind: 'yes-no', help: '', isRequired: false, isPrivate: false, choices: [] },
  { name: 'Driving licence until', kind: 'date', help: '', isRequired: false, isPrivate: false, choices: [] },
  { name: 'Cost centre', kind: 'text', help: '', isRequired: false, isPrivate: true, choices: [] },
]

/** Adds a custom field by its dialog, and the others through the same call. */
export async function addCustomFields({ page, picture }: Stage): Promise<void> {
  await open(page, 'Custom fields')
  await page.getByRole('button', { name: 'Add field' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Shirt size')
  await dialog.getByLabel('Kind', { exact: true }).selectOption('Choice')
  for (const [index, size] of shirtSizes.entries()) {
    await dialog.getByRole('button', { name: 'Add choice' }).click()
    await dialog.getByLabel(`Choice ${index + 1}`, { exact: true }).fill(size)
  }
  await picture('add-custom-field')
  await dialog.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  const problem = await page.evaluate(async (fields) => {
    const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
    for (const field of fields) {
      const reply = await staffdesk.customFields.add({ field })
      if (!reply.ok) return `${field.name}: ${reply.error.message}`
    }
    return null
  }, others)
  if (problem !== null) throw new Error(`a custom field was not added: ${problem}`)
}

/** Looks at the custom fields once employees have values in them. */
export async function lookAtCustomFields({ page, picture }: Stage): Promise<void> {
  await open(page, 'Custom fields')
  await expect(page.getByText('5 fields')).toBeVisible()
  await picture('custom-fields')
}
