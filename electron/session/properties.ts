import { SessionKeyError } from './errors.ts'
import { ageInSeconds, endOf, type StoredExpiry, toStoredExpiry } from './expiry.ts'
import { checkName, frozenCopy } from './strict-json.ts'
import type { Expiry, Json, Session } from './types.ts'

/** The name under which the test value stands. */
const testName = 'testvalue'
const testValue = 'worked'

export interface ExpiryDefaults {
  /** Seconds that a session without an expiry of its own lasts. */
  readonly cookieAge: number
  readonly expireAtClose: boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** What a session holds, and the names that a handle changed; null where it cleared everything. */
export interface Changes {
  readonly properties: ReadonlyMap<string, Json>
  readonly expiry: StoredExpiry
  readonly touched: ReadonlySet<string> | null
}

/**
 * The dictionary of a session, in memory: everything that touches no store. Flags behave as Django's: any read or
 * write of a property is an access, any write is a modification, and opening is neither.
 */
export abstract class Properties implements Omit<Session, 'key' | 'isEmpty' | 'save' | 'flush' | 'cycleKey'> {
  #properties: Map<string, Json>
  #expiry: StoredExpiry
  #accessed = false
  #modified = false
  /** What this handle changed since it was loaded or saved. Null: all of it. */
  #touched: Set<string> | null = new Set()
  readonly #defaults: ExpiryDefaults

  constructor(defaults: ExpiryDefaults, properties: ReadonlyMap<string, Json>, expiry: StoredExpiry) {
    this.#defaults = defaults
    this.#properties = new Map(properties)
    this.#expiry = expiry
  }

  get accessed(): boolean {
    return this.#accessed
  }

  get modified(): boolean {
    return this.#modified
  }

  get expiresAtClose(): boolean {
    return this.#expiry === null ? this.#defaults.expireAtClose : this.#expiry === 0
  }

  get(name: string): Json | undefined
  get<T extends Json>(name: string, fallback: T): Json | T
  get(name: string, fallback?: Json): Json | undefined {
    this.#accessed = true
    return this.#properties.has(name) ? this.#properties.get(name) : fallback
  }

  has(name: string): boolean {
    this.#accessed = true
    return this.#properties.has(name)
  }

  set(name: string, value: Json): void {
    checkName(name)
    const copy = frozenCopy(value, name)
    this.#change(name)
    this.#properties.set(name, copy)
  }

  delete(name: string): void {
    this.pop(name)
  }

  pop(name: string): Json
  pop<T>(name: string, fallback: T): Json | T
  pop(name: string, ...fallback: unknown[]): unknown {
    this.#accessed = true
    const value = this.#properties.get(name)
    if (value === undefined) {
      if (fallback.length > 0) return fallback[0]
      throw new SessionKeyError(name)
    }
    this.#change(name)
    this.#properties.delete(name)
    return value
  }

  setDefault(name: string, value: Json): Json {
    this.#accessed = true
    const present = this.#properties.get(name)
    if (present !== undefined) return present
    this.set(name, value)
    return this.#properties.get(name) ?? null
  }

  update(values: Readonly<Record<string, Json>>): void {
    const copies = Object.entries(values).map(([name, value]): [string, Json] => {
      checkName(name)
      return [name, frozenCopy(value, name)]
    })
    this.#accessed = true
    this.#modified = true
    for (const [name, value] of copies) {
      this.#change(name)
      this.#properties.set(name, value)
    }
  }

  keys(): string[] {
    this.#accessed = true
    return [...this.#properties.keys()]
  }

  values(): Json[] {
    this.#accessed = true
    return [...this.#properties.values()]
  }

  entries(): [string, Json][] {
    this.#accessed = true
    return [...this.#properties]
  }

  clear(): void {
    this.#properties = new Map()
    this.#expiry = null
    this.#accessed = true
    this.#modified = true
    this.#touched = null
  }

  setExpiry(expiry: Expiry): void {
    const stored = toStoredExpiry(expiry, this.#defaults.now())
    this.#accessed = true
    if (stored === null && this.#expiry === null) return
    this.#change(expiryName)
    this.#expiry = stored
  }

  expiryAge(at: { modification?: Date; expiry?: Expiry } = {}): number {
    const [expiry, modification] = this.#moments(at)
    return ageInSeconds(expiry, modification, this.#defaults.cookieAge)
  }

  expiryDate(at: { modification?: Date; expiry?: Expiry } = {}): Date {
    const [expiry, modification] = this.#moments(at)
    return new Date(endOf(expiry, modification, this.#defaults.cookieAge))
  }

  setTestValue(): void {
    this.set(testName, testValue)
  }

  testValueWorked(): boolean {
    return this.get(testName) === testValue
  }

  deleteTestValue(): void {
    this.delete(testName)
  }

  /**
   * Hands over all there is, for saving, together with what this handle changed (null: it cleared everything). From
   * now on changes count towards the save after this one. Not an access.
   */
  protected takeChanges(): Changes {
    const changes = { properties: new Map(this.#properties), expiry: this.#expiry, touched: this.#touched }
    this.#touched = new Set()
    return changes
  }

  /** The save failed: its changes are still to be saved. */
  protected returnChanges({ touched }: Changes): void {
    this.#touched = touched === null || this.#touched === null ? null : new Set([...touched, ...this.#touched])
  }

  /** Takes over what others saved meanwhile, under what this handle changed since; the flags stay. */
  protected adopt(properties: ReadonlyMap<string, Json>, expiry: StoredExpiry): void {
    if (this.#touched === null) return
    const adopted = new Map(properties)
    for (const name of this.#touched) {
      const value = this.#properties.get(name)
      if (value === undefined) adopted.delete(name)
      else adopted.set(name, value)
    }
    this.#properties = adopted
    if (!this.#touched.has(expiryName)) this.#expiry = expiry
  }

  protected get hasData(): boolean {
    return this.#properties.size > 0 || this.#expiry !== null
  }

  #moments(at: { modification?: Date; expiry?: Expiry }): [StoredExpiry, number] {
    const now = this.#defaults.now()
    const expiry = at.expiry === undefined ? this.#expiry : toStoredExpiry(at.expiry, now)
    return [expiry, at.modification?.getTime() ?? now]
  }

  #change(name: string): void {
    this.#accessed = true
    this.#modified = true
    this.#touched?.add(name)
  }
}

/** Stands for the expiry among the names of changed properties; no property can be called so. */
export const expiryName = '__proto__'
