import type { SessionEngineName } from '../contract/session-policy.ts'
import type { SessionEngine } from '../session/index.ts'

/** The engine that keeps session data at this moment; another one can take its place while the application runs. */
export interface EngineInUse extends SessionEngine {
  name(): SessionEngineName
  /**
   * Makes another engine ready.
   * @returns what puts it in the place of the present one, whose sessions have ended by then
   * @throws SessionConfigurationError
   */
  prepare(name: SessionEngineName): () => void
}

/** @param make makes the engine of that name; throws SessionConfigurationError */
export function createEngineInUse(
  make: (name: SessionEngineName) => SessionEngine,
  first: SessionEngineName,
): EngineInUse {
  let name = first
  let engine = make(first)
  return {
    name: () => name,
    prepare(next) {
      const prepared = make(next)
      return () => {
        name = next
        engine = prepared
      }
    },
    start: () => engine.start(),
    open: (key) => engine.open(key),
    exists: (key) => engine.exists(key),
    delete: (key) => engine.delete(key),
    clearExpired: () => engine.clearExpired(),
  }
}
