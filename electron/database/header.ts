import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Marks a file as Staffdesk's ("STFF"). */
export const applicationId = 0x53544646

const magic = 'SQLite format 3\0'

/** What the first 100 bytes of a SQLite file say (https://www.sqlite.org/fileformat2.html#the_database_header). */
export interface Header {
  readonly applicationId: number
  readonly userVersion: number
  /** False when the file is shorter than its header says. */
  readonly isWhole: boolean
}

/**
 * Reads a database's header without opening the database, so that nothing is made beside it.
 * @returns `empty` for a file of no bytes, null for one that is no SQLite file
 * @throws the system's error when the file cannot be read
 */
export function readHeader(file: string): Header | 'empty' | null {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    if (size === 0) return 'empty'
    const bytes = Buffer.alloc(100)
    if (readSync(handle, bytes, 0, bytes.length, 0) < bytes.length) return null
    if (bytes.toString('latin1', 0, magic.length) !== magic) return null
    // 1 stands for 65,536, which two bytes cannot hold.
    const pageSize = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
    return {
      userVersion: bytes.readInt32BE(60),
      applicationId: bytes.readInt32BE(68),
      isWhole: size >= pageSize * bytes.readUInt32BE(28),
    }
  } finally {
    closeSync(handle)
  }
}
