import { mkdir, opendir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { RandomBytes } from '../environment/random.ts'
import {
  codeOf,
  lookInto,
  moveMarker,
  orAbsent,
  readData,
  removeFiles,
  removeRemains,
  removeSession,
  takeBack,
  writeData,
  writeMarker,
} from './session-folder.ts'
import type { SessionStore, StoredRecord } from './store.ts'

export interface FileStoreParts {
  /** Where the sessions are kept; it has to be there. */
  readonly directory: string
  readonly random: RandomBytes
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const sessionForm = /^[0-9a-f]{64}$/
const beginning = 'new-'
/** A creation takes milliseconds; one that is older was killed. */
const abandonedAfter = 3_600_000
/** Entries of the directory that are held at a time while it is cleared. */
const chunk = 100

/**
 * Keeps sessions in a directory that several processes may share. Each has a folder, named by the hash of its key, with
 * the encoded data in a file whose name is used once, and an empty marker whose name says which file, version and expiry
 * are the present ones.
 *
 * A save writes its data beside the present data, waits until it is on the disk, and then renames the marker. The name
 * of a marker never comes back, and a rename takes the old name away: of two savers of one version, or a saver and a
 * deleter, exactly one finds it. So no lock is needed that a killed process could leave behind; a kill at any moment
 * leaves the old state or the new one, and at most a file that nobody reads and the next save removes.
 */
export function createFileStore({ directory, random, now }: FileStoreParts): SessionStore {
  const folderOf = (keyHash: string) => join(directory, keyHash)
  const newName = () => Buffer.from(random(16)).toString('hex')

  async function make(folder: string, { data, expiresAt }: StoredRecord): Promise<void> {
    const file = newName()
    await mkdir(folder, { mode: 0o700 })
    await writeData(folder, file, data)
    await writeMarker(folder, { version: 1, expiresAt, file })
  }

  /** Answers whether this call was the one that ended a session. */
  async function remove(folder: string): Promise<boolean> {
    for (;;) {
      const { marker } = await lookInto(folder)
      if (!marker) return false
      if (await removeSession(folder, marker)) return true
    }
  }

  /** Clears one entry of the directory; answers whether it was an expired session. */
  async function clear(name: string, moment: number): Promise<boolean> {
    const folder = folderOf(name)
    if (name.startsWith(beginning)) {
      const made = await orAbsent(
        stat(folder).then(({ mtimeMs }) => mtimeMs),
        moment,
      )
      if (made <= moment - abandonedAfter) await removeRemains(folder)
      return false
    }
    if (!sessionForm.test(name)) return false
    const { marker } = await lookInto(folder)
    if (marker) return marker.expiresAt <= moment && removeSession(folder, marker)
    await removeRemains(folder)
    return false
  }

  return {
    load: async (keyHash) => {
      const folder = folderOf(keyHash)
      for (let missing = ''; ; ) {
        const { marker } = await lookInto(folder)
        if (!marker) return null
        const { version, expiresAt, file } = marker
        if (expiresAt <= now()) {
          if (await removeSession(folder, marker)) return null
          continue
        }
        const data = await readData(folder, marker)
        if (data !== null) return { data, expiresAt, version }
        // A save between the two looks took the data away. If nobody saved, it is lost, and refused as such.
        if (file === missing) return { data: '', expiresAt, version }
        missing = file
      }
    },
    create: async (keyHash, record) => {
      // Complete before it has its name, so that nobody meets half a session.
      const made = join(directory, `${beginning}${newName()}`)
      try {
        await make(made, record)
        await rename(made, folderOf(keyHash))
        return true
      } catch (error) {
        await removeRemains(made)
        const isTaken = ['ENOTEMPTY', 'EEXIST'].includes(String(codeOf(error)))
        // Windows has another code for a name that is taken.
        if (isTaken || (await lookInto(folderOf(keyHash))).marker) return false
        throw error
      }
    },
    update: async (keyHash, { data, expiresAt }, version) => {
      const folder = folderOf(keyHash)
      for (;;) {
        const { marker, names } = await lookInto(folder)
        if (!marker) return 'missing'
        if (marker.version !== version) return 'stale'
        const next = { version: version + 1, expiresAt, file: newName() }
        let isSaved = false
        try {
          const isWritten = await orAbsent(
            writeData(folder, next.file, data).then(() => true),
            false,
          )
          isSaved = isWritten && (await moveMarker(folder, marker, next))
        } finally {
          if (!isSaved) await takeBack(folder, next.file)
        }
        if (isSaved) {
          // Whoever had written one of these builds on a marker that is gone, so none can become the present one.
          await removeFiles(folder, names)
          return next.version
        }
      }
    },
    exists: async (keyHash) => (await lookInto(folderOf(keyHash))).marker !== null,
    delete: (keyHash) => remove(folderOf(keyHash)),
    clearExpired: async (moment) => {
      let total = 0
      // Each entry waits for the disk, and others have their turn meanwhile.
      for await (const { name } of await opendir(directory, { bufferSize: chunk })) {
        if (await clear(name, moment)) total += 1
      }
      return total
    },
  }
}
