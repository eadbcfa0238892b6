import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** The company's database. */
export const databaseFile = 'staffdesk.db'

/** The last verified link of the audit: kept outside the database, and moving with it. */
export const verifiedHeadFile = 'audit-head.json'

/** Where the session engine `file` keeps its sessions. */
export const sessionFolder = 'session-files'

/** The sealed sessions that the next start goes on with. */
export const keptSessionsFile = 'kept-sessions.json'

/** Where the rows of a file lie while they are imported. */
export const importStagingFile = 'import-staging.db'

/** What belongs to a company and moves with it; settings are this computer's and stay. */
const companyFiles = [
  databaseFile,
  `${databaseFile}-wal`,
  `${databaseFile}-shm`,
  verifiedHeadFile,
  'installed.json',
  'secrets.json',
  sessionFolder,
  keptSessionsFile,
  'backups',
] as const

const traces = companyFiles.filter((name) => name !== databaseFile && name !== 'installed.json')

/** Whether anything of a company but its database and its marker lies in the folder. */
export function hasOtherTraces(folder: string): boolean {
  return traces.some((name) => existsSync(join(folder, name)))
}

/**
 * Moves files of ours to `set-aside-<time>/` in the same folder; nothing is deleted.
 * @param names which ones; all of the company's by default
 * @returns the name of the new folder
 */
export function setAside(folder: string, now: number, names: readonly string[] = companyFiles): string {
  const name = `set-aside-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`
  mkdirSync(join(folder, name), { mode: 0o700 })
  for (const file of names) {
    if (existsSync(join(folder, file))) renameSync(join(folder, file), join(folder, name, file))
  }
  return name
}

/** The database with what is kept beside it. */
export const databaseFiles: readonly string[] = companyFiles.slice(0, 4)

/** The folder to which the last "Start over" moved a company, else null. */
export function lastSetAside(folder: string): string | null {
  const names = readdirSync(folder).filter((name) => name.startsWith('set-aside-'))
  return names.sort().at(-1) ?? null
}
