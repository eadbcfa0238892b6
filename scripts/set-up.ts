import { readFileSync } from 'node:fs'
import { findChromium } from '../test/standin/src/chromium.ts'
import { chooseElectron, type Electron, hasDisplay, installedElectron } from './electron.ts'
import { isOnPath, run, Unsupported } from './process.ts'

/** The packages of Debian and Ubuntu that bring Chromium, and with it every library that Electron itself needs. */
const CHROMIUM = ['chromium', 'fonts-dejavu-core']
const VIRTUAL_DISPLAY = ['xvfb', 'xauth']

/**
 * Chooses the Electron to run and sees to what it needs on this machine. What is missing is installed from the
 * distribution where that can be done (Debian or Ubuntu, as root).
 * @param forTests whether windows will be opened in a virtual display
 * @throws Unsupported with the words of what to install
 */
export async function setUp({ forTests }: { readonly forTests: boolean }): Promise<Electron> {
  const virtual = forTests && process.platform === 'linux'
  if (virtual && !isOnPath('xvfb-run')) await install(VIRTUAL_DISPLAY, 'a virtual display for the tests (xvfb)')
  const choose = () => chooseElectron({ mayDownload: true, display: virtual || hasDisplay() })
  let electron = choose()
  if (electron.kind === 'stand-in' && installedElectron() && canInstall() && !hasChromium()) {
    // Most likely the binary lacks the shared libraries that Chromium's package depends on.
    await install(CHROMIUM, 'Chromium')
    electron = choose()
  }
  if (electron.kind === 'stand-in' && !hasChromium()) {
    await install(CHROMIUM, 'Chromium')
    if (!hasChromium()) throw new Unsupported(`${WANTED} The distribution's own package did not bring one.`)
  }
  return electron
}

/** `npm run set-up`: prepares this machine for the tests and says what will run. */
export async function report(): Promise<number> {
  console.log((await setUp({ forTests: true })).line)
  return 0
}

const WANTED =
  'Chromium is needed (chromium, google-chrome or msedge on PATH, or the path of one in CHROMIUM_PATH), and there is none.'

function hasChromium(): boolean {
  try {
    findChromium(process.env)
    return true
  } catch {
    return false
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && isOnPath('apt-get') && isDebianLike()
}

function isDebianLike(): boolean {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/**
 * Installs packages of Debian or Ubuntu, as root.
 * @param what what they bring, in words
 * @throws Unsupported where that cannot be done
 */
export async function install(packages: readonly string[], what: string): Promise<void> {
  if (!canInstall())
    throw new Unsupported(
      `This machine lacks ${what}. Install it, on Debian or Ubuntu with "sudo apt-get install ${packages.join(' ')}".`,
    )
  console.log(`Installing ${what} from the distribution: ${packages.join(', ')} …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env: environment, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const code = await run('apt-get', ['-qq', ...step], options)
    if (code !== 0) throw new Unsupported(`"apt-get ${step.join(' ')}" ended with ${code}; its reason stands above.`)
  }
}
