import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { RandomBytes } from '../environment/random.ts'

/** A file under construction. All reject with the system's error. */
export interface ExportFile {
  write(text: string): Promise<void>
  /** Everything that was written is on the disk. */
  flush(): Promise<void>
  /** Puts it in its place, at once and as a whole; what stood there is replaced. */
  putInPlace(): Promise<void>
  /** Leaves nothing behind. */
  discard(): Promise<void>
}

export type OpenExportFile = (target: string) => Promise<ExportFile>

/** Files that grow beside their place under a name of their own, so that no half one ever stands in it. */
export function createExportFiles(random: RandomBytes): OpenExportFile {
  return async (target) => {
    const name = `.${basename(target)}.${Buffer.from(random(4)).toString('hex')}.part`
    const temporary = join(dirname(target), name)
    const handle = await open(temporary, 'wx')
    let isOpen = true
    const close = async () => {
      if (!isOpen) return
      isOpen = false
      await handle.close()
    }
    return {
      write: (text) => handle.writeFile(text),
      async flush() {
        await handle.sync()
        await close()
      },
      putInPlace: () => rename(temporary, target),
      async discard() {
        await close()
        await rm(temporary, { force: true })
      },
    }
  }
}
