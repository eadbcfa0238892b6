/** Members that engines, inspectors and test runners read from any object; reading them must not throw. */
const HARMLESS = new Set([
  'then',
  'toJSON',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  '$$typeof',
  'hasAttribute',
  'inspect',
  'default',
  'prototype',
  'length',
  'caller',
  'arguments',
])

/** The one error for what the stand-in lacks. */
export function notInTheStandIn(what: string): Error {
  return new Error(`not in the stand-in: ${what}`)
}

/** Throws the refusal; usable where an expression is wanted. */
export function refuse(what: string): never {
  throw notInTheStandIn(what)
}

/** Wraps an object so that reading a member it lacks throws instead of giving undefined. */
export function strict<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, property, receiver) {
      if (typeof property === 'symbol' || property in object) return Reflect.get(object, property, receiver)
      if (HARMLESS.has(property) || property.startsWith('_')) return undefined
      return refuse(`${name}.${property}`)
    },
  })
}

/** A module or class of Electron that the stand-in lacks altogether: any use of it throws. */
export function absent(name: string): object {
  return new Proxy(
    class {
      constructor() {
        refuse(name)
      }
    },
    {
      get(object, property, receiver) {
        // A proxy must give a function's prototype as it is.
        if (property === 'prototype') return Reflect.get(object, property, receiver)
        if (typeof property === 'symbol' || HARMLESS.has(property) || property.startsWith('_')) return undefined
        return refuse(`${name}.${property}`)
      },
      apply() {
        return refuse(name)
      },
    },
  )
}

/** Presents an object of the stand-in under Electron's own, larger type; members it lacks throw when read. */
export function asElectron<T>(value: unknown): T {
  return value as T
}
