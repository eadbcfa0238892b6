import { dirname, relative } from 'node:path'
import { build } from './build.ts'
import type { Electron } from './electron.ts'
import type { Variant } from './packaging/fuses.ts'
import { prepareStandIn } from './packaging/stand-in.ts'
import { runTool, Unsupported } from './process.ts'
import { setUp } from './set-up.ts'

const CONFIGURATIONS: Readonly<Record<Variant, string>> = {
  release: 'electron-builder.yml',
  e2e: 'electron-builder.e2e.yml',
}

/** `npm run package [-- --e2e]`: the unpacked app for this machine in `dist/` (in `dist/e2e/` the one tests drive). */
export async function packageApp(given: readonly string[]): Promise<number> {
  const electron = await setUp({ forTests: false })
  console.log(electron.line)
  const built = await build()
  return built === 0 ? packFor(electron, given.includes('--e2e') ? 'e2e' : 'release') : built
}

/** `npm run dist`: the installers for this machine's system, always with the real Electron. */
export async function buildInstallers(given: readonly string[]): Promise<number> {
  const electron = await setUp({ forTests: true })
  if (electron.kind !== 'real') throw new Unsupported(`Installers need the real Electron. ${electron.line}`)
  const built = await build()
  return built === 0 ? runBuilder(electron, 'release', given) : built
}

/** Packs what `out/` holds, without building it again. */
export function packFor(electron: Electron, variant: Variant): Promise<number> {
  return runBuilder(electron, variant, ['--dir'])
}

function runBuilder(electron: Electron, variant: Variant, given: readonly string[]): Promise<number> {
  const distribution = electron.kind === 'real' ? distributionOf(electron.executable) : prepareStandIn()
  return runTool('electron-builder', 'electron-builder', [
    '--publish=never',
    `--config=${CONFIGURATIONS[variant]}`,
    `--config.electronDist=${distribution}`,
    ...given,
  ])
}

/** The folder of the distribution that an executable belongs to; on macOS it lies deep in Electron.app. */
function distributionOf(executable: string): string {
  const folder = executable.includes('Electron.app')
    ? executable.slice(0, executable.indexOf('Electron.app'))
    : dirname(executable)
  return relative('.', folder)
}
