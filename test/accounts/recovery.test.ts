import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generateRecoveryCode, hashRecoveryCode } from '../../electron/accounts/generated-secrets.ts'
import { queries } from '../../electron/database/queries.ts'
import { createTestRandom } from '../support/random.ts'
import { createTestCompany, rightPassword, type TestCompany } from './support/company.ts'

const minute = 60_000
const newPassword = 'tavomi resulo kadine'
const code = generateRecoveryCode(createTestRandom(21))
const wrongCode = generateRecoveryCode(createTestRandom(22))

let company: TestCompany

beforeEach(async () => {
  company = await createTestCompany()
  await company.add('anna', 'admin', { recoveryCodeHash: hashRecoveryCode(code) })
  await company.add('ben', 'admin')
})

afterEach(() => company.dispose())

const recover = (recoveryCode: string, password = newPassword) =>
  company.accounts.handlers.recover({ recoveryCode, newPassword: password }, { windowId: 1 })

const refused = (code: string) => ({ error: expect.objectContaining({ code }) })

describe('the recovery code', () => {
  it('resets the first administrator’s password, ends the sessions and is replaced by a new one', async () => {
    await company.signIn(1, 'anna')
    await company.signIn(2, 'ben')
    const { recoveryCode } = await recover(code.toLowerCase().replaceAll('-', ' '))
    expect(recoveryCode).not.toBe(code)
    expect(company.told.map(({ windowId }) => windowId)).toEqual([1])
    expect(await company.lifecycle.find(1)).toMatchObject({ kind: 'ended', notice: { title: 'Session Ended' } })
    await company.caller(2)
    await expect(company.signIn(1, 'anna', rightPassword)).rejects.toMatchObject(refused('INVALID_CREDENTIALS'))
    expect((await company.signIn(1, 'anna', newPassword)).session.mustChoosePassword).toBe(false)
    expect((await company.actions()).filter((action) => action.startsWith('recovery'))).toEqual(['recovery_code.used'])

    await expect(recover(code)).rejects.toMatchObject(refused('INVALID_CREDENTIALS'))
    await recover(recoveryCode)
  })

  it('does not open a disabled account while somebody else can, and is not used up by that', async () => {
    await company.signIn(2, 'ben')
    const [anna] = await company.database.read(
      queries.selectFrom('account').select('id').where('username', '=', 'anna'),
    )
    await company.accounts.handlers.disable({ accountId: anna?.id ?? 0 }, await company.caller(2))
    await expect(recover(code)).rejects.toMatchObject(refused('REFUSED'))

    // Then ben's password is a temporary one, which may expire: nobody is left but who has the code.
    await company.database.write((transaction) =>
      transaction.execute(
        queries.updateTable('account').set({ must_choose_password: 1 }).where('username', '=', 'ben'),
      ),
    )
    await recover(code)
    await company.signIn(1, 'anna', newPassword)
    expect(await company.actions()).toContain('account.enabled')
  })

  it('works for one of two who use it at the same moment', async () => {
    const outcomes = await Promise.allSettled([recover(code), recover(code, 'vurka simo telp 99')])
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  })

  it('lets the person in whose name has to wait', async () => {
    for (let time = 0; time < 5; time += 1) await company.signIn(1, 'anna', 'wrong').catch(() => undefined)
    await recover(code)
    await company.signIn(1, 'anna', newPassword)
  })

  it('is refused beside its field when it is wrong, and after five tries has to wait', async () => {
    for (let time = 0; time < 5; time += 1) {
      await expect(recover(wrongCode)).rejects.toMatchObject({
        error: {
          code: 'INVALID_CREDENTIALS',
          fields: { recoveryCode: expect.any(String) },
          notice: { title: 'Invalid Credentials' },
        },
      })
    }
    await expect(recover(code)).rejects.toMatchObject({ error: { notice: { remainingMs: 30_000 } } })
    company.clock.advance(minute)
    await recover(code)
  })

  it('starts afresh after the right one', async () => {
    const wrongTimes = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        await expect(recover(wrongCode)).rejects.toMatchObject(refused('INVALID_CREDENTIALS'))
      }
    }
    await wrongTimes(4)
    const { recoveryCode } = await recover(code)
    await wrongTimes(4)
    await recover(recoveryCode)
  })

  it('is not used up by a password that the policy refuses', async () => {
    await expect(recover(code, 'short')).rejects.toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { newPassword: expect.any(String) } },
    })
    await recover(code)
  })

  it('stands nowhere in clear', async () => {
    const { recoveryCode } = await recover(code)
    const rows = JSON.stringify([
      await company.database.read(queries.selectFrom('account').selectAll()),
      await company.database.read(queries.selectFrom('audit_entry').selectAll()),
      await company.database.read(queries.selectFrom('audit_value').selectAll()),
      company.log.lines,
    ])
    for (const secret of [code, recoveryCode, newPassword]) expect(rows).not.toContain(secret)
  })
})
