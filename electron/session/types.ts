/** What a property can hold. Values come back frozen, so a change inside one cannot go unnoticed: set it anew. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * When a session ends. A number: so many seconds after its last modification, 0: when the application closes (its
 * record lives on for the default age), below 0: it has ended. A date, or `{ seconds }` from now (Django's
 * `timedelta`): at that moment. Null: back to the default.
 */
export type Expiry = number | Date | { readonly seconds: number } | null

/** Makes, opens and removes sessions. What its storage throws passes through every promise here. */
export interface SessionEngine {
  /** A new session: unsaved, without a key, empty. */
  start(): Session
  /**
   * Loads once; what follows needs no promise. A key that is null, malformed, unknown or expired, and data that nobody
   * we know signed or that cannot be decoded, give an empty session without a key: a key from outside is never adopted.
   */
  open(key: string | null): Promise<Session>
  /** Whether there is a record of this key, expired ones included, as in Django. */
  exists(key: string): Promise<boolean>
  /** Deletes the record of this key. Silent if absent. */
  delete(key: string): Promise<void>
  /** Removes expired records in small steps, so that others get their turn; answers how many. */
  clearExpired(): Promise<number>
}

/**
 * One session, as a dictionary in memory. Only `save`, `flush` and `cycleKey` touch the storage; on one handle they
 * run in the order of their calls. Its semantics are Django's `SessionBase`; departures are named where they stand.
 */
export interface Session {
  /** Null until the first save succeeded. Django keeps the key of a save that failed. */
  readonly key: string | null
  /** Whether a property was read or written, found or not. Expiry dates are no properties: asking for one is no access. */
  readonly accessed: boolean
  /** Whether anything was written since it was opened. As in Django, saving does not take it back. */
  readonly modified: boolean
  /** Neither a key nor data; an expiry counts as data, as in Django. */
  readonly isEmpty: boolean
  /** Whether the expiry is 0, or the option `expireAtClose` where there is none. */
  readonly expiresAtClose: boolean
  /** The value, or the fallback (undefined) where there is none. */
  get(name: string): Json | undefined
  get<T extends Json>(name: string, fallback: T): Json | T
  has(name: string): boolean
  /**
   * Keeps a frozen copy of the value.
   * @throws UnserializableValueError, and changes nothing, when JSON would alter the value
   */
  set(name: string, value: Json): void
  /** @throws SessionKeyError if absent (Django: `KeyError`), which modifies nothing */
  delete(name: string): void
  /**
   * Takes a property out. Without it answers the fallback, and is no modification.
   * @throws SessionKeyError if absent and no fallback was handed in, not even undefined
   */
  pop(name: string): Json
  pop<T>(name: string, fallback: T): Json | T
  /**
   * The present value; or sets this one and answers it, which alone is a modification.
   * @throws UnserializableValueError as `set`
   */
  setDefault(name: string, value: Json): Json
  /**
   * Sets all of them or, when it throws, none. A modification even with nothing, as in Django.
   * @throws UnserializableValueError as `set`
   */
  update(values: Readonly<Record<string, Json>>): void
  /** The names, in the order in which they were first set. */
  keys(): string[]
  values(): Json[]
  entries(): [string, Json][]
  /** Empties the data, its expiry included, and keeps the key: a later save leaves an empty record. */
  clear(): void
  /**
   * A modification, unless null meets no expiry, as in Django.
   * @throws UnserializableValueError for an expiry that is no moment of the calendar, such as NaN
   */
  setExpiry(expiry: Expiry): void
  /**
   * Seconds from the modification to the end, whole ones for an absolute end; the default age for 0 and null.
   * @param at.modification now by default
   * @param at.expiry this session's own by default; its `{ seconds }` count from now
   */
  expiryAge(at?: { modification?: Date; expiry?: Expiry }): number
  /** The end, with the defaults of `expiryAge`. */
  expiryDate(at?: { modification?: Date; expiry?: Expiry }): Date
  /** Sets a property of its own by which a later call sees that sessions are kept at all (Django's test cookie). */
  setTestValue(): void
  testValueWorked(): boolean
  /** @throws SessionKeyError if it was not set */
  deleteTestValue(): void
  /**
   * Creates the record where there is no key yet, else updates it. Where others saved the session meanwhile, changes to
   * different properties are merged; Django overwrites what they saved.
   * @param how.mustCreate inserts or throws, even where there is a key
   * @throws SessionCreateError when the key is taken (`mustCreate`) or no free one is found
   * @throws SessionUpdateError when the record was deleted meanwhile, or both changed the same property
   */
  save(how?: { mustCreate?: boolean }): Promise<void>
  /** Clears at once, then deletes the record and drops the key; a later save gets a new one. */
  flush(): Promise<void>
  /**
   * Moves the data to a new key and deletes the old record; creates one where there was none. Unlike Django's it is no
   * modification, keeps what others saved meanwhile, and brings no deleted session back.
   * @throws SessionCreateError, SessionUpdateError as `save`
   */
  cycleKey(): Promise<void>
}
