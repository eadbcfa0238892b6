import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SessionEngineKind } from '../../electron/session/index.ts'
import { contentOf, savedSession } from './support/engine.ts'
import { engines } from './support/engines.ts'
import { type Behaviour, behaviours, exceptionsOf } from './support/exceptions.ts'

const kinds = Object.keys(engines) as SessionEngineKind[]

describe('data encoded by one engine', () => {
  const pairs = kinds.flatMap((from) => kinds.map((to): [SessionEngineKind, SessionEngineKind] => [from, to]))

  it.each(pairs)('%s opens in %s', async (from, to) => {
    await using one = await engines[from]()
    await using other = await engines[to]()
    const properties = { name: 'Ångström 🙂', lines: [1, { deep: null }], text: 'again and again '.repeat(60) }
    const { session } = await savedSession(one.engine(), properties)
    session.setExpiry(60)
    await session.save()
    const key = await other.plant(await one.dataAt(session.key ?? ''))
    const opened = await other.engine().open(key)
    expect([contentOf(opened), opened.expiryAge()]).toEqual([properties, 60])
    opened.set('name', 'Grace')
    await opened.save()
    expect((await other.engine().open(opened.key)).get('name')).toBe('Grace')
  })
})

it('the README tells of each engine what the tests declare of it', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../electron/session/README.md'), 'utf8')
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const first = rows.findIndex(([title]) => title === 'What it promises')
  const table = rows.slice(first, first + 2 + Object.keys(behaviours).length).filter((_, index) => index !== 1)
  const declared = [
    ['What it promises', ...kinds.map((kind) => `\`${kind}\``)],
    ...(Object.keys(behaviours) as Behaviour[]).map((behaviour) => [
      behaviours[behaviour],
      ...kinds.map((kind) => {
        const reason = exceptionsOf[kind][behaviour]
        return reason === undefined ? 'yes' : `no: ${reason}`
      }),
    ]),
  ]
  expect(table).toEqual(declared)
})
