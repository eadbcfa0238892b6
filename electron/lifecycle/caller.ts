import type { HandlersOf } from '../contract/handlers.ts'
import type { Feature } from '../contract/names.ts'
import type { SignedIn } from './signed-in.ts'

/** Who makes a public call: a window, signed in or not. */
export interface Caller {
  readonly windowId: number
}

/** Who makes any other call: the person whom the router found signed in there. */
export interface SignedInCaller extends Caller {
  readonly signedIn: SignedIn
}

/** The handlers of one feature, as the router wants them. */
export type FeatureHandlers<F extends Feature> = HandlersOf<F, Caller, SignedInCaller>
