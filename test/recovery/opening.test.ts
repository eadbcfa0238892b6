import { describe, expect, it } from 'vitest'
import type { RecoveryKind } from '../../electron/contract/recovery.ts'
import { decideOpening, type Findings } from '../../electron/recovery/opening.ts'

const markers = ['ok', 'missing', 'broken'] as const
const databases = ['ok', 'missing', 'empty', 'broken', 'newer', 'foreign'] as const
const yesOrNo = [false, true] as const

const all: Findings[] = markers.flatMap((marker) =>
  databases.flatMap((database) =>
    yesOrNo.flatMap((settingsBroken) =>
      yesOrNo.map((otherFiles) => ({ marker, database, settingsBroken, otherFiles })),
    ),
  ),
)

/** What a start shows where a database file lies in the folder, whatever else does. */
const withDatabase: Readonly<Record<string, string>> = {
  ok: 'open',
  empty: 'database-empty',
  broken: 'database-broken',
  newer: 'database-newer',
  foreign: 'database-foreign',
}

describe('the opening', () => {
  it.each(all.filter(({ database }) => database !== 'missing'))('of $database beside marker $marker', (findings) => {
    expect(decideOpening(findings)).toBe(withDatabase[findings.database])
  })

  it.each<[Findings['marker'], settings: 'broken' | 'fine', others: 'others' | 'alone', 'set-up' | RecoveryKind]>([
    ['ok', 'fine', 'alone', 'database-missing'],
    ['ok', 'fine', 'others', 'database-missing'],
    ['ok', 'broken', 'alone', 'database-missing'],
    ['ok', 'broken', 'others', 'database-missing'],
    ['broken', 'fine', 'alone', 'marker-broken'],
    ['broken', 'fine', 'others', 'marker-broken'],
    ['broken', 'broken', 'alone', 'marker-broken'],
    ['broken', 'broken', 'others', 'marker-broken'],
    ['missing', 'fine', 'alone', 'set-up'],
    ['missing', 'broken', 'alone', 'set-up'],
    ['missing', 'fine', 'others', 'database-missing'],
    ['missing', 'broken', 'others', 'settings-broken'],
  ])('without a database: marker %s, settings %s, %s: %s', (marker, settings, others, shown) => {
    const findings = { marker, settingsBroken: settings === 'broken', otherFiles: others === 'others' }
    expect(decideOpening({ ...findings, database: 'missing' })).toBe(shown)
  })

  it('is set-up in a folder without marker, database and any other file of ours, and nowhere else', () => {
    const setUps = all.filter((findings) => decideOpening(findings) === 'set-up')
    expect(setUps).toEqual(
      yesOrNo.map((settingsBroken) => ({ marker: 'missing', database: 'missing', settingsBroken, otherFiles: false })),
    )
  })
})
