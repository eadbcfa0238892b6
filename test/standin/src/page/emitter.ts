export type Listener = (...args: unknown[]) => unknown

/** What the page side uses of Node's emitter. */
export type Emitter = {
  on(name: unknown, listener: Listener): Emitter
  off(name: unknown, listener: Listener): Emitter
  emit(name: unknown, ...args: unknown[]): boolean
}
export type EmitterClass = new () => Emitter

/** Makes the `events` module of a sandboxed preload. Its text is put into pages, so it refers to nothing outside itself. */
export function createEmitterClass(): EmitterClass {
  class EventEmitter {
    listenersOf = new Map<unknown, { listener: Listener; once: boolean }[]>()
    on(name: unknown, listener: Listener): this {
      if (typeof listener !== 'function')
        throw new TypeError(`The "listener" argument must be of type function. Received ${typeof listener}`)
      this.listenersOf.set(name, [...(this.listenersOf.get(name) ?? []), { listener, once: false }])
      return this
    }
    addListener(name: unknown, listener: Listener): this {
      return this.on(name, listener)
    }
    once(name: unknown, listener: Listener): this {
      this.listenersOf.set(name, [...(this.listenersOf.get(name) ?? []), { listener, once: true }])
      return this
    }
    removeListener(name: unknown, listener: Listener): this {
      const rest = [...(this.listenersOf.get(name) ?? [])]
      const index = rest.findLastIndex((item) => item.listener === listener)
      if (index !== -1) rest.splice(index, 1)
      this.listenersOf.set(name, rest)
      return this
    }
    off(name: unknown, listener: Listener): this {
      return this.removeListener(name, listener)
    }
    removeAllListeners(name?: unknown): this {
      if (name === undefined) this.listenersOf.clear()
      else this.listenersOf.delete(name)
      return this
    }
    setMaxListeners(): this {
      return this
    }
    listenerCount(name: unknown): number {
      return this.listenersOf.get(name)?.length ?? 0
    }
    listeners(name: unknown): Listener[] {
      return (this.listenersOf.get(name) ?? []).map((item) => item.listener)
    }
    eventNames(): unknown[] {
      return [...this.listenersOf.keys()].filter((name) => this.listenerCount(name) > 0)
    }
    emit(name: unknown, ...args: unknown[]): boolean {
      const all = this.listenersOf.get(name) ?? []
      for (const item of all) {
        if (item.once) this.removeListener(name, item.listener)
        Reflect.apply(item.listener, this, args)
      }
      return all.length > 0
    }
  }
  return EventEmitter
}
