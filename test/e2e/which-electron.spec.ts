import { chooseElectron, installedElectron } from '../../scripts/electron.ts'
import { expect, test } from './fixtures.ts'

const { kind } = chooseElectron({ mayDownload: false })

/** Runs before every other test: a run that means to test the real Electron must not pass on anything else. */
test(`the tests run on the ${kind} Electron`, async ({ launch }) => {
  const { app } = await launch({ entry: 'product' })
  const { executable, standin } = await app.evaluate(() => ({
    executable: process.execPath,
    standin: process.versions.standin ?? null,
  }))
  if (kind === 'real') {
    expect(executable).toBe(installedElectron())
    expect(standin).toBeNull()
  } else {
    expect(process.env.STAFFDESK_ELECTRON).not.toBe('real')
    expect(standin).not.toBeNull()
  }
})
