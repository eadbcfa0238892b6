import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it, vi } from 'vitest'
import { flipFuses, fusesOf } from '../../scripts/packaging/fuses.ts'

const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
const stateOf = (fuses: ReturnType<typeof fusesOf>, name: string) =>
  fuses[FuseV1Options[name as keyof typeof FuseV1Options] as FuseV1Options.RunAsNode]

describe('fuses', () => {
  it('are all decided on, in both variants', () => {
    for (const variant of ['release', 'e2e'] as const)
      for (const name of names) expect(typeof stateOf(fusesOf(variant, 'win32'), name), name).toBe('boolean')
  })

  it('of the variant that tests drive differ from the release in the inspect fuse alone', () => {
    const [release, endToEnd] = [fusesOf('release', 'linux'), fusesOf('e2e', 'linux')]
    const different = names.filter((name) => stateOf(release, name) !== stateOf(endToEnd, name))
    expect(different).toEqual(['EnableNodeCliInspectArguments'])
    expect(stateOf(release, 'EnableNodeCliInspectArguments')).toBe(false)
  })

  it('ask for the archive to be verified where Electron does so', () => {
    const asked = ['darwin', 'win32', 'linux'].map((platform) =>
      stateOf(fusesOf('release', platform), 'EnableEmbeddedAsarIntegrityValidation'),
    )
    expect(asked).toEqual([true, true, false])
  })

  it('are flipped in the app that was packed', async () => {
    const addElectronFuses = vi.fn(async () => {})
    const context = { appOutDir: '/nowhere', electronPlatformName: 'linux', packager: { addElectronFuses } }
    await flipFuses(context, 'release')
    expect(addElectronFuses).toHaveBeenCalledExactlyOnceWith(context, fusesOf('release', 'linux'))
  })
})
