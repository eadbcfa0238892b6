import type { Page } from '@playwright/test'
import type { Bridge } from '../../electron/contract/index.ts'
import { colleagues, ownPassword } from './colleagues.ts'
import type { Stage } from './stage.ts'

const DAY = 24 * 60

/** Not everybody: some accounts stay unused. The first two days see them all, for temporary passwords last three. */
const VISITORS = 20

/** How many come to the computer on each of the days that pass; nobody does at the weekend. */
const visits = [11, 9, 6, 0, 0, 5, 7, 6, 8, 5, 0, 0, 6, 4]

/** Two weeks go by, in which colleagues sign in, by the calls that the login makes. */
export async function twoWeeks({ newWindow, pass }: Stage): Promise<void> {
  const people = colleagues
    .flatMap(({ number, account }) => (account === null ? [] : [{ number, ...account }]))
    .slice(0, VISITORS)
  const page = await newWindow()
  const hasChosen = new Set<number>()
  let turn = 0
  for (const count of visits) {
    await pass(DAY)
    for (let visit = 0; visit < count; visit += 1) {
      const person = people[turn % people.length]
      turn += 1
      if (person === undefined) continue
      await comeAndGo(page, person, hasChosen.has(person.number))
      hasChosen.add(person.number)
    }
  }
  await page.close()
}

interface Visitor {
  readonly number: number
  readonly username: string
  readonly temporaryPassword: string
}

/** Somebody signs in, the first time with a password to replace, shows their birthday and leaves. */
async function comeAndGo(page: Page, { number, username, temporaryPassword }: Visitor, again: boolean): Promise<void> {
  const problem = await page.evaluate(
    async ({ username, temporaryPassword, own, again }) => {
      const { staffdesk } = globalThis as unknown as { staffdesk: Bridge }
      const signedIn = await staffdesk.accounts.signIn({ username, password: again ? own : temporaryPassword })
      if (!signedIn.ok) return signedIn.error.message
      if (!again) {
        const chosen = await staffdesk.accounts.choosePassword({ newPassword: own })
        if (!chosen.ok) return chosen.error.message
        const celebrations = { birthday: true, anniversary: true }
        const shown = await staffdesk.directory.chooseCelebrations({ celebrations })
        if (!shown.ok) return shown.error.message
      }
      const left = await staffdesk.accounts.signOut({})
      return left.ok ? null : left.error.message
    },
    { username, temporaryPassword, own: ownPassword(number), again },
  )
  if (problem !== null) throw new Error(`${username}: ${problem}`)
}
