/** Writes and reads values as text: what structured clone allows, plus what the bridge between two worlds adds. */
export type Codec = {
  /** Throws when the value holds something that cannot be cloned; `foreign` may turn such a thing into a JSON value. */
  encode(value: unknown, foreign?: (value: unknown) => unknown): string
  decode(text: string, foreign?: (token: unknown) => unknown): unknown
}

/**
 * Makes a codec. Its text is also put into pages, so it refers to nothing outside itself; and as a page may change its built-in
 * objects afterwards, it keeps those it needs and walks lists by index.
 */
export function createCodec(): Codec {
  type Node = unknown
  const CANNOT = 'An object could not be cloned.'
  const { stringify, parse } = JSON
  const { apply, construct } = Reflect
  const { keys, getPrototypeOf, defineProperty, is, prototype: objectPrototype } = Object
  const { isArray } = Array
  const { isFinite: finite, isNaN: notANumber } = Number
  const { slice } = String.prototype
  const { toString: describe } = objectPrototype
  const [MapHere, SetHere, DateHere, RegExpHere, ErrorHere] = [Map, Set, Date, RegExp, Error]
  const [NumberHere, StringHere, BooleanHere, BigIntHere, ObjectHere] = [Number, String, Boolean, BigInt, Object]
  const [BufferHere, BytesHere] = [ArrayBuffer, Uint8Array]
  const { isView } = ArrayBuffer
  const { get: mapGet, set: mapSet, forEach: mapEach } = Map.prototype
  const { add: setAdd, forEach: setEach } = Set.prototype
  const { getTime } = Date.prototype
  const views: Record<string, unknown> = {
    DataView,
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  }
  const errors: Record<string, ErrorConstructor> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  }
  const ownToBase64 = (Uint8Array.prototype as { toBase64?: () => string }).toBase64
  const ownFromBase64 = (Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array }).fromBase64
  const toBase64 = (bytes: Uint8Array): string =>
    ownToBase64
      ? apply(ownToBase64, bytes, [])
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  const fromBase64 = (text: string): Uint8Array =>
    ownFromBase64 ? apply(ownFromBase64, BytesHere, [text]) : BytesHere.from(Buffer.from(text, 'base64'))
  const tagOf = (value: object): string => apply(slice, apply(describe, value, []), [8, -1])
  const put = (list: unknown[], value: unknown): void => {
    defineProperty(list, list.length, { value, writable: true, enumerable: true, configurable: true })
  }

  function encode(value: unknown, foreign?: (value: unknown) => unknown): string {
    const table: Node[] = []
    const seen = new MapHere<object, number>()

    function members(object: object): Node[] {
      const names = keys(object)
      const list: Node[] = []
      for (let index = 0; index < names.length; index++) {
        const name = names[index] as string
        const item = (object as Record<string, unknown>)[name]
        if (!foreign || typeof item !== 'symbol') put(list, [name, visit(item)])
      }
      return list
    }

    function entry(object: object): Node {
      const tag = tagOf(object)
      if (isArray(object)) return ['a', object.length, members(object)]
      if (object instanceof DateHere) {
        const time = apply(getTime, object, []) as number
        return ['d', notANumber(time) ? null : time]
      }
      if (object instanceof RegExpHere) return ['x', object.source, object.flags]
      if (object instanceof MapHere || object instanceof SetHere) {
        const list: Node[] = []
        const isMap = object instanceof MapHere
        const each = (item: unknown, key: unknown) => put(list, isMap ? [visit(key), visit(item)] : visit(item))
        apply(isMap ? mapEach : setEach, object, [each])
        return [isMap ? 'm' : 's', list]
      }
      if (object instanceof BufferHere) return ['ab', toBase64(new BytesHere(object))]
      if (isView(object)) {
        const length = 'length' in object ? (object as Uint8Array).length : object.byteLength
        return ['v', tag, visit(object.buffer), object.byteOffset, length]
      }
      if (object instanceof ErrorHere || tag === 'Error') {
        const { name, message, stack, cause } = object as Error
        return ['e', `${name}`, `${message}`, stack ?? null, visit(cause)]
      }
      if (object instanceof NumberHere || object instanceof StringHere || object instanceof BooleanHere)
        return ['p', visit(object.valueOf())]
      // What crosses a bridge may be an instance of any class, which is copied as a plain object; a host object may not.
      const prototype = getPrototypeOf(object)
      if (prototype !== null && prototype !== objectPrototype && (!foreign || tag !== 'Object'))
        throw new ErrorHere(CANNOT)
      return ['o', members(object)]
    }

    function visit(item: unknown): Node {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item
      if (item === undefined) return ['u']
      if (typeof item === 'number') {
        if (is(item, -0)) return ['n', '-0']
        return finite(item) ? item : ['n', `${item}`]
      }
      if (typeof item === 'bigint') return ['b', `${item}`]
      const token = foreign?.(item)
      if (token !== undefined) return ['f', token]
      if (typeof item !== 'object') throw new ErrorHere(CANNOT)
      const known = apply(mapGet, seen, [item]) as number | undefined
      if (known !== undefined) return ['r', known]
      const index = table.length
      apply(mapSet, seen, [item, index])
      put(table, null)
      table[index] = entry(item)
      return ['r', index]
    }

    const root = visit(value)
    return stringify([root, table])
  }

  function decode(text: string, foreign?: (token: unknown) => unknown): unknown {
    const parsed = parse(text) as [Node, Node[][]]
    const table = parsed[1]
    const made = new MapHere<number, unknown>()

    function visit(node: Node): unknown {
      if (!isArray(node)) return node
      const tag = node[0]
      const detail = node[1]
      if (tag === 'u') return undefined
      if (tag === 'n') return NumberHere(detail)
      if (tag === 'b') return BigIntHere(detail)
      if (tag === 'f') return foreign?.(detail)
      return build(detail)
    }

    function keep<T>(index: number, value: T): T {
      apply(mapSet, made, [index, value])
      return value
    }

    function fill(object: object, pairs: Node[]): void {
      for (let index = 0; index < pairs.length; index++) {
        const pair = pairs[index] as [string, Node]
        const value = visit(pair[1])
        defineProperty(object, pair[0], { value, writable: true, enumerable: true, configurable: true })
      }
    }

    function build(index: number): unknown {
      const known = apply(mapGet, made, [index]) as unknown
      if (known !== undefined) return known
      const node = table[index] as unknown[]
      const tag = node[0]
      const list = node[1] as Node[]
      if (tag === 'a') {
        const array = keep<unknown[]>(index, [])
        array.length = node[1] as number
        fill(array, node[2] as Node[])
        return array
      }
      if (tag === 'o') {
        const object = keep(index, {})
        fill(object, list)
        return object
      }
      if (tag === 'd') return keep(index, new DateHere(node[1] === null ? Number.NaN : (node[1] as number)))
      if (tag === 'x') return keep(index, new RegExpHere(node[1] as string, node[2] as string))
      if (tag === 'm') {
        const map = keep(index, new MapHere())
        for (let at = 0; at < list.length; at++) {
          const pair = list[at] as [Node, Node]
          apply(mapSet, map, [visit(pair[0]), visit(pair[1])])
        }
        return map
      }
      if (tag === 's') {
        const set = keep(index, new SetHere())
        for (let at = 0; at < list.length; at++) apply(setAdd, set, [visit(list[at])])
        return set
      }
      if (tag === 'ab') return keep(index, fromBase64(node[1] as string).buffer)
      if (tag === 'v')
        return keep(index, construct(views[node[1] as string] as never, [visit(node[2]), node[3], node[4]]))
      if (tag === 'e') {
        const error = keep(index, new (errors[node[1] as string] ?? ErrorHere)(node[2] as string))
        if (node[3] !== null) error.stack = node[3] as string
        const cause = visit(node[4])
        if (cause !== undefined) error.cause = cause
        return error
      }
      return keep(index, ObjectHere(visit(node[1])))
    }
    return visit(parsed[0])
  }

  return { encode, decode }
}

const codec = createCodec()

/** Arguments for IPC as text, by structured clone. Throws Electron's own words for what cannot be cloned. */
export function encodeForPage(value: unknown): string {
  let copy: unknown
  try {
    copy = structuredClone(value)
  } catch {
    throw new Error('An object could not be cloned.')
  }
  return codec.encode(copy)
}

/** What a page sent, as a value. */
export function decodeFromPage(text: string): unknown {
  return codec.decode(text)
}
