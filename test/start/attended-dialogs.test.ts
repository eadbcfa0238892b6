import { afterEach, beforeEach, expect, it } from 'vitest'
import { attended } from '../../electron/start/attended-dialogs.ts'
import { type Office, openOffice, refusal } from '../employees/office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.dispose())

/** What comes of a dialog of the first window, on which that happens while it is open. */
const choose = (meanwhile: () => unknown, chosen: string | null = '/a.csv') =>
  attended(office.lifecycle, async (_windowId: number, _title: string) => {
    await meanwhile()
    return chosen
  })(1, 'Export')

it('a dialog answers what was chosen while its session stays open', async () => {
  expect(await choose(() => {})).toBe('/a.csv')
  expect(await choose(() => office.lifecycle.lock('asked', 1), null)).toBeNull()
})

it('a dialog that was left open answers nothing once its session is locked', async () => {
  expect(await refusal(choose(() => office.lifecycle.lock('asked', 1)))).toMatchObject({ code: 'LOCKED' })
})

it('a dialog answers nothing once its session has ended, which is told', async () => {
  const caller = await office.caller()
  expect(await refusal(choose(() => office.signOutEverywhere(caller)))).toMatchObject({
    code: 'UNAUTHENTICATED',
    notice: { title: 'Session Ended' },
  })
})

it('a dialog answers nothing to whoever signed in at its window meanwhile', async () => {
  const other = await office.addAdministrator('grace', 'Grace Hopper')
  expect(await refusal(choose(() => office.signIn(1, other, 'grace')))).toMatchObject({ code: 'UNAUTHENTICATED' })
})
