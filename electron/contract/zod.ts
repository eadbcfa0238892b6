/**
 * The one door to zod. `jitless` is set before any schema exists: zod's just-in-time
 * compiler probes `eval`, which the Content Security Policy of the renderer reports as a violation.
 */
import { z } from 'zod'

z.config({ jitless: true })

export { z }
