import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'

/**
 * Replaces a file of ours as a whole, readable by this account of the system alone (0600): a kill at any moment
 * leaves the old content or the new.
 * @throws the system's error when it cannot be written
 */
export function writePrivateFile(file: string, content: string): void {
  const temporary = `${file}.new`
  const handle = openSync(temporary, 'w', 0o600)
  try {
    // A leftover of an earlier try keeps its own mode.
    fchmodSync(handle, 0o600)
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, file)
}
