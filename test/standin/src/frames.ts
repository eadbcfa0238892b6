import { fromChromium } from './addresses.ts'
import { encodeForPage } from './clone.ts'
import type { Params, Session } from './connection.ts'
import { runInContext } from './execute.ts'
import { ISOLATED_WORLD } from './page/scripts.ts'
import { strict } from './refusal.ts'

let lastRoutingId = 0

/** One frame of a page, as `WebFrameMain`. */
export class Frame {
  readonly _id: string
  readonly routingId = ++lastRoutingId
  readonly processId: number
  readonly frameTreeNodeId: number
  url = ''
  origin = '://'
  name = ''
  detached = false
  readonly parent: Frame | null
  readonly _tree: FrameTree

  constructor(tree: FrameTree, id: string, parent: Frame | null) {
    this._tree = tree
    this._id = id
    this.parent = parent
    this.processId = tree.processId
    this.frameTreeNodeId = this.routingId
  }

  get top(): Frame {
    return this.parent?.top ?? this
  }

  get frames(): Frame[] {
    return [...this._tree.all()].filter((frame) => frame.parent?._id === this._id)
  }

  get framesInSubtree(): Frame[] {
    return [this.outer, ...this.frames.flatMap((frame) => frame.framesInSubtree)]
  }

  private get outer(): Frame {
    return this._tree.get(this._id) ?? this
  }

  isDestroyed(): boolean {
    return this.detached
  }

  send(channel: string, ...args: unknown[]): void {
    this._tree.send(this, channel, args)
  }

  executeJavaScript(code: string): Promise<unknown> {
    return this._tree.run(this, code)
  }
}

type Context = { id: number; frameId: string; isolated: boolean; isDefault: boolean }

/** The frames of one page and their script contexts. */
export class FrameTree {
  readonly processId: number
  private readonly session: Session
  private readonly frames = new Map<string, Frame>()
  private readonly contexts = new Map<number, Context>()
  private readonly entry: string
  private readonly isolated: boolean

  constructor(session: Session, processId: number, entry: string, isolated: boolean) {
    this.session = session
    this.processId = processId
    this.entry = entry
    this.isolated = isolated
    session.on('Page.frameAttached', (event: Params) =>
      this.add(event.frameId as string, (event.parentFrameId as string | undefined) ?? null),
    )
    session.on('Page.frameDetached', (event: Params) => {
      if (event.reason !== 'swap') this.remove(event.frameId as string)
    })
    session.on('Runtime.executionContextCreated', ({ context }: Params) => this.addContext(context as Params))
    session.on('Runtime.executionContextDestroyed', (event: Params) =>
      this.contexts.delete(event.executionContextId as number),
    )
    session.on('Runtime.executionContextsCleared', () => this.contexts.clear())
  }

  all(): IterableIterator<Frame> {
    return this.frames.values()
  }

  get(id: string): Frame | undefined {
    return this.frames.get(id)
  }

  get main(): Frame {
    for (const frame of this.frames.values()) if (frame.parent === null) return frame
    throw new Error('The page has no frame yet')
  }

  add(id: string, parentId: string | null): Frame {
    const known = this.frames.get(id)
    if (known) return known
    const parent = parentId === null ? null : (this.frames.get(parentId) ?? null)
    const frame = strict(new Frame(this, id, parent), 'webFrameMain')
    this.frames.set(id, frame)
    return frame
  }

  /** A frame has committed a document. */
  navigated(description: Params): Frame {
    const frame = this.add(description.id as string, (description.parentId as string | undefined) ?? null)
    frame.url = fromChromium(`${description.url}${description.urlFragment ?? ''}`)
    frame.name = (description.name as string | undefined) ?? ''
    frame.origin = originOf(description, frame)
    return frame
  }

  /** The frame of a script context while its document is the live one; null once it has gone. */
  frameOf(contextId: number): Frame | null {
    const context = this.contexts.get(contextId)
    return context ? (this.frames.get(context.frameId) ?? null) : null
  }

  send(frame: Frame, channel: string, args: unknown[]): void {
    const text = encodeForPage(args)
    this.callRuntime(this.runtimeContext(frame._id), 'receive', [channel, text])
  }

  /** Calls a member of the page-side runtime in the given context, without waiting. */
  callRuntime(contextId: number | undefined, member: string, args: unknown[]): void {
    if (contextId === undefined) return
    const list = args.map((argument) => JSON.stringify(argument)).join(', ')
    const expression = `globalThis[${JSON.stringify(this.entry)}]?.${member}(${list})`
    this.session.post('Runtime.evaluate', { expression, contextId })
  }

  /** Whether the page-side runtime stands in the main frame. */
  async hasRuntime(): Promise<boolean> {
    const contextId = this.runtimeContext(this.main._id)
    if (contextId === undefined) return false
    const expression = `globalThis[${JSON.stringify(this.entry)}] !== undefined`
    const reply = await this.session.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined)
    return (reply?.result as { value?: boolean } | undefined)?.value !== false
  }

  /** Calls a member of the main frame's runtime and gives its JSON result; undefined when there is none. */
  async askRuntime(member: string): Promise<unknown> {
    const contextId = this.runtimeContext(this.main._id)
    if (contextId === undefined) return undefined
    const expression = `globalThis[${JSON.stringify(this.entry)}]?.${member}()`
    const reply = await this.session.send('Runtime.evaluate', {
      expression,
      contextId,
      userGesture: true,
      returnByValue: true,
    })
    return (reply.result as { value?: unknown }).value
  }

  runtimeContext(frameId: string): number | undefined {
    return this.find(frameId, (context) => (this.isolated ? context.isolated : context.isDefault))
  }

  pageContext(frameId: string): number | undefined {
    return this.find(frameId, (context) => context.isDefault)
  }

  /** Runs code in the frame's own world and gives a copy of its (awaited) value. Rejects with the page's error. */
  run(frame: Frame, code: string, userGesture = false): Promise<unknown> {
    return runInContext(this.session, code, this.pageContext(frame._id), userGesture)
  }

  detachAll(): void {
    for (const frame of this.frames.values()) frame.detached = true
    this.contexts.clear()
  }

  private find(frameId: string, matches: (context: Context) => boolean): number | undefined {
    let found: number | undefined
    for (const context of this.contexts.values())
      if (context.frameId === frameId && matches(context)) found = context.id
    return found
  }

  private remove(id: string): void {
    const frame = this.frames.get(id)
    if (!frame) return
    for (const child of frame.frames) this.remove(child._id)
    frame.detached = true
    this.frames.delete(id)
    for (const context of [...this.contexts.values()]) if (context.frameId === id) this.contexts.delete(context.id)
  }

  private addContext(description: Params): void {
    const { frameId, isDefault } = (description.auxData ?? {}) as { frameId?: string; isDefault?: boolean }
    if (!frameId) return
    const id = description.id as number
    const isolated = description.name === ISOLATED_WORLD
    this.contexts.set(id, { id, frameId, isolated, isDefault: Boolean(isDefault) })
  }
}

function originOf(description: Params, frame: Frame): string {
  const origin = description.securityOrigin as string | undefined
  if (!origin || origin === '://' || origin === 'null') return frame.url.startsWith('about:') ? '://' : 'null'
  return fromChromium(`${origin}/`).replace(/\/$/, '')
}
