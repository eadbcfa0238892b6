import type { CallError, Reply } from '../../electron/contract/errors.ts'
import type { Bridge } from '../../electron/contract/index.ts'
import { callNames, type Feature } from '../../electron/contract/names.ts'

declare global {
  interface Window {
    /** What the preload exposes. */
    readonly staffdesk: Bridge
  }
}

type AnyCall = (input: unknown) => Promise<Reply<unknown>>

/** Asks for the password once more; answers whether it was given. */
type AskForPassword = () => Promise<boolean>

let askForPassword: AskForPassword | null = null

/** Has the password asked for before a sensitive act goes on. Answers how to stop. */
export function onPasswordNeeded(ask: AskForPassword): () => void {
  askForPassword = ask
  return () => {
    if (askForPassword === ask) askForPassword = null
  }
}

/** Makes a call, once more where it needed the password first. */
async function make(call: AnyCall, input: unknown): Promise<Reply<unknown>> {
  const reply = await call(input)
  const needsPassword = !reply.ok && reply.error.code === 'REAUTH_REQUIRED'
  return needsPassword && (await askForPassword?.()) ? call(input) : reply
}

function withPassword(bridge: Bridge): Bridge {
  const features = Object.entries(callNames).map(([feature, names]) => {
    const calls = bridge[feature as Feature] as unknown as Readonly<Record<string, AnyCall>>
    return [
      feature,
      Object.fromEntries(names.map((name) => [name, (input: unknown) => make(callOf(calls, name), input)])),
    ]
  })
  return { ...Object.fromEntries(features), on: bridge.on }
}

function callOf(calls: Readonly<Record<string, AnyCall>>, name: string): AnyCall {
  const call = calls[name]
  if (call === undefined) throw new Error(`the preload lacks ${name}`)
  return call
}

/**
 * The main process, as this window reaches it. The only place that reads `window.staffdesk`. A call that needs the
 * password once more asks for it and then goes on.
 */
export const staffdesk: Bridge = withPassword(window.staffdesk)

/** A call that the main process answered with an error. */
export class CallFailure extends Error {
  readonly error: CallError

  constructor(error: CallError) {
    super(error.message)
    this.name = 'CallFailure'
    this.error = error
  }
}

type FailureListener = (error: CallError) => void

const listeners = new Set<FailureListener>()

/** Hears of every failed call, whoever made it. Answers how to stop. */
export function onCallFailure(listener: FailureListener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * The value that a call answers.
 * @throws CallFailure when the answer is an error
 */
export async function answerOf<Value>(reply: Promise<Reply<Value>>): Promise<Value> {
  const answer = await reply
  if (answer.ok) return answer.value
  for (const listener of listeners) listener(answer.error)
  throw new CallFailure(answer.error)
}
