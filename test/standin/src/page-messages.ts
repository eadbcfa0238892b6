import { toChromium } from './addresses.ts'
import { decodeFromPage, encodeForPage } from './clone.ts'
import { createEvent } from './event.ts'
import type { Frame } from './frames.ts'
import { ipcMain } from './ipc-main.ts'
import { pressAccelerator } from './menu-keys.ts'
import type { FromPage } from './page/messages.ts'
import { asElectron } from './refusal.ts'
import { defaultSession } from './session.ts'
import type { WebContents } from './web-contents.ts'

/** Acts on a message that a page's runtime has sent. */
export function receiveFromPage(contents: WebContents, text: string, contextId: number): void {
  const message = JSON.parse(text) as FromPage
  const frame = contents._frames?.frameOf(contextId) ?? null
  if (message.kind === 'invoke') answerInvoke(contents, message, frame, contextId)
  else if (message.kind === 'send') receiveSend(contents, message, frame, contextId)
  else if (message.kind === 'key') receiveKey(contents, message)
  else if (message.kind === 'key-passed') passKey(contents, message)
  else if (message.kind === 'mouse') {
    const { type, x, y, button, modifiers } = message
    const buttons = ['left', 'middle', 'right']
    contents.emit('input-event', createEvent({}), { type, x, y, modifiers, button: buttons[button] })
  } else if (message.kind === 'context-menu')
    contents.emit('context-menu', createEvent({}), { ...message.params, frame, pageURL: contents.getURL() })
  else if (message.kind === 'resize') contents._host?.resizedByPage(message)
  else if (message.kind === 'focus') contents._host?.focusedByPage(message.focused)
  else if (message.kind === 'close') contents._host?.close()
  else if (message.kind === 'window-open') contents._host?.openedByPage(message)
  else if (message.kind === 'permission') {
    defaultSession
      ._ask(contents, frame, message.permission, message.details)
      .then((granted) => contents._frames?.callRuntime(contextId, 'answerPermission', [message.id, granted]))
  } else if (message.kind === 'webview') attachWebview(contents, message, contextId)
  else if (message.kind === 'preload-error') {
    const error = Object.assign(new Error(message.message), { stack: message.stack })
    process.stderr.write(`Unable to load preload script: ${contents._preferences.preload}\n${message.stack}\n`)
    contents.emit('preload-error', createEvent({}), contents._preferences.preload, error)
  }
}

function ipcEvent(contents: WebContents, frame: Frame | null, contextId: number): object {
  return {
    type: 'frame',
    sender: contents,
    processId: frame?.processId ?? 0,
    frameId: frame?.routingId ?? 0,
    ports: [],
    /** Asked late, as Electron does: null once the frame has navigated or gone. */
    get senderFrame() {
      return contents._frames?.frameOf(contextId) ?? null
    },
    reply(channel: string, ...args: unknown[]) {
      frame?.send(channel, ...args)
    },
  }
}

async function answerInvoke(
  contents: WebContents,
  message: Extract<FromPage, { kind: 'invoke' }>,
  frame: Frame | null,
  contextId: number,
): Promise<void> {
  const { id, channel, text } = message
  const settle = (ok: boolean, value: string) => contents._frames?.callRuntime(contextId, 'settle', [id, ok, value])
  const handler = contents.ipc._handlers.get(channel) ?? ipcMain._handlers.get(channel)
  if (!handler) {
    settle(false, String(new Error(`No handler registered for '${channel}'`)))
    return
  }
  try {
    const event = createEvent(ipcEvent(contents, frame, contextId))
    const result = await handler(asElectron(event), ...(decodeFromPage(text) as unknown[]))
    settle(true, encodeForPage(result))
  } catch (error) {
    process.stderr.write(`Error occurred in handler for '${channel}': ${(error as Error)?.stack ?? error}\n`)
    settle(false, String(error))
  }
}

function receiveSend(
  contents: WebContents,
  message: Extract<FromPage, { kind: 'send' }>,
  frame: Frame | null,
  contextId: number,
): void {
  const event = createEvent(ipcEvent(contents, frame, contextId))
  const args = decodeFromPage(message.text) as unknown[]
  contents.emit('ipc-message', event, message.channel, ...args)
  contents.ipc.emit(message.channel, event, ...args)
  ipcMain.emit(message.channel, event, ...args)
}

/** The keys that a listener of `before-input-event` prevented, until the page has had its turn. */
const prevented = new WeakMap<WebContents, Set<string>>()

function receiveKey(contents: WebContents, { press, input }: Extract<FromPage, { kind: 'key' }>): void {
  const event = createEvent({})
  contents.emit('before-input-event', event, input)
  if (event.defaultPrevented) prevented.set(contents, (prevented.get(contents) ?? new Set()).add(press))
  const type = input.type === 'keyDown' ? 'rawKeyDown' : 'keyUp'
  contents.emit('input-event', createEvent({}), { type, key: input.key, code: input.code, modifiers: input.modifiers })
}

function passKey(contents: WebContents, { press, taken, input }: Extract<FromPage, { kind: 'key-passed' }>): void {
  const wasPrevented = prevented.get(contents)?.delete(press) ?? false
  if (!wasPrevented && !taken && input.type === 'keyDown') pressAccelerator(contents, input)
}

function attachWebview(
  contents: WebContents,
  { id, params }: Extract<FromPage, { kind: 'webview' }>,
  contextId: number,
): void {
  const event = createEvent({})
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: 'nodeintegration' in params }
  contents.emit('will-attach-webview', event, webPreferences, params)
  if (event.defaultPrevented) return
  contents._frames?.callRuntime(contextId, 'attachWebview', [id, toChromium(params.src ?? '')])
  contents.emit('did-attach-webview', createEvent({}), contents)
}
