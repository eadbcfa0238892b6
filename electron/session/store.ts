/** A session as a store keeps it. Instants are milliseconds since 1970. */
export interface StoredRecord {
  /** Encoded and signed. */
  readonly data: string
  readonly expiresAt: number
}

export interface VersionedRecord extends StoredRecord {
  /** Counts the saves of this record. */
  readonly version: number
}

/** Where an engine keeps its records, by the hash of their key. */
export interface SessionStore {
  /** @returns null where there is none; an expired one is answered as well */
  load(keyHash: string): Promise<VersionedRecord | null>
  /** @returns false when the key is taken */
  create(keyHash: string, record: StoredRecord): Promise<boolean>
  /**
   * Replaces a record, if it still has this version.
   * @returns the new version, or why nothing was replaced
   */
  update(keyHash: string, record: StoredRecord, version: number): Promise<number | 'missing' | 'stale'>
  /** Expired records included. */
  exists(keyHash: string): Promise<boolean>
  /** @returns whether there was one */
  delete(keyHash: string): Promise<boolean>
  /** Removes what expired at `now` or before, never holding the process up for long; answers how many. */
  clearExpired(now: number): Promise<number>
}
