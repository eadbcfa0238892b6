import { open, readdir, readFile, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** What the name of a marker tells. A session's folder holds one, and the file of data that it names. */
export interface Marker {
  readonly version: number
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  /** Name of the file that holds the data, used once. */
  readonly file: string
}

const markerForm = /^([1-9]\d*)_(-?\d+)_([0-9a-f]+)$/

function nameOf({ version, expiresAt, file }: Marker): string {
  return `${version}_${expiresAt}_${file}`
}

function markerIn(names: readonly string[]): Marker | null {
  for (const name of names) {
    const [, version, expiresAt, file] = markerForm.exec(name) ?? []
    if (file !== undefined) return { version: Number(version), expiresAt: Number(expiresAt), file }
  }
  return null
}

/** Looks at a folder without a marker, before it counts as what a deletion left. */
const looks = 3

/**
 * The marker of a session's folder, and every name in it; null and none where there is no session. Should a system list
 * a name that moves meanwhile at neither place, another look finds it.
 */
export async function lookInto(folder: string): Promise<{ marker: Marker | null; names: readonly string[] }> {
  for (let look = 1; ; look += 1) {
    const names = await orAbsent(readdir(folder), [])
    const marker = markerIn(names)
    if (marker || names.length === 0 || look === looks) return { marker, names }
  }
}

/** The data that a marker names; null where it is gone. */
export function readData(folder: string, { file }: Marker): Promise<string | null> {
  return orAbsent(readFile(join(folder, file), 'utf8'), null)
}

/** Writes data to a file of its own that no marker names yet, and waits until it is on the disk. */
export async function writeData(folder: string, file: string, data: string): Promise<void> {
  await writePrivately(join(folder, file), data)
}

export async function writeMarker(folder: string, marker: Marker): Promise<void> {
  await writePrivately(join(folder, nameOf(marker)), '')
}

/** Puts one marker in the place of another; false where somebody else was first to move or remove that one. */
export function moveMarker(folder: string, from: Marker, to: Marker): Promise<boolean> {
  return done(rename(join(folder, nameOf(from)), join(folder, nameOf(to))))
}

/** Ends the session, if this is still its marker. */
export async function removeSession(folder: string, marker: Marker): Promise<boolean> {
  if (!(await done(unlink(join(folder, nameOf(marker)))))) return false
  await removeRemains(folder)
  return true
}

/** Removes a folder without a marker. What is left for the moment, the next `clearExpired` finds. */
export async function removeRemains(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => {})
}

/** Removes files that no marker names any more. What is left for the moment goes with the session. */
export async function removeFiles(folder: string, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true }).catch(() => {})))
}

/** Takes back data that came too late, and the folder where its session was deleted meanwhile. */
export async function takeBack(folder: string, file: string): Promise<void> {
  await removeFiles(folder, [file])
  // Fails where there is anything in it, as in every folder of a session that lives.
  await rmdir(folder).catch(() => {})
}

async function writePrivately(path: string, content: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** False where the file was absent. */
function done(act: Promise<void>): Promise<boolean> {
  return orAbsent(
    act.then(() => true),
    false,
  )
}

/** The answer where the file is absent; every other error passes through. */
export async function orAbsent<Value>(reading: Promise<Value>, absent: Value): Promise<Value> {
  try {
    return await reading
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return absent
    throw error
  }
}

/** The system's name of an error, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
