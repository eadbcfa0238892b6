import type { Access } from './call.ts'
import type { Contract, OutputOf, ParsedInputOf } from './index.ts'
import type { Feature } from './names.ts'

type AccessOf<F extends Feature, C extends keyof Contract[F]> = Contract[F][C] extends {
  readonly access: infer A extends Access
}
  ? A
  : never

/**
 * The handlers of a feature: one for each of its calls, no more and no less. A public call's handler receives whoever
 * calls, the others a caller that the router has found signed in.
 */
export type HandlersOf<F extends Feature, Caller, SignedInCaller> = {
  readonly [C in keyof Contract[F]]: (
    input: ParsedInputOf<F, C>,
    caller: 'public' extends AccessOf<F, C> ? Caller : SignedInCaller,
  ) => Promise<OutputOf<F, C>>
}
