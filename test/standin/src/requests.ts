import { customScheme, fromChromium, policyToChromium, schemes, toChromium } from './addresses.ts'
import { browser } from './browser.ts'
import type { Params } from './connection.ts'
import { createEvent } from './event.ts'
import type { Frame } from './frames.ts'
import { protocol } from './protocol.ts'
import { asElectron } from './refusal.ts'
import { defaultSession } from './session.ts'
import { WebContents } from './web-contents.ts'

type PausedRequest = {
  requestId: string
  redirectedRequestId?: string
  frameId?: string
  resourceType: string
  request: {
    url: string
    urlFragment?: string
    method: string
    headers: Record<string, string>
    postDataEntries?: { bytes?: string }[]
  }
}

const FLUSH_BOUND = 500

const RESOURCE_TYPES: Record<string, string> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
}

function fail(requestId: string, errorReason: string): void {
  browser.session.post('Fetch.failRequest', { requestId, errorReason })
}

/** Decides on one request of any page: navigation guards, webRequest, then the app's protocol handlers or the network. */
async function decide(paused: PausedRequest): Promise<void> {
  const { requestId } = paused
  const url = fromChromium(`${paused.request.url}${paused.request.urlFragment ?? ''}`)
  const found = findFrame(paused.frameId)
  if (found && paused.resourceType === 'Document' && !(await mayNavigate(found, paused, url))) {
    fail(requestId, 'Aborted')
    return
  }
  const verdict = await beforeRequest(paused, found, url)
  if (verdict.cancel) fail(requestId, 'BlockedByClient')
  else if (verdict.redirectURL) redirect(requestId, verdict.redirectURL)
  else if (customScheme(url)) await serve(paused, url)
  else browser.session.post('Fetch.continueRequest', { requestId })
}

type Found = { contents: WebContents; frame: Frame }

function findFrame(frameId: string | undefined): Found | undefined {
  if (frameId === undefined) return undefined
  for (const contents of WebContents.getAllWebContents()) {
    const frame = contents._frames?.get(frameId)
    if (frame) return { contents, frame }
  }
  return undefined
}

async function mayNavigate({ contents, frame }: Found, paused: PausedRequest, url: string): Promise<boolean> {
  if (paused.redirectedRequestId !== undefined) {
    const members = { url, isInPlace: false, isMainFrame: frame.parent === null, frame, isSameDocument: false }
    const event = createEvent(members)
    contents.emit('will-redirect', event, url, false, frame.parent === null, frame.processId, frame.routingId)
    return !event.defaultPrevented
  }
  if (frame.parent === null) {
    if (contents._ownNavigations > 0 && !contents._asked.has(frame._id)) {
      contents._ownNavigations--
      return true
    }
    // The page's own wish may still be under way on its session: after an answer from the page it has arrived.
    if (!contents._asked.has(frame._id)) await flush(contents)
    // Neither the main process nor the page asked: the debugger did, as Playwright's goto and reload do.
    if (!contents._asked.delete(frame._id)) return true
  }
  return contents._mayNavigate(frame, url)
}

async function flush(contents: WebContents): Promise<void> {
  const bound = new Promise<void>((resolve) => setTimeout(resolve, FLUSH_BOUND).unref())
  const answer = contents._protocol?.send('Runtime.evaluate', { expression: '0' }).catch(() => {})
  await Promise.race([answer, bound])
}

async function beforeRequest(
  paused: PausedRequest,
  found: Found | undefined,
  url: string,
): Promise<{ cancel?: boolean; redirectURL?: string }> {
  const hook = defaultSession._beforeRequest
  if (!hook?.filter.some((pattern) => matchesPattern(pattern, url))) return {}
  const document = found?.frame.parent === null ? 'mainFrame' : 'subFrame'
  const details = {
    id: Number(/\d+/.exec(paused.requestId)?.[0] ?? 0),
    url,
    method: paused.request.method,
    webContentsId: found?.contents.id,
    webContents: found?.contents,
    frame: found?.frame,
    resourceType: paused.resourceType === 'Document' ? document : (RESOURCE_TYPES[paused.resourceType] ?? 'other'),
    referrer: fromChromium(paused.request.headers.Referer ?? ''),
    timestamp: Date.now(),
    uploadData: [],
  }
  return new Promise((resolve) => hook.listener(asElectron(details), resolve))
}

/** Chromium's match patterns, as webRequest filters take them. */
function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const text = pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
  return new RegExp(`^${text}$`).test(url)
}

function redirect(requestId: string, target: string): void {
  const responseHeaders = [{ name: 'location', value: toChromium(target) }]
  browser.session.post('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders })
}

/** Whether a scheme's privileges allow this kind of request. */
function allowed(paused: PausedRequest, scheme: string): boolean {
  const privileges = schemes.get(scheme) ?? {}
  const headers = new Headers(paused.request.headers)
  // Chromium reports fetch as XHR, so XMLHttpRequest is held to the same privilege.
  if (/^(?:Fetch|XHR)$/.test(paused.resourceType) && !privileges.supportFetchAPI) return false
  if (paused.resourceType === 'Media' && !privileges.stream) return false
  if (headers.get('service-worker') === 'script' && !privileges.allowServiceWorkers) return false
  const origin = headers.get('origin')
  const foreign = origin !== null && origin !== new URL(paused.request.url).origin
  return !foreign || privileges.corsEnabled === true || paused.resourceType === 'Document'
}

async function serve(paused: PausedRequest, url: string): Promise<void> {
  const { requestId } = paused
  const scheme = customScheme(url) as string
  const handler = protocol._handlers.get(scheme)
  if (!handler || !allowed(paused, scheme)) {
    fail(requestId, 'Failed')
    return
  }
  protocol._remember(url)
  try {
    const response = await handler(toRequest(paused, url))
    if (response.type === 'error') {
      fail(requestId, 'Failed')
      return
    }
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    const headers = mapHeaders(response.headers)
    browser.session.post('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: headers,
      body,
    })
  } catch (error) {
    process.stderr.write(`Error in the protocol handler for ${scheme}: ${(error as Error)?.stack ?? error}\n`)
    fail(requestId, 'Failed')
  }
}

function toRequest({ request }: PausedRequest, url: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    headers.set(name, /^(?:origin|referer)$/i.test(name) ? fromChromium(value) : value)
  const parts = (request.postDataEntries ?? []).map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))
  const body = parts.length > 0 && !/^(?:GET|HEAD)$/.test(request.method) ? Buffer.concat(parts) : null
  return new Request(url.replace(/#.*$/s, ''), { method: request.method, headers, body })
}

function mapHeaders(headers: Headers): { name: string; value: string }[] {
  const mapped: { name: string; value: string }[] = []
  for (const [name, value] of headers) {
    if (name === 'location') mapped.push({ name, value: toChromium(value) })
    else if (name.startsWith('content-security-policy')) mapped.push({ name, value: policyToChromium(value) })
    else if (name === 'access-control-allow-origin') mapped.push({ name, value: toChromium(value).replace(/\/$/, '') })
    else mapped.push({ name, value })
  }
  return mapped
}

browser.on('request', (event: Params) => {
  decide(event as unknown as PausedRequest).catch((error: unknown) => {
    process.stderr.write(`${(error as Error)?.stack ?? error}\n`)
    fail(event.requestId as string, 'Failed')
  })
})
