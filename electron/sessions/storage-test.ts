import type { SessionEngineName } from '../contract/session-policy.ts'
import type { SessionEngine } from '../session/index.ts'

/** What "Test session storage" found. */
export interface StorageTest {
  readonly worked: boolean
  readonly detail: string
}

/** Sets a test value, reads it back through the storage and deletes it, as Django's test cookie does. Never throws. */
export async function testStorage(engine: SessionEngine, name: SessionEngineName): Promise<StorageTest> {
  try {
    const session = engine.start()
    session.setTestValue()
    await session.save()
    const again = await engine.open(session.key)
    const worked = again.testValueWorked()
    await again.flush()
    return worked
      ? { worked, detail: `The engine \`${name}\` stored a test value, read it back and deleted it.` }
      : { worked, detail: `The engine \`${name}\` stored a test value and did not find it again.` }
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    return { worked: false, detail: `The engine \`${name}\` could not store a test value (${reason}).` }
  }
}
