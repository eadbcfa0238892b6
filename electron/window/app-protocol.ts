import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import type { RandomBytes } from '../environment/random.ts'
import type { FindFile } from './built-files.ts'

/** The scheme and host of the renderer. */
export const appScheme = 'app'
export const appOrigin = 'app://main'
export const startPage = `${appOrigin}/index.html`

/** Must run before Electron is ready. No `bypassCSP`, no service workers, no CORS (threat-model.md E18). */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }])
}

export interface RendererParts {
  /** Finds the files of the built renderer. */
  readonly findFile: FindFile
  readonly random: RandomBytes
  /** Answers the Content-Security-Policy of a page with this nonce; null sends none. */
  readonly policy: (nonce: string) => string | null
  /** Whether the next page starts dark, so that its first paint is right. */
  readonly isDark: () => boolean
}

const noncePlaceholder = '__CSP_NONCE__'
const lightScheme = 'data-mantine-color-scheme="light"'

/** Serves the built renderer, and nothing else, under `app://main/`. */
export function serveRenderer({ findFile, random, policy, isDark }: RendererParts): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    const file = url.host === 'main' ? findFile(url.pathname) : undefined
    if (!file || request.method !== 'GET') return new Response(null, { status: 404 })
    const headers: Record<string, string> = {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    }
    const content = await readFile(file.path)
    if (!file.type.startsWith('text/html')) return new Response(new Uint8Array(content), { headers })
    const nonce = Buffer.from(random(16)).toString('base64')
    const header = policy(nonce)
    if (header !== null) headers['content-security-policy'] = header
    const scheme = isDark() ? 'data-mantine-color-scheme="dark"' : lightScheme
    const page = content.toString('utf8').replaceAll(noncePlaceholder, nonce).replace(lightScheme, scheme)
    return new Response(page, { headers })
  })
}
