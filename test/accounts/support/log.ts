import type { Log } from '../../../electron/environment/log.ts'

export interface TestLog extends Log {
  readonly lines: readonly string[]
}

/** A log whose lines a test can read. */
export function createTestLog(): TestLog {
  const lines: string[] = []
  return {
    lines,
    info: (message, details) => lines.push(`info ${message} ${JSON.stringify(details ?? {})}`),
    warn: (message, details) => lines.push(`warn ${message} ${JSON.stringify(details ?? {})}`),
    error: (message, cause) => lines.push(`error ${message} ${String(cause ?? '')}`),
  }
}
