import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** Packages that are measured beside ours and are no dependencies of ours: installed on demand, apart. */
export const peerPackages = {
  'better-sqlite3-session-store': '0.1.0',
  'connect-sqlite3': '0.9.18',
} as const

export type PeerPackage = keyof typeof peerPackages

/** Each has a folder of its own, so that one that cannot be installed keeps no other away. */
export function folderOfPeer(name: PeerPackage): string {
  return resolve('node_modules/.cache/staffdesk/peers', `${name}-${peerPackages[name]}`)
}

/** What the package exports; null where it is not installed, or not for this machine. */
export function loadPeer(name: PeerPackage, required: string = name): unknown {
  const folder = folderOfPeer(name)
  if (!existsSync(join(folder, 'node_modules', name))) return null
  try {
    return createRequire(join(folder, 'package.json'))(required)
  } catch {
    return null
  }
}
