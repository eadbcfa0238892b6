import { describe, expect, it } from 'vitest'
import { matchOf, ranked } from '../../../renderer/features/palette/ranking.ts'

const labels = (search: string, ...all: string[]) =>
  ranked(
    all.map((label) => ({ label })),
    search,
  ).map(({ label }) => label)

describe('ranking', () => {
  it('puts first what begins so, then what has a word that begins so, then what holds it', () => {
    expect(labels('lo', 'Employees below', 'My locks', 'Log Out', 'Dashboard')).toEqual([
      'Log Out',
      'My locks',
      'Employees below',
    ])
  })

  it('wants every word, in any order, without case and accents', () => {
    expect(labels('out log', 'Log Out', 'Log In')).toEqual(['Log Out'])
    expect(labels('ZOE', 'Zoë Müller')).toEqual(['Zoë Müller'])
  })

  it('keeps the order of equals, and of everything where nothing is searched', () => {
    expect(labels('', 'B', 'A')).toEqual(['B', 'A'])
    expect(matchOf('Audit log', 'x')).toBeNull()
  })
})
