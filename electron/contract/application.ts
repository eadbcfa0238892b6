import { call } from './call.ts'
import { nothing } from './fields.ts'
import { notice } from './notice.ts'
import { recoveryProblem } from './recovery.ts'
import { screen } from './screens.ts'
import { lockedSession, sessionView } from './session-view.ts'
import { z } from './zod.ts'

/** What a window shows first. Asked again after every reload, so a crashed page comes back to its session. */
export const startState = z.strictObject({
  version: z.string(),
  /** Node's name of the system: `linux`, `darwin`, `win32`. */
  platform: z.string(),
  company: z.string().nullable(),
  /** Shortest password that the company's policy allows, in code points. */
  minimumPasswordLength: z.number().int(),
  /** Problems of this computer that a person must know, in words (a broken settings file that was set aside). */
  problems: z.array(z.string()),
  show: z.discriminatedUnion('screen', [
    z.strictObject({ screen: z.literal('set-up') }),
    z.strictObject({ screen: z.literal('recovery'), problem: recoveryProblem }),
    z.strictObject({ screen: z.literal('login'), notice: notice.nullable(), destination: screen.nullable() }),
    z.strictObject({
      screen: z.literal('signed-in'),
      session: sessionView,
      notice: notice.nullable(),
      destination: screen.nullable(),
    }),
    z.strictObject({
      screen: z.literal('locked'),
      session: sessionView,
      lock: lockedSession,
      destination: screen.nullable(),
    }),
  ]),
})

export type StartState = z.infer<typeof startState>

/** What a menu item asks of the window in focus. */
export const commands = ['lock', 'log-out', 'find', 'save', 'go-to', 'shortcuts'] as const

export type Command = (typeof commands)[number]

export const applicationCalls = {
  start: call({ access: 'public', input: nothing, output: startState }),
  /** The first screen is painted: the window may be shown, and tests may begin. */
  ready: call({ access: 'public', input: nothing, output: nothing }),
  /** Which screen a signed-in person sees, so that a kept session comes back to it. */
  showing: call({ access: 'public', input: z.strictObject({ screen }), output: nothing }),
  /** The window's answer to `application.closing` and `application.settleUnsavedWork`. */
  answer: call({
    access: 'public',
    input: z.strictObject({
      requestId: z.number().int(),
      answer: z.enum(['clean', 'dirty', 'dirty-with-draft', 'settled', 'not-settled']),
    }),
    output: nothing,
  }),
  /** Puts text on the clipboard; a secret is cleared after 60 s if it is still there. */
  copy: call({
    access: 'public',
    input: z.strictObject({ text: z.string().min(1).max(2000), secret: z.boolean() }),
    output: nothing,
  }),
  /** Prints what the window shows, by its print style sheet. */
  print: call({ access: 'public', input: nothing, output: z.strictObject({ printed: z.boolean() }) }),
} as const

export const applicationEvents = {
  /** The Go menu. `notice` and a login screen when nobody is signed in. */
  'application.openScreen': z.strictObject({ screen, notice: notice.nullable() }),
  'application.command': z.strictObject({ command: z.enum(commands) }),
  /** The window is about to close: is there unsaved work? */
  'application.closing': z.strictObject({ requestId: z.number().int() }),
  /** What the person chose in the main process's dialog: keep what was typed as a draft, or throw it away. */
  'application.settleUnsavedWork': z.strictObject({
    requestId: z.number().int(),
    choice: z.enum(['save-draft', 'discard']),
  }),
  /** The data cannot be used any more: the recovery screen stands over whatever is shown. */
  'application.problem': z.strictObject({ problem: recoveryProblem }),
} as const
