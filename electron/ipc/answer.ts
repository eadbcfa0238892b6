import { serialize } from 'node:v8'
import type { Access, Call } from '../contract/call.ts'
import { type CallError, Refusal, type Reply } from '../contract/errors.ts'
import { contract } from '../contract/index.ts'
import type { Feature } from '../contract/names.ts'
import { hasRole } from '../contract/roles.ts'
import type { Log } from '../environment/log.ts'
import type { FeatureHandlers } from '../lifecycle/caller.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { loginRequired, notAllowed } from '../lifecycle/notices.ts'
import type { SignedIn } from '../lifecycle/signed-in.ts'
import { SessionInterruptedError } from '../session/index.ts'
import { expectedFailure } from './failure.ts'
import { type Noting, outcomeOf } from './noting.ts'
import type { Sender, SenderCheck } from './sender.ts'

/** The handlers of every feature. A missing or a superfluous one does not compile. */
export type AllHandlers = { readonly [F in Feature]: FeatureHandlers<F> }

/** The features that work without an open company: their handlers are always there. */
export type AlwaysFeature = 'application' | 'recovery' | 'setup'

/** What exists only while the company's database is open. */
export interface OpenCompany {
  readonly handlers: Omit<AllHandlers, AlwaysFeature>
  readonly lifecycle: Pick<Lifecycle, 'find' | 'save'>
  readonly noting: Noting
}

export interface AnswerParts {
  readonly senderCheck: SenderCheck
  /** The window's id of a web contents that the window factory made, else null. */
  readonly windowIdOf: (webContentsId: number) => number | null
  readonly always: Pick<AllHandlers, AlwaysFeature>
  /** The open company, or null on set-up and recovery screens. */
  readonly company: () => OpenCompany | null
  readonly log: Log
  /** A short random name by which a person can quote a defect. */
  readonly incidentId: () => string
  /**
   * Saves a session after each call that did not fail, not only after one that modified it, as Django's
   * `SESSION_SAVE_EVERY_REQUEST` does. For expiries that count from the last save; the lifecycle's own do not.
   */
  readonly saveEveryCall?: boolean
}

/** Largest input of a call, in bytes after structured clone. Files never cross. */
export const largestInput = 256 * 1024

type AnyHandler = (input: unknown, caller: { windowId: number; signedIn?: SignedIn }) => Promise<unknown>

/** Answers one call; never throws. */
export type Answer = (feature: Feature, name: string, sender: Sender, input: unknown) => Promise<Reply<unknown>>

