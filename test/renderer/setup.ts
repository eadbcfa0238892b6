import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { fakeBridge } from './fake-bridge.ts'

// Before any test file is imported: `renderer/bridge/staffdesk.ts` reads it once.
Object.defineProperty(window, 'staffdesk', { value: fakeBridge.bridge })

// A busy machine may take a while over a whole page; nothing waits longer than it has to.
configure({ asyncUtilTimeout: 4_000 })

beforeEach(() => fakeBridge.reset())
afterEach(() => cleanup())
