import type { Page } from '@playwright/test'
import { expect, test } from './company.ts'
import { ask } from './data-folder.ts'
import { chooseMenu } from './desktop.ts'
import { admin, changePerson, closeDialog, employee, loginToDashboard, openEmployee, openScreen } from './people.ts'

const item = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name })
const chart = (page: Page) => page.getByRole('tree', { name: 'Who reports to whom' })

/** Registers people below Ada by the calls that the form makes; each reports to Ada or to one named before. */
async function staff(page: Page, people: readonly { readonly name: string; readonly manager: string }[]) {
  await page.evaluate(async (wanted) => {
    const value = async <Value>(reply: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>) => {
      const answer = await reply
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      return answer.value
    }
    const { employees } = window.staffdesk
    const { rows } = await value(employees.list({ offset: 0, limit: 200 }))
    const ids = new Map(rows.map(({ id, firstName, lastName }) => [`${firstName} ${lastName}`, id]))
    const texts = ['middleName', 'preferredName', 'dateOfBirth', 'workEmail', 'workPhone', 'mobilePhone', 'address']
    const others = ['personalEmail', 'probationEndDate', 'contractEndDate', 'notes']
    const contact = ['emergencyContactName', 'emergencyContactPhone', 'emergencyContactRelation']
    const empty = Object.fromEntries([...texts, ...others, ...contact].map((name) => [name, '']))
    for (const [index, { name, manager }] of wanted.entries()) {
      const [firstName = '', lastName = ''] = name.split(' ')
      const given = { employeeNumber: `C-${index}`, firstName, lastName, hireDate: '2026-01-05' }
      const place = { departmentId: null, positionId: null, managerId: ids.get(manager) ?? null, employmentType: null }
      const registered = await value(
        employees.register({ employee: { ...empty, ...given, ...place } as never, account: null }),
      )
      ids.set(name, registered.employee.id)
    }
  }, people)
}

test('the organisation chart is walked by keyboard, searched and zoomed', async ({ launch }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await staff(page, [
    { name: 'Noor Özdemir', manager: 'Ada Lovelace' },
    { name: 'Zoë Müller', manager: 'Ada Lovelace' },
    { name: 'Ben Bell', manager: 'Noor Özdemir' },
    { name: 'Cleo Carr', manager: 'Noor Özdemir' },
    { name: 'Dan Dee', manager: 'Ben Bell' },
  ])

  await test.step('from the top, for an administrator without an employee record', async () => {
    await page.keyboard.press('ControlOrMeta+7')
    await expect(page.getByRole('heading', { name: 'Organisation chart' })).toBeVisible()
    await expect(page.getByRole('treeitem')).toHaveCount(4)
    await page.getByRole('button', { name: 'Fit' }).focus()
    await page.keyboard.press('Tab')
    await expect(item(page, admin.company)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('treeitem')).toHaveCount(2)
    await page.keyboard.press('ArrowRight')
    await expect(item(page, /^Zoë/)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(item(page, /^Zoë/)).toBeFocused()
    await page.keyboard.press('n')
    await expect(item(page, /^Noor/)).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(item(page, /^Ada/)).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('treeitem')).toHaveCount(2)
    await page.keyboard.press('+')
    await expect(page.getByText('110 %')).toBeVisible()
    await page.getByRole('button', { name: 'Fit' }).click()
    await expect(page.getByText('100 %')).toBeVisible()
  })

  await test.step('find somebody, and go to their page and back', async () => {
    await page.keyboard.press('ControlOrMeta+f')
    await expect(page.getByRole('combobox', { name: 'Find in chart' })).toBeFocused()
    await page.keyboard.type('dee')
    await page.getByRole('option', { name: 'Dan Dee' }).click()
    await expect(item(page, 'Dan Dee')).toBeFocused()
    await expect(page.getByRole('treeitem', { name: '1 other', exact: true })).toHaveCount(2)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Dan Dee' })).toBeVisible()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect(item(page, 'Dan Dee')).toBeVisible()
  })

  await test.step('it is printed one page wide, on white', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(chart(page)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
    await page.emulateMedia({ media: 'screen' })
  })

  await test.step('within the own chain, for an employee; a person opens as a card', async () => {
    await changePerson(page)
    await loginToDashboard(page, employee.username, employee.password)
    await openScreen(page, 'Organisation chart')
    await expect(item(page, /^Ada Lovelace/)).toHaveAttribute('aria-expanded', 'true')
    await expect(page.getByRole('treeitem')).toHaveCount(4)
    await item(page, /^Noor/).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Noor Özdemir' })).toContainText('Ada Lovelace')
    await closeDialog(page)
    await expect(item(page, /^Noor/)).toBeFocused()
  })
})