/** Makes the one door through which every call comes: sender, session, role, input, handler, save, reply. */
export function createAnswer(parts: AnswerParts): Answer {
  async function signedInFor(
    { access, recentPassword }: Call & { readonly access: Exclude<Access, 'public'> },
    windowId: number,
    company: OpenCompany,
    channel: string,
  ): Promise<SignedIn> {
    const found = await company.lifecycle.find(windowId)
    if (found.kind === 'none' || found.kind === 'ended') {
      const notice = found.kind === 'ended' ? found.notice : loginRequired()
      throw new Refusal('UNAUTHENTICATED', notice.detail, { notice })
    }
    const { signedIn } = found
    if (access === 'locked') return signedIn
    if (found.kind === 'locked') throw new Refusal('LOCKED', 'This session is locked. Unlock it first.')
    if (access === 'choosing-password') return signedIn
    if (signedIn.mustChoosePassword) {
      throw new Refusal('PASSWORD_CHANGE_REQUIRED', 'Choose a new password first.')
    }
    if (access !== 'signed-in' && !hasRole(signedIn.role, access)) {
      const notice = notAllowed()
      await note(company, signedIn, channel, 'denied')
      throw new Refusal('FORBIDDEN', notice.detail, { notice })
    }
    if (recentPassword && !signedIn.hasRecentPassword) {
      throw new Refusal('REAUTH_REQUIRED', 'Give your password again to do this.')
    }
    return signedIn
  }

  /**
   * Saves what a call modified. What the handler did is committed already: if the session ended meanwhile, the answer still tells of it: it may hold what
   * can be shown only once. The next call learns of the end.
   */
  async function saveSession(company: OpenCompany, signedIn: SignedIn, channel: string): Promise<void> {
    const { session } = signedIn
    if (session.isEmpty || !(session.modified || parts.saveEveryCall)) return
    try {
      await company.lifecycle.save(signedIn)
    } catch (error) {
      if (!(error instanceof SessionInterruptedError)) throw error
      parts.log.warn('the session ended while a call was under way', { channel })
    }
  }

  async function perform(feature: Feature, name: string, sender: Sender, input: unknown): Promise<unknown> {
    const windowId = parts.senderCheck(sender, parts.windowIdOf)
    if (windowId === null) throw new Refusal('FORBIDDEN', 'This page may not speak to Staffdesk.')
    const company = parts.company()
    const handlers = feature in parts.always ? parts.always : company?.handlers
    if (handlers === undefined) throw noCompany()
    const declaration = callOf(feature, name)
    const { access } = declaration
    const channel = `${feature}.${name}`
    const signedIn =
      access === 'public'
        ? undefined
        : await signedInFor({ ...declaration, access }, windowId, needOpen(company), channel)
    const handler = handlerOf(handlers, feature, name)
    const parsed = parseInput(declaration, input)
    try {
      const value = await handler(parsed, signedIn ? { windowId, signedIn } : { windowId })
      if (signedIn && company) await saveSession(company, signedIn, channel)
      return value
    } catch (thrown) {
      const outcome = outcomeOf(thrown, declaration)
      if (signedIn && company && outcome !== null) await note(company, signedIn, channel, outcome)
      throw thrown
    }
  }

  /** What cannot be noted is no reason to answer otherwise: the log tells of it. */
  async function note(
    company: OpenCompany,
    signedIn: SignedIn,
    channel: string,
    outcome: NonNullable<ReturnType<typeof outcomeOf>>,
  ): Promise<void> {
    try {
      await company.noting(signedIn, channel, outcome)
    } catch (error) {
      parts.log.error(`${channel} was ${outcome}, which could not be noted`, error)
    }
  }

  function failure(channel: string, thrown: unknown): CallError {
    const expected = expectedFailure(thrown)
    if (expected) {
      if (expected.code === 'FORBIDDEN') parts.log.warn('denied', { channel })
      if (!(thrown instanceof Refusal)) parts.log.error(`${channel} failed`, thrown)
      return expected
    }
    const incident = parts.incidentId()
    parts.log.error(`incident ${incident} in ${channel}`, thrown)
    return {
      code: 'INTERNAL',
      message: `Something went wrong in Staffdesk. Try again; if it happens again, tell your IT people the number ${incident}.`,
    }
  }

  return async (feature, name, sender, input) => {
    try {
      return { ok: true, value: await perform(feature, name, sender, input) }
    } catch (thrown) {
      return { ok: false, error: failure(`${feature}.${name}`, thrown) }
    }
  }
}

function needOpen(company: OpenCompany | null): OpenCompany {
  if (company) return company
  throw noCompany()
}

const noCompany = () => new Refusal('DATABASE_UNAVAILABLE', 'Staffdesk has no open company data.')

function callOf(feature: Feature, name: string): Call {
  const calls: Readonly<Record<string, Call>> = contract[feature]
  const declaration = calls[name]
  if (!declaration) throw new Error(`no call ${feature}.${name} in the contract`)
  return declaration
}

/** The compiler has held the handlers against the contract; here only the key is dynamic. */
function handlerOf(handlers: Partial<AllHandlers>, feature: Feature, name: string): AnyHandler {
  const handler = (handlers[feature] as Readonly<Record<string, AnyHandler>> | undefined)?.[name]
  if (!handler) throw new Error(`no handler for ${feature}.${name}`)
  return handler
}

function parseInput(declaration: Call, input: unknown): unknown {
  if (serialize(input).byteLength > largestInput) throw new Refusal('INVALID_INPUT', 'That is too much at once.')
  const parsed = declaration.input.safeParse(input)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.')] ??= issue.message
  throw new Refusal('INVALID_INPUT', 'Some of what was entered cannot be used. See the marked fields.', { fields })
}
