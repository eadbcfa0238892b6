/** A property that is not there was deleted or popped without a fallback. Django raises `KeyError`. */
export class SessionKeyError extends Error {
  /** @param property its name */
  constructor(property: string) {
    super(`The session has no property "${property}".`)
    this.name = 'SessionKeyError'
  }
}

/** A session was saved that had been deleted meanwhile, or over a newer version that it cannot be merged with. */
export class SessionUpdateError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SessionUpdateError'
  }
}

/** The key of a session to be created is taken. Django's `CreateError`. */
export class SessionCreateError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SessionCreateError'
  }
}

/** A `SessionUpdateError` at the boundary of a call: the session ended while the call was under way. */
export class SessionInterruptedError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SessionInterruptedError'
  }
}

/** A value that JSON would silently alter or cannot hold. */
export class UnserializableValueError extends Error {
  /**
   * @param path where the value stands, such as `draft.lines[3].amount`
   * @param found what stands there
   */
  constructor(path: string, found: string) {
    super(`${path} holds ${found}, which a session cannot keep unchanged.`)
    this.name = 'UnserializableValueError'
  }
}

/** A session takes more bytes than its engine can hold. It is kept in memory as it is, and not saved. */
export class SessionTooLargeError extends Error {
  /** Bytes that it would take. */
  readonly size: number
  /** Bytes that the engine can hold. */
  readonly limit: number

  constructor(engine: string, size: number, limit: number) {
    super(`The session takes ${size} bytes; the session engine "${engine}" holds ${limit}.`)
    this.name = 'SessionTooLargeError'
    this.size = size
    this.limit = limit
  }
}

/** An engine cannot do what was asked of it. */
export class NotSupportedError extends Error {
  constructor(engine: string, operation: string) {
    super(`The session engine "${engine}" does not support ${operation}.`)
    this.name = 'NotSupportedError'
  }
}

/** An option of `createSessionEngine` is missing or wrong. */
export class SessionConfigurationError extends Error {
  /** @param option its name */
  constructor(option: string, problem: string) {
    super(`Session option "${option}": ${problem}`)
    this.name = 'SessionConfigurationError'
  }
}
