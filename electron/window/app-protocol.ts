import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import type { RandomBytes } from '../environment/random.ts'
import type { FindFile } from './built-files.ts'
import { type PhotoAddress, photoAddressOf } from './photo-address.ts'

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
  /** The photo at an address, for whoever asks; null where there is none that they may see. */
  readonly readPhoto: (address: PhotoAddress) => Promise<Uint8Array | null>
  readonly random: RandomBytes
  /** Answers the Content-Security-Policy of a page with this nonce; null sends none. */
  readonly policy: (nonce: string) => string | null
  /** Whether the next page starts dark, so that its first paint is right. */
  readonly isDark: () => boolean
}

const noncePlaceholder = '__CSP_NONCE__'
const lightScheme = 'data-mantine-color-scheme="light"'

/** Serves the built renderer and photos, and nothing else, under `app://main/`. */
export function serveRenderer({ findFile, readPhoto, random, policy, isDark }: RendererParts): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url)
    const photo = photoAddressOf(url)
    if (photo !== null) return request.method === 'GET' ? servePhoto(await readPhoto(photo)) : notFound()
    const file = url.host === 'main' ? findFile(url.pathname) : undefined
    if (!file || request.method !== 'GET') return notFound()
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

const notFound = () => new Response(null, { status: 404 })

/** A photo that is not there and one that must not be seen look the same. It is kept nowhere, for its session ends. */
function servePhoto(photo: Uint8Array | null): Response {
  if (photo === null) return notFound()
  const headers = {
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'",
  }
  return new Response(new Uint8Array(photo), { headers })
}
