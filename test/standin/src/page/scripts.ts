import { randomBytes } from 'node:crypto'
import { createCodec } from '../clone.ts'
import { createBridge } from './bridge.ts'
import { createEmitterClass } from './emitter.ts'
import { reportInput } from './input.ts'
import { hookMainWorld } from './main-world.ts'
import type { RuntimeOptions } from './messages.ts'
import { startRuntime } from './runtime.ts'

/** Electron's own name for the world in which preloads run. */
export const ISOLATED_WORLD = 'Electron Isolated Context'

/** A script that Chromium runs in each new document, in the named world or in the page's own. */
export type PageScript = { source: string; worldName?: string }

/** Names that a page cannot guess, drawn once per window. */
export type SecretNames = { binding: string; entry: string; toMain: string; toIsolated: string }

export function drawNames(): SecretNames {
  const draw = () => `_${randomBytes(16).toString('hex')}`
  return { binding: draw(), entry: draw(), toMain: draw(), toIsolated: draw() }
}

/**
 * An empty document runs nothing: its window may go on to serve the page that comes next, where all would run a second time.
 */
const unlessEmpty = (body: string): string => `if (location.href !== 'about:blank') { ${body} }`

/** The scripts that make a page an Electron page: crossing, permission hooks, runtime; the preload follows as its own script. */
export function runtimeScripts(names: SecretNames, options: Omit<RuntimeOptions, 'binding' | 'entry'>): PageScript[] {
  const full: RuntimeOptions = { ...options, binding: names.binding, entry: names.entry }
  const codec = `const codec = (${createCodec})();`
  const literal = (value: unknown) => JSON.stringify(value)
  const start = (bridge: string) =>
    `(${startRuntime})(codec, ${bridge}, ${literal(full)}, (${createEmitterClass})(), ${reportInput})`
  if (!options.isolated) {
    const hooks = literal(`${names.entry}Hooks`)
    return [
      { source: unlessEmpty(`${codec} ${start('undefined')}`) },
      { source: unlessEmpty(`(${hookMainWorld})(() => window[${hooks}])`) },
    ]
  }
  const bridge = (send: string, receive: string) =>
    `${codec} const bridge = (${createBridge})(codec, ${literal(send)}, ${literal(receive)});`
  return [
    { source: unlessEmpty(`${bridge(names.toIsolated, names.toMain)} (${hookMainWorld})(() => bridge.lent())`) },
    {
      source: unlessEmpty(`${bridge(names.toMain, names.toIsolated)} ${start('bridge')}`),
      worldName: ISOLATED_WORLD,
    },
  ]
}

/** The preload as a script that its runtime calls with what a sandboxed preload may have. */
export function preloadScript(names: SecretNames, isolated: boolean, source: string, url: string): PageScript {
  const parameters = 'require, process, Buffer, global, setImmediate, clearImmediate, exports, module'
  const text = `window[${JSON.stringify(names.entry)}]?.runPreload(function (${parameters}) {${source}\n})\n//# sourceURL=${url}`
  return isolated ? { source: text, worldName: ISOLATED_WORLD } : { source: text }
}
