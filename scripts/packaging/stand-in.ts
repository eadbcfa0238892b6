import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = 'test/standin'

/**
 * Makes a folder that electron-builder takes for an Electron distribution: the stand-in with its own Node, so that
 * what is packed with it runs outside this repository.
 * @returns its path
 */
export function prepareStandIn(): string {
  const folder = 'out/standin'
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'standin'), { recursive: true })
  copyFileSync(join(SOURCE, 'dist/electron'), join(folder, 'electron'))
  cpSync(join(SOURCE, 'src'), join(folder, 'standin/src'), { recursive: true })
  copyFileSync(process.execPath, join(folder, 'standin/node'))
  return folder
}