test('"Go to" finds people, screens and actions by keyboard', async ({ launch }) => {
  const { app, page } = await launch()
  const palette = page.getByRole('dialog', { name: 'Go to' })
  const box = palette.getByRole('combobox', { name: 'Go to' })
  await loginToDashboard(page, admin.username, admin.password)

  await test.step('a person, by part of the name', async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(box).toBeFocused()
    await page.keyboard.type('lovel')
    await expect(palette.getByRole('option', { name: /^Ada Lovelace/ })).toContainText('/employees/1')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeVisible()
    await expect(palette).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1, name: 'Ada Lovelace' })).toBeFocused()
  })

  await test.step('a screen, from the menu', async () => {
    await chooseMenu(app, page, 'command.go-to')
    await expect(box).toBeFocused()
    await page.keyboard.type('audit')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Audit log' })).toBeVisible()
  })

  await test.step('an action; and not over the lock', async () => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(box).toBeFocused()
    // A dialog that is closed takes no key any more, however fast the next one comes.
    await page.keyboard.press('Escape')
    await page.keyboard.press('ControlOrMeta+k')
    await expect(box).toBeFocused()
    await page.keyboard.type('lock')
    await expect(palette.getByRole('option').first()).toHaveText(/^Lock/)
    await page.keyboard.press('Enter')
    await expect(page.getByText('Session Locked')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+k')
    await chooseMenu(app, page, 'command.go-to')
    await expect(palette).toHaveCount(0)
  })
})

test('a photo is chosen, cropped, seen and removed', async ({ launch, folder }) => {
  const { page } = await launch()
  await loginToDashboard(page, admin.username, admin.password)
  await openEmployee(page, `${employee.firstName} ${employee.lastName}`)
  const photo = page.getByRole('img', { name: `Photo of ${employee.firstName} ${employee.lastName}` })
  /** The edges of what is shown; 0 where it could not be loaded. */
  const seenEdge = () => photo.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0))
  await expect(photo).toHaveText('AL')

  await test.step('what is no picture is refused', async () => {
    const file = { name: 'notes.png', mimeType: 'image/png', buffer: Buffer.from('no picture') }
    await page.getByLabel('Choose photo').and(page.locator('input')).setInputFiles(file)
    await expect(page.getByRole('alert')).toContainText('This photo cannot be used')
  })

  await test.step('a picture is cropped by the keyboard and saved', async () => {
    const picture = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(1600, 1200)
      const context = canvas.getContext('2d')
      context?.fillRect(0, 0, 800, 1200)
      const blob = await canvas.convertToBlob({ type: 'image/png' })
      return [...new Uint8Array(await blob.arrayBuffer())]
    })
    const file = { name: 'ada.png', mimeType: 'image/png', buffer: Buffer.from(picture) }
    await page.getByLabel('Choose photo').and(page.locator('input')).setInputFiles(file)
    const dialog = page.getByRole('dialog', { name: 'Crop the photo' })
    await expect(dialog.getByRole('application', { name: 'Visible part of the photo' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('+')
    await dialog.getByRole('button', { name: 'Save photo' }).click()
    await expect(page.getByText('Photo saved')).toBeVisible()
    await expect.poll(seenEdge).toBe(512)
    expect(ask(folder, 'SELECT length(bytes) BETWEEN 100 AND 200000 FROM employee_photo')).toEqual([1])
    expect(ask(folder, 'SELECT hex(substr(bytes, 9, 4)) FROM employee_photo')).toEqual(['57454250'])
  })

  await test.step('she sees it in the chart', async () => {
    await changePerson(page)
    await loginToDashboard(page, employee.username, employee.password)
    await openScreen(page, 'Organisation chart')
    const own = item(page, /^Ada Lovelace/).locator('img')
    await expect.poll(() => own.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(512)
    await changePerson(page)
  })

  await test.step('it is removed, and the history tells of both', async () => {
    await loginToDashboard(page, admin.username, admin.password)
    await openEmployee(page, `${employee.firstName} ${employee.lastName}`)
    await page.getByRole('button', { name: 'Remove photo' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove photo' }).click()
    await expect(page.getByText('Photo removed', { exact: true }).first()).toBeVisible()
    await expect(photo).toHaveText('AL')
    await expect(page.getByRole('cell', { name: 'Photo changed' })).toBeVisible()
  })
})
