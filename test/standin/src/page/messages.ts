/** What the page-side runtime is told about its window. */
export type RuntimeOptions = {
  /** Name of the binding that carries text to the main process. */
  binding: string
  /** Name under which the main process finds the runtime in its world. */
  entry: string
  isolated: boolean
  sandboxed: boolean
  nodeInPage: boolean
  subframes: boolean
  webviewTag: boolean
  guardKeys: boolean
  guardClose: boolean
  /** Whether the app decides on new windows; it is told again when that changes. */
  decidesOpening: boolean
  process: Record<string, unknown>
}

/** A message from the page to the main process. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; text: string }
  | { kind: 'send'; channel: string; text: string }
  | { kind: 'preload-error'; message: string; stack: string }
  /** A key, before the page has its turn. `press` names it, over all pages of a window. */
  | { kind: 'key'; press: string; input: Record<string, unknown> }
  /** The same key after the page's turn; `taken` where the page prevented what a key does by itself. */
  | { kind: 'key-passed'; press: string; taken: boolean; input: Record<string, unknown> }
  | { kind: 'mouse'; type: string; x: number; y: number; button: number; modifiers: string[] }
  | { kind: 'context-menu'; params: Record<string, unknown> }
  | { kind: 'resize'; x: number; y: number; width: number; height: number }
  | { kind: 'focus'; focused: boolean }
  | { kind: 'close' }
  | { kind: 'window-open'; url: string; name: string; features: string; disposition: string }
  | { kind: 'permission'; id: number; permission: string; details: Record<string, unknown> }
  | { kind: 'webview'; id: number; params: Record<string, string> }
