import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node'
import type { Log } from '../environment/log.ts'

const largestFile = 5 * 1024 * 1024
/** Full files kept beside the present one (threat-model.md D5: 5 × 5 MB). */
const keptFiles = 4

/** Controls, separators and bidirectional marks that would let text forge a line of the log (OWASP ASVS 16.4.1). */
const forging = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/** Shows such a character by its code point. */
export function escapeForLog(text: string): string {
  return text.replaceAll(forging, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

/**
 * Opens the application's log file, in UTC, readable by this account of the system alone.
 * @param folder an existing folder
 */
export function openLog(folder: string): Log {
  const logger = electronLog.create({ logId: folder })
  const file = join(folder, 'staffdesk.log')
  if (existsSync(file)) chmodSync(file, 0o600)
  logger.transports.console.level = false
  logger.transports.file.resolvePathFn = () => file
  logger.transports.file.maxSize = largestFile
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  logger.transports.file.format = ({ message }) => [
    `${message.date.toISOString()} ${message.level} ${message.data.map(String).map(escapeForLog).join(' ')}`,
  ]
  logger.transports.file.archiveLogFn = () => rotate(file)
  return {
    info: (message, details) => logger.info(message, ...describe(details)),
    warn: (message, details) => logger.warn(message, ...describe(details)),
    error: (message, cause) => logger.error(message, ...(cause === undefined ? [] : [describeCause(cause)])),
  }
}

function rotate(file: string): void {
  try {
    rmSync(`${file}.${keptFiles}`, { force: true })
    for (let number = keptFiles - 1; number >= 1; number -= 1) {
      if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`)
    }
    renameSync(file, `${file}.1`)
  } catch {
    // A file that another program holds stays where it is and grows: what is logged matters more.
  }
}

function describe(details: Parameters<Log['info']>[1]): string[] {
  return details ? [JSON.stringify(details)] : []
}

function describeCause(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
