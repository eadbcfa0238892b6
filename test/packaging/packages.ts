import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { extractFile, getRawHeader } from '@electron/asar'
import type { Variant } from '../../scripts/packaging/fuses.ts'

/** The unpacked app of one variant, made for this machine. */
export interface Package {
  readonly folder: string
  /** The executable's path inside `folder`. */
  readonly executable: string
  /** The path of Electron's `resources` inside `folder`. */
  readonly resources: string
}

/** Finds what `npm run package` has written. */
export function findPackage(variant: Variant): Package {
  const output = variant === 'release' ? 'dist' : 'dist/e2e'
  const candidates: readonly Package[] = [
    { folder: `${output}/linux-unpacked`, executable: 'staffdesk', resources: 'resources' },
    { folder: `${output}/linux-arm64-unpacked`, executable: 'staffdesk', resources: 'resources' },
    { folder: `${output}/win-unpacked`, executable: 'Staffdesk.exe', resources: 'resources' },
    ...['mac', 'mac-arm64'].map((folder) => ({
      folder: `${output}/${folder}`,
      executable: 'Staffdesk.app/Contents/MacOS/Staffdesk',
      resources: 'Staffdesk.app/Contents/Resources',
    })),
  ]
  const found = candidates.find(({ folder, executable }) => existsSync(join(folder, executable)))
  if (!found) throw new Error(`There is no package in ${output}: run "npm run test:e2e", which packs first.`)
  return found
}

/** SHA-256 of each file of the packed app, by its path with slashes; what stands beside the archive included. */
export function hashesOf({ folder, resources }: Package): ReadonlyMap<string, string> {
  const archive = join(folder, resources, 'app.asar')
  const { header } = getRawHeader(archive)
  const hashes = new Map<string, string>()
  const walk = (files: Readonly<Record<string, object>>, parent: string) => {
    for (const [name, entry] of Object.entries(files)) {
      const path = parent === '' ? name : `${parent}/${name}`
      if ('files' in entry) walk(entry.files as Readonly<Record<string, object>>, path)
      else
        hashes.set(
          path,
          createHash('sha256')
            .update(extractFile(archive, join(path)))
            .digest('hex'),
        )
    }
  }
  walk(header.files, '')
  return hashes
}
