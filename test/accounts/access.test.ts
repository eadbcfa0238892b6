import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { queries } from '../../electron/database/queries.ts'
import { createTestCompany, type TestCompany } from './support/company.ts'

let company: TestCompany
let ada: number
beforeEach(async () => {
  company = await createTestCompany()
  await company.add('maria', 'admin')
  ada = await company.add('ada')
  await company.signIn(1, 'maria')
})
afterEach(() => company.dispose())

const read = async () => company.accounts.handlers.readAccess({ accountId: ada }, await company.caller(1))
const forget = async () => company.accounts.handlers.forgetFailures({ accountId: ada }, await company.caller(1))

async function fail(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await company.signIn(2, 'ada', 'something else').catch(() => {})
  }
}

describe('how an account is signed in to', () => {
  it('shows its newest sign-ins, and no failure', async () => {
    await company.signIn(2, 'ada')
    expect(await read()).toMatchObject({
      failures: 0,
      waitsUntil: null,
      isDisabledByFailures: false,
      signIns: [{ computer: 'Front desk', startedAt: '2026-11-20T09:00:00.000Z', endedAt: null, isCurrent: false }],
    })
  })

  it('shows until when it has to wait after failed tries, and an administrator unlocks it', async () => {
    await fail(5)
    expect(await read()).toMatchObject({ failures: 5, waitsUntil: '2026-11-20T09:00:30.000Z' })
    await expect(company.signIn(2, 'ada')).rejects.toThrow()
    await forget()
    expect(await read()).toMatchObject({ failures: 0, waitsUntil: null })
    await company.signIn(2, 'ada')
    expect((await company.actions()).filter((action) => action === 'account.unlocked')).toHaveLength(1)
  })

  it('no longer waits once the wait is over', async () => {
    await fail(5)
    company.clock.advance(30_000)
    expect(await read()).toMatchObject({ failures: 5, waitsUntil: null })
  })

  it('tells that too many failures disabled it', async () => {
    await company.database.write((transaction) =>
      transaction.execute(
        queries.insertInto('sign_in_throttle').values({
          name_key: 'ada',
          failures: 99,
          first_failure_at: company.clock.now(),
          last_failure_at: company.clock.now(),
          blocked_until: null,
        }),
      ),
    )
    await fail(1)
    expect(await read()).toMatchObject({ failures: 100, isDisabledByFailures: true })
    await company.accounts.handlers.enable({ accountId: ada }, await company.caller(1))
    expect(await read()).toMatchObject({ failures: 0, isDisabledByFailures: false })
  })

  it('leaves no entry where there was nothing to forget', async () => {
    await forget()
    expect(await company.actions()).not.toContain('account.unlocked')
  })

  it('is refused for an account that does not exist', async () => {
    const caller = await company.caller(1)
    const nobody = company.accounts.handlers.readAccess({ accountId: 99 }, caller)
    await expect(nobody).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})
