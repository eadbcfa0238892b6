import { cpus, release, totalmem, type } from 'node:os'
import Sqlite from 'better-sqlite3'

/** What the figures were taken on; figures of another machine say nothing of a change. */
export interface Machine {
  readonly processor: string
  readonly cores: number
  readonly memory: string
  readonly system: string
  readonly node: string
  readonly sqlite: string
}

export function thisMachine(): Machine {
  const database = new Sqlite(':memory:')
  const sqlite = String(database.prepare('SELECT sqlite_version()').pluck().get())
  database.close()
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()}`,
    node: process.versions.node,
    sqlite,
  }
}
