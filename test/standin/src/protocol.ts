import { type Privileges, schemes, toChromium } from './addresses.ts'
import { appItself } from './app.ts'
import { refuse, strict } from './refusal.ts'

export type ProtocolHandler = (request: Request) => Response | Promise<Response>

class StandInProtocol {
  readonly _handlers = new Map<string, ProtocolHandler>()
  private readonly seen = new Set<string>()

  registerSchemesAsPrivileged(list: { scheme: string; privileges?: Privileges }[]): void {
    if (appItself._ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    schemes.clear()
    for (const { scheme, privileges = {} } of list) {
      if (!privileges.standard) refuse(`protocol: scheme ${scheme} without the privilege standard`)
      if (privileges.bypassCSP) refuse('protocol: the privilege bypassCSP')
      schemes.set(scheme.toLowerCase(), privileges)
    }
  }

  handle(scheme: string, handler: ProtocolHandler): void {
    if (!appItself._ready) throw new Error('protocol.handle can only be called after app is ready')
    if (this._handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    if (!schemes.has(scheme))
      refuse(`protocol.handle for ${scheme}, which is not registered as privileged and standard`)
    this._handlers.set(scheme, handler)
  }

  unhandle(scheme: string): void {
    if (!this._handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`)
  }

  isProtocolHandled(scheme: string): boolean {
    return this._handlers.has(scheme) || /^(?:https?|file|data|blob|about|wss?)$/.test(scheme)
  }

  /** Remembers an origin whose pages have asked for something, so that its storage can be cleared. */
  _remember(url: string): void {
    this.seen.add(new URL(toChromium(url)).origin)
  }

  _origins(): ReadonlySet<string> {
    return this.seen
  }
}

export const protocol = strict(new StandInProtocol(), 'protocol')
