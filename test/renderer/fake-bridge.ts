import type { Reply } from '../../electron/contract/errors.ts'
import type { Bridge, Contract, InputOf, OutputOf, PayloadOf } from '../../electron/contract/index.ts'
import { callNames, type EventName, type Feature } from '../../electron/contract/names.ts'

type AnyCall = (input: unknown) => unknown
type CallName<F extends Feature> = keyof Contract[F] & string

const answers = new Map<string, AnyCall>()
const calls: { readonly name: string; readonly input: unknown }[] = []
const listeners = new Map<EventName, Set<(payload: never) => void>>()

async function answer(name: string, input: unknown): Promise<Reply<unknown>> {
  calls.push({ name, input })
  const give = answers.get(name)
  if (give === undefined) throw new Error(`No answer is prepared for ${name}.`)
  const value = await give(input)
  if (isReply(value)) return value
  return { ok: true, value }
}

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean'

const features = Object.fromEntries(
  Object.entries(callNames).map(([feature, names]) => [
    feature,
    Object.fromEntries(names.map((name) => [name, (input: unknown) => answer(`${feature}.${name}`, input)])),
  ]),
)

function on<E extends EventName>(event: E, listener: (payload: PayloadOf<E>) => void): () => void {
  const heard = listeners.get(event) ?? new Set()
  listeners.set(event, heard)
  heard.add(listener as (payload: never) => void)
  return () => void heard.delete(listener as (payload: never) => void)
}

/** The main process as components see it, without one: every call's answer is prepared, every event is sent by hand. */
export const fakeBridge = {
  bridge: { ...features, on } as unknown as Bridge,

  /** Prepares a call's answer: a value, a whole reply (to fail), or a function of the input that gives either. */
  answer<F extends Feature, C extends CallName<F>>(
    feature: F,
    name: C,
    give: (
      input: InputOf<F, C>,
    ) => OutputOf<F, C> | Reply<OutputOf<F, C>> | Promise<OutputOf<F, C> | Reply<OutputOf<F, C>>>,
  ): void {
    answers.set(`${feature}.${name}`, give as AnyCall)
  },

  /** The inputs with which a call was made, the oldest first. */
  inputs<F extends Feature, C extends CallName<F>>(feature: F, name: C): InputOf<F, C>[] {
    return calls.filter((call) => call.name === `${feature}.${name}`).map((call) => call.input as InputOf<F, C>)
  },

  /** Pushes an event, as the main process would. */
  emit<E extends EventName>(event: E, payload: PayloadOf<E>): void {
    for (const listener of [...(listeners.get(event) ?? [])]) (listener as (payload: PayloadOf<E>) => void)(payload)
  },

  /** Forgets everything prepared and heard. Listeners stay: their components take them away. */
  reset(): void {
    answers.clear()
    calls.length = 0
    answers.set('application.ready', () => ({}))
    answers.set('application.answer', () => ({}))
    answers.set('application.showing', () => ({}))
  },
}

fakeBridge.reset()
