import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  type FSWatcher,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  unlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a second start hands to the first. */
export type SecondStart = { argv: string[]; cwd: string; data: unknown }

/**
 * One lock per userData folder, taken and asked synchronously as Electron does. A lock file names its process, with its start time
 * so that a reused number is not taken for it; a second start leaves a message file in the folder that the first one watches.
 */
export class SingleInstance {
  private readonly onSecond: (start: SecondStart) => void
  private held: { lock: string; box: string; watcher: FSWatcher } | undefined

  constructor(onSecond: (start: SecondStart) => void) {
    this.onSecond = onSecond
  }

  has(): boolean {
    return this.held !== undefined
  }

  request(userData: string, start: SecondStart): boolean {
    if (this.held) return true
    mkdirSync(userData, { recursive: true })
    const folder = join(tmpdir(), `electron-standin-locks-${process.getuid?.() ?? 'user'}`)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    const key = createHash('sha256').update(realpathSync(userData)).digest('hex').slice(0, 32)
    const lock = join(folder, `${key}.lock`)
    const box = join(folder, `${key}.messages`)
    mkdirSync(box, { recursive: true, mode: 0o700 })
    const own = join(folder, `${key}.${randomUUID()}`)
    writeFileSync(own, identity(process.pid))
    try {
      if (!this.take(own, lock)) {
        const message = join(box, randomUUID())
        writeFileSync(`${message}.part`, JSON.stringify(start), { mode: 0o600 })
        renameSync(`${message}.part`, `${message}.json`)
        return false
      }
    } finally {
      unlinkSync(own)
    }
    for (const name of readdirSync(box)) unlinkSync(join(box, name))
    const watcher = watch(box, () => this.collect(box))
    watcher.unref()
    this.held = { lock, box, watcher }
    return true
  }

  release(): void {
    if (!this.held) return
    this.held.watcher.close()
    removeFile(this.held.lock)
    this.held = undefined
  }

  private take(own: string, lock: string): boolean {
    for (;;) {
      try {
        linkSync(own, lock)
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = readText(lock)
      if (holder === undefined) continue
      if (isAlive(holder)) return false
      const aside = `${own}.stale`
      try {
        renameSync(lock, aside)
      } catch {
        continue
      }
      // Another start may have taken the stale lock over in between: then what was moved is its lock, and goes back.
      if (readText(aside) !== holder) linkSync(aside, lock)
      unlinkSync(aside)
    }
  }

  private collect(box: string): void {
    for (const name of readdirSync(box)) {
      if (!name.endsWith('.json')) continue
      const text = readText(join(box, name))
      removeFile(join(box, name))
      if (text !== undefined) this.onSecond(JSON.parse(text))
    }
  }
}

function identity(pid: number): string {
  // Field 22 of stat is the start time; the name in field 2 may hold spaces, so count from its closing bracket.
  const stat = process.platform === 'linux' ? readText(`/proc/${pid}/stat`) : undefined
  return `${pid} ${stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(' ')[0])
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return identity(pid) === holder
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Another process was faster.
  }
}
