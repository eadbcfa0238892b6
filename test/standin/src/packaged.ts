import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file or folder in an asar's header. */
type Entry = {
  files?: Record<string, Entry>
  offset?: string
  size?: number
  unpacked?: boolean
  executable?: boolean
  link?: string
}

/**
 * Plain Node cannot read an asar, so it is unpacked, once per content, into a temporary folder that is named app.asar too, together
 * with what stands beside it in app.asar.unpacked.
 * @returns that folder
 */
export function unpackAsar(archive: string): string {
  const bytes = readFileSync(archive)
  const place = digest(archive)
  const key = `${place}-${digest(bytes)}`
  const parent = join(tmpdir(), `electron-standin-asar-${process.getuid?.() ?? 'user'}`)
  const target = join(parent, key)
  const folder = join(target, 'app.asar')
  if (existsSync(folder)) return folder
  mkdirSync(parent, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(parent))
    if (name.startsWith(`${place}-`)) rmSync(join(parent, name), { recursive: true, force: true })
  const work = mkdtempSync(join(parent, 'new-'))
  // An asar begins with two pickles: the header's size, then the header as JSON; files' offsets count from its end.
  const header = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Entry
  const content = bytes.subarray(8 + bytes.readUInt32LE(4))
  const beside = `${archive}.unpacked`
  if (existsSync(beside)) {
    cpSync(beside, join(work, 'app.asar'), { recursive: true })
    symlinkSync(beside, join(work, 'app.asar.unpacked'))
  }
  write(header, join(work, 'app.asar'), content, join(work, 'app.asar'))
  try {
    renameSync(work, target)
  } catch {
    // Another start of the same package has finished first.
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}

function digest(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 24)
}

function write(folder: Entry, path: string, content: Buffer, root: string): void {
  mkdirSync(path, { recursive: true })
  for (const [name, entry] of Object.entries(folder.files ?? {})) {
    const place = join(path, name)
    if (entry.files) write(entry, place, content, root)
    else if (entry.link !== undefined) symlinkSync(join(root, entry.link), place)
    else if (!entry.unpacked && entry.offset !== undefined) {
      const start = Number(entry.offset)
      writeFileSync(place, content.subarray(start, start + (entry.size ?? 0)))
      chmodSync(place, entry.executable ? 0o500 : 0o400)
    }
  }
}
