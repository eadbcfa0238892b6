/**
 * Plain Chromium cannot register a scheme, so `app://main/x` is served as `https://main.app.localhost/x`. Everything that
 * the app sees is mapped back; only the page itself sees the https address.
 */

/** What `protocol.registerSchemesAsPrivileged` was told about one scheme. */
export type Privileges = {
  standard?: boolean
  secure?: boolean
  bypassCSP?: boolean
  allowServiceWorkers?: boolean
  supportFetchAPI?: boolean
  corsEnabled?: boolean
  stream?: boolean
  codeCache?: boolean
}

/** Registered schemes and their privileges. */
export const schemes = new Map<string, Privileges>()

const WITHIN = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+.-]*?)\.localhost(?::443)?(?=[/?#]|$)/i
const CUSTOM = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i

/** The address that Chromium loads for the app's address. */
export function toChromium(url: string): string {
  const match = CUSTOM.exec(url)
  if (!match?.[1] || !schemes.has(match[1].toLowerCase())) return url
  const rest = url.slice(match[0].length)
  return `https://${match[2]}.${match[1].toLowerCase()}.localhost${rest.startsWith('/') ? rest : `/${rest}`}`
}

/** The app's address for one that Chromium gives; others pass unchanged. */
export function fromChromium(url: string): string {
  const match = WITHIN.exec(url)
  if (!match?.[2] || !schemes.has(match[2])) return url
  return `${match[2]}://${match[1]}${url.slice(match[0].length)}`
}

/** The scheme of an address of ours, or undefined for a foreign one. */
export function customScheme(url: string): string | undefined {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  return scheme !== undefined && schemes.has(scheme) ? scheme : undefined
}

/** Addresses of ours within a Content-Security-Policy, as Chromium must read them. */
export function policyToChromium(policy: string): string {
  let mapped = policy
  for (const scheme of schemes.keys()) {
    mapped = mapped.replaceAll(new RegExp(`(?<=[\\s;])${scheme}://([^\\s;/]+)`, 'g'), `https://$1.${scheme}.localhost`)
    mapped = mapped.replaceAll(new RegExp(`(?<=\\s)${scheme}:(?=[\\s;]|$)`, 'g'), `https://*.${scheme}.localhost`)
  }
  return mapped
}
