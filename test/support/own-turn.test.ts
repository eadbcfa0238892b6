import { describe, expect, it } from 'vitest'
import { queries } from '../../electron/database/queries.ts'
import { openTestDatabase } from './database.ts'
import { inOwnTurn } from './own-turn.ts'

describe('an act from outside', () => {
  it('waits for the transaction that it came in upon, and may write', async () => {
    await using company = await openTestDatabase()
    const order: string[] = []
    let acted: Promise<void> = Promise.resolve()
    const act = () => company.database.write(async () => void order.push('act'))
    await company.database.write(async (transaction) => {
      acted = inOwnTurn(act)
      await transaction.execute(queries.selectFrom('account').select('id'))
      order.push('transaction')
    })
    await acted
    expect(order).toEqual(['transaction', 'act'])
  })
})
