import { describe } from 'vitest'
import type { SessionEngineKind } from '../../electron/session/index.ts'
import { describeConcurrency } from './support/concurrency.ts'
import type { EngineUnderTest } from './support/engine.ts'
import { exceptionsOf, needing } from './support/exceptions.ts'
import { describeExpiry } from './support/expiry.ts'
import { describeProperties } from './support/properties.ts'
import { describeStorage } from './support/storage.ts'

/**
 * The semantics that every session engine shares, but for what this kind cannot do by its nature.
 * @param makeEngine fresh storage at each call
 * @param particular what is special about this one of its kind
 */
export function describeSessionEngine(
  kind: SessionEngineKind,
  makeEngine: () => Promise<EngineUnderTest>,
  particular = '',
): void {
  const exceptions = exceptionsOf[kind]
  describe(`session engine ${kind} ${particular}`.trim(), () => {
    describeProperties(makeEngine)
    describeExpiry(makeEngine, needing(exceptions))
    describeStorage(makeEngine, needing(exceptions))
    describeConcurrency(makeEngine, needing(exceptions))
  })
}
