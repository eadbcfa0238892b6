import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'
import { strict } from './refusal.ts'

type Handler = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown
type Surface = Pick<
  Electron.IpcMain,
  'handle' | 'handleOnce' | 'removeHandler' | 'on' | 'once' | 'off' | 'removeListener' | 'removeAllListeners'
>

/** `ipcMain`, and `webContents.ipc` of each window. */
export class IpcMain extends EventEmitter implements Surface {
  readonly _handlers = new Map<string, Handler>()

  handle(channel: string, listener: Handler): void {
    if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    if (typeof listener !== 'function')
      throw new Error(`Expected handler to be a function, but found type '${typeof listener}'`)
    this._handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return listener(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this._handlers.delete(channel)
  }
}

export const ipcMain = strict(new IpcMain(), 'ipcMain')
// Electron ignores a channel named error too: it must not throw for want of a listener.
ipcMain.on('error', () => {})
