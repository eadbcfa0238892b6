import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments, type SuiteName } from '../test/bench/arguments.ts'
import { djangoVersion } from '../test/bench/peers/django.ts'
import { folderOfPeer, loadPeer, type PeerPackage, peerPackages } from '../test/bench/peers/packages.ts'
import { build } from './build.ts'
import { run } from './process.ts'
import { install, setUp } from './set-up.ts'

/**
 * `npm run bench -- [suites] [--write]`: brings the peers along where that can be done, builds, and measures. What
 * cannot be installed is missing from the tables, which say so.
 */
export async function bench(given: readonly string[]): Promise<number> {
  const understood = readArguments(given)
  if (typeof understood === 'string') {
    console.error(understood)
    return 1
  }
  const electron = await setUp({ forTests: false })
  await installPeers(understood.suites)
  const built = await build()
  if (built !== 0) return built
  console.log(electron.line)
  return run(process.execPath, ['test/bench/main.ts', ...given], { env: { ...process.env, ...electron.environment } })
}

async function installPeers(suites: readonly SuiteName[]): Promise<void> {
  if (djangoVersion() === null) {
    await install(['python3-django'], 'Django, to measure beside').catch((error: unknown) => console.error(error))
  }
  // Stores of sessions.
  if (!suites.includes('sessions')) return
  for (const name of Object.keys(peerPackages) as PeerPackage[]) {
    if (loadPeer(name) === null) await installPackage(name)
  }
}

/** Apart from the packages of this repository, which does not depend on it. */
async function installPackage(name: PeerPackage): Promise<void> {
  const folder = folderOfPeer(name)
  if (existsSync(join(folder, 'node_modules', name))) return
  console.log(`Installing ${name}, to measure beside …`)
  mkdirSync(folder, { recursive: true })
  const code = await run('npm', ['install', '--prefix', folder, '--no-save', `${name}@${peerPackages[name]}`])
  if (code !== 0) console.error(`${name} could not be installed; the tables will say so.`)
}
