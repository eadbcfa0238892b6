import type { Codec } from '../clone.ts'

/** One end of the crossing between the main world and the preload's world. */
export type Bridge = {
  /** Puts a value on the other world's window, frozen. Throws when the name is taken. */
  expose(name: string, value: unknown): void
  /** Hands a value to the other world's script without putting it on its window. */
  lend(value: unknown): void
  /** What the other world has lent. */
  lent(): unknown
}

/**
 * Crosses two worlds of one page by synchronous DOM events with secret names, set up before any page script runs. Values are
 * copied; functions and promises become stand-ins for each other. The text of this function is put into pages.
 */
export function createBridge(codec: Codec, send: string, receive: string): Bridge {
  type Message = { kind: string; id?: number; ok?: boolean; text?: string; name?: string }
  const target = window
  const dispatch = EventTarget.prototype.dispatchEvent.bind(target)
  const Custom = CustomEvent
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as () => string
  const { parse, stringify } = JSON
  const { defineProperty, freeze, isFrozen, getOwnPropertyNames, getPrototypeOf, hasOwn } = Object
  const objectPrototype = Object.prototype
  const arrayPrototype = Array.prototype
  const { apply } = Reflect
  const PromiseHere = Promise
  const then = Promise.prototype.then

  /** A map whose methods the page cannot change. */
  const keptMap = <K extends WeakKey | number, V>(map: Map<K, V> | WeakMap<K & WeakKey, V>) => {
    const { get, set, delete: remove } = map
    return {
      get: (key: K) => apply(get, map, [key as never]) as V | undefined,
      set: (key: K, value: V) => apply(set, map, [key as never, value as never]),
      delete: (key: K) => apply(remove, map, [key as never]),
    }
  }
  type Waiter = { resolve: (value: unknown) => void; reject: (error: unknown) => void }
  const own = keptMap(new Map<number, (...args: unknown[]) => unknown>())
  const ownIds = keptMap<object, number>(new WeakMap<object, number>())
  const foreignFunctions = keptMap<object, number>(new WeakMap<object, number>())
  const waiting = keptMap(new Map<number, Waiter>())
  let lastId = 0
  let answer: Message | undefined
  let borrowed: unknown

  const post = (message: Message): void => {
    dispatch(new Custom(send, { detail: stringify(message) }))
  }

  const pack = (value: unknown): string =>
    codec.encode(value, (item) => {
      if (typeof item === 'function') {
        const back = foreignFunctions.get(item)
        if (back !== undefined) return { back }
        let id = ownIds.get(item)
        if (id === undefined) {
          id = ++lastId
          ownIds.set(item, id)
          own.set(id, item as (...args: unknown[]) => unknown)
        }
        return { call: id }
      }
      if (item instanceof PromiseHere) {
        const id = ++lastId
        apply(then, item, [
          (settled: unknown) => settle(id, true, settled),
          (reason: unknown) => settle(id, false, reason),
        ])
        return { promise: id }
      }
      return undefined
    })

  const settle = (id: number, ok: boolean, value: unknown): void => {
    try {
      post({ kind: 'settle', id, ok, text: pack(value) })
    } catch (error) {
      post({ kind: 'settle', id, ok: false, text: pack(error) })
    }
  }

  const unpack = (text: string): unknown =>
    codec.decode(text, (token) => {
      const { back, call, promise } = token as { back?: number; call?: number; promise?: number }
      if (back !== undefined) return own.get(back)
      if (promise !== undefined) return new PromiseHere((resolve, reject) => waiting.set(promise, { resolve, reject }))
      const stub = (...args: unknown[]): unknown => callOther(call as number, args)
      foreignFunctions.set(stub, call as number)
      return stub
    })

  const callOther = (id: number, args: unknown[]): unknown => {
    const text = pack(args)
    answer = undefined
    post({ kind: 'call', id, text })
    const reply = answer as Message | undefined
    answer = undefined
    if (!reply) throw new Error('Cannot call a function of a world that is gone')
    const value = unpack(reply.text as string)
    if (reply.ok) return value
    throw value
  }

  const freezeDeep = (value: unknown): unknown => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || isFrozen(value)) return value
    const prototype = getPrototypeOf(value)
    if (typeof value === 'object' && prototype !== objectPrototype && prototype !== arrayPrototype) return value
    freeze(value)
    const names = getOwnPropertyNames(value)
    for (let index = 0; index < names.length; index++)
      freezeDeep((value as Record<string, unknown>)[names[index] as string])
    return value
  }

  const answerCall = (message: Message): Message => {
    try {
      const called = own.get(message.id as number)
      const result = apply(called as () => unknown, undefined, unpack(message.text as string) as unknown[])
      return { kind: 'answer', ok: true, text: pack(result) }
    } catch (error) {
      try {
        return { kind: 'answer', ok: false, text: pack(error) }
      } catch {
        return { kind: 'answer', ok: false, text: pack(new Error(String(error))) }
      }
    }
  }

  const put = (message: Message): Message => {
    const name = message.name as string
    if (hasOwn(target, name))
      return {
        kind: 'answer',
        ok: false,
        text: pack(new Error('Cannot bind an API on top of an existing property on the window object')),
      }
    const value = freezeDeep(unpack(message.text as string))
    defineProperty(target, name, { value, enumerable: true, writable: false, configurable: false })
    return { kind: 'answer', ok: true, text: pack(undefined) }
  }

  target.addEventListener(
    receive,
    (event) => {
      const message = parse(apply(detailOf, event, [])) as Message
      if (message.kind === 'answer') answer = message
      else if (message.kind === 'call') post(answerCall(message))
      else if (message.kind === 'expose') post(put(message))
      else if (message.kind === 'lend') borrowed = unpack(message.text as string)
      else if (message.kind === 'settle') {
        const waiter = waiting.get(message.id as number)
        waiting.delete(message.id as number)
        const value = unpack(message.text as string)
        if (message.ok) waiter?.resolve(value)
        else waiter?.reject(value)
      }
    },
    true,
  )

  return {
    lend: (value) => post({ kind: 'lend', text: pack(value) }),
    lent: () => borrowed,
    expose(name, value) {
      answer = undefined
      post({ kind: 'expose', name, text: pack(value) })
      const reply = answer as Message | undefined
      answer = undefined
      if (reply && !reply.ok) throw unpack(reply.text as string)
    },
  }
}
