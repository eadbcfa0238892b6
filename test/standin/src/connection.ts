import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

export type Params = Record<string, unknown>
type Waiting = { resolve: (value: Params) => void; reject: (error: Error) => void; method: string }

/** One session of the DevTools protocol: the browser's own (id '') or that of one target. Emits the protocol's events. */
export class Session extends EventEmitter {
  readonly id: string
  private readonly connection: Connection

  constructor(connection: Connection, id: string) {
    super()
    this.setMaxListeners(0)
    this.connection = connection
    this.id = id
  }

  /** Sends a command and gives its result. Rejects when the protocol answers with an error or the target goes away. */
  send(method: string, params: Params = {}): Promise<Params> {
    return this.connection.send(this.id, method, params)
  }

  /** Sends a command whose failure does not matter, such as one to a target that may be closing. */
  post(method: string, params: Params = {}): void {
    this.send(method, params).catch(() => {})
  }
}

/** The DevTools protocol over Chromium's pipe: messages of JSON that end in a NUL byte. Emits 'close' when the pipe ends. */
export class Connection extends EventEmitter {
  readonly browser: Session
  private readonly sessions = new Map<string, Session>()
  private readonly waiting = new Map<number, Waiting & { sessionId: string }>()
  private readonly output: Writable
  private lastId = 0
  private rest: Buffer[] = []
  private closed = false

  constructor(output: Writable, input: Readable) {
    super()
    this.output = output
    this.browser = this.session('')
    input.on('data', (chunk: Buffer) => this.receive(chunk))
    input.on('close', () => this.end())
    input.on('error', () => this.end())
    output.on('error', () => this.end())
  }

  session(id: string): Session {
    let session = this.sessions.get(id)
    if (!session) {
      session = new Session(this, id)
      this.sessions.set(id, session)
    }
    return session
  }

  /** Forgets a detached session; what waits on it fails. */
  drop(id: string): void {
    this.sessions.delete(id)
    for (const [key, waiting] of this.waiting)
      if (waiting.sessionId === id) {
        this.waiting.delete(key)
        waiting.reject(new Error(`${waiting.method}: the target is closed`))
      }
  }

  send(sessionId: string, method: string, params: Params): Promise<Params> {
    if (this.closed) return Promise.reject(new Error(`${method}: Chromium is gone`))
    const id = ++this.lastId
    const message = sessionId === '' ? { id, method, params } : { id, method, params, sessionId }
    this.output.write(`${JSON.stringify(message)}\0`)
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject, method, sessionId }))
  }

  private receive(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0, start); end !== -1; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...this.rest, chunk.subarray(start, end)]).toString('utf8')
      this.rest = []
      start = end + 1
      this.dispatch(JSON.parse(text))
    }
    if (start < chunk.length) this.rest.push(chunk.subarray(start))
  }

  private dispatch(message: {
    id?: number
    method?: string
    params?: Params
    result?: Params
    error?: { message: string }
    sessionId?: string
  }): void {
    if (message.id !== undefined) {
      const waiting = this.waiting.get(message.id)
      this.waiting.delete(message.id)
      if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
      else waiting?.resolve(message.result ?? {})
      return
    }
    if (message.method) this.sessions.get(message.sessionId ?? '')?.emit(message.method, message.params ?? {})
  }

  private end(): void {
    if (this.closed) return
    this.closed = true
    for (const waiting of this.waiting.values()) waiting.reject(new Error(`${waiting.method}: Chromium is gone`))
    this.waiting.clear()
    this.emit('close')
  }
}
