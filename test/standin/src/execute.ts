import { createCodec } from './clone.ts'
import type { Params, Session } from './connection.ts'

const codec = createCodec()
const ENCODE = `function () {
  let copy
  try { copy = structuredClone(this.value) } catch { throw new Error('An object could not be cloned.') }
  return (${createCodec})().encode(copy)
}`

/** Runs code in one script context and gives a structured clone of its (awaited) value. Rejects with the page's error. */
export async function runInContext(
  session: Session,
  code: string,
  contextId: number | undefined,
  userGesture: boolean,
): Promise<unknown> {
  const where = contextId === undefined ? {} : { contextId }
  const options = { awaitPromise: true, userGesture, replMode: false, ...where }
  const evaluated = await session.send('Runtime.evaluate', { expression: code, ...options })
  if (evaluated.exceptionDetails) throw errorOf(evaluated.exceptionDetails as Params)
  const result = evaluated.result as Params
  if (result.objectId === undefined) return primitive(result)
  const boxed = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: 'function () { return { value: this } }',
    objectId: result.objectId,
  })
  const encoded = await session.send('Runtime.callFunctionOn', {
    functionDeclaration: ENCODE,
    objectId: (boxed.result as Params).objectId,
    returnByValue: true,
  })
  if (encoded.exceptionDetails) throw errorOf(encoded.exceptionDetails as Params)
  return codec.decode((encoded.result as { value: string }).value)
}

function primitive(result: Params): unknown {
  if (result.type === 'undefined') return undefined
  const special = result.unserializableValue as string | undefined
  if (special === undefined) return result.value
  return special.endsWith('n') ? BigInt(special.slice(0, -1)) : Number(special)
}

function errorOf(details: Params): unknown {
  const exception = details.exception as Params | undefined
  if (exception?.subtype !== 'error') return exception?.value ?? new Error(String(details.text))
  const description = String(exception.description)
  const [first = ''] = description.split('\n    at ')
  const match = /^(?:Uncaught )?(\w*Error): ([\s\S]*)$/.exec(first)
  const error = new Error(match?.[2] ?? first)
  error.name = match?.[1] ?? 'Error'
  error.stack = description
  return error
}
