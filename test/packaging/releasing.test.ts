import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { electronTooOld } from './electron-age.ts'

const release = (given: { row?: string; changelog?: string; electron?: string }) => ({
  manifest: JSON.stringify({ devDependencies: { electron: given.electron ?? '45.3.4' } }),
  releasing: `| On |\n|---|\n${given.row ?? '| 2026-11-25 | 45.3.4 | 2026-11-17 | 45.4.1 | 2026-11-19 |'}\n`,
  changelog: given.changelog ?? '## [Unreleased]\n',
})

describe('Electron at a release', () => {
  it('is close to its newest, and that was looked up', () => {
    const [manifest = '', releasing = '', changelog = ''] = ['package.json', 'docs/releasing.md', 'CHANGELOG.md'].map(
      (file) => readFileSync(file, 'utf8'),
    )
    expect(electronTooOld({ manifest, releasing, changelog })).toEqual([])
  })

  it.each([
    ['nothing was looked up', { row: '' }, /does not say when/],
    ['another version was', { electron: '45.4.1' }, /45\.3\.4 was looked up, 45\.4\.1 is in use/],
    [
      'it is two major versions behind',
      { row: '| 2026-11-25 | 45.3.4 | 2026-11-17 | 47.0.0 | 2026-11-19 |' },
      /more than one major version behind 47\.0\.0/,
    ],
    [
      'it is 31 days behind',
      { row: '| 2026-11-25 | 45.3.4 | 2026-10-19 | 45.4.1 | 2026-11-19 |' },
      /more than 30 days older/,
    ],
    [
      'it was looked up 31 days before the release',
      { changelog: '## [Unreleased]\n\n## [0.1.0] - 2026-12-26\n\n## [0.0.1] - 2026-11-26\n' },
      /before the release of 2026-12-26/,
    ],
  ])('is too old where %s', (_, given, told) => {
    expect(electronTooOld(release(given))).toEqual([expect.stringMatching(told)])
  })

  it.each([
    { row: '| 2026-11-25 | 45.3.4 | 2026-10-20 | 46.4.1 | 2026-11-19 |' },
    { changelog: '## [0.1.0] - 2026-12-25\n' },
  ])('is new enough on the last day: %j', (given) => expect(electronTooOld(release(given))).toEqual([]))
})
