import type { Connection } from '../../../electron/database/connection.ts'

/**
 * Adds sessions that nobody will open, so that the table is as large as it is meant to be. As in life, their keys are
 * random and the older ones expire first.
 * @param expiresAt of the first, milliseconds since 1970
 */
export function addFillers(connection: Connection, count: number, expiresAt: number): void {
  connection
    .prepare(
      `INSERT INTO session (key_hash, data, expires_at, version)
       WITH RECURSIVE counter (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counter WHERE value < ?)
       SELECT lower(hex(randomblob(32))), hex(randomblob(75)), ? + value, 1 FROM counter`,
    )
    .run(count, expiresAt)
}
