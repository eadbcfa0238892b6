import { serialize } from 'node:v8'
import { app, ipcMain, type WebContents } from 'electron'

/** A call with its answer, or an event. */
export interface Crossing {
  readonly channel: string
  /** What crossed, as V8 clones it, in base64. */
  readonly content: string
}

/** Records what crosses between the main process and its pages from now on. */
export function recordTraffic(): readonly Crossing[] {
  const crossings: Crossing[] = []
  const record = (channel: string, content: unknown) =>
    void crossings.push({ channel, content: serialize(content).toString('base64') })

  const handle = ipcMain.handle.bind(ipcMain)
  ipcMain.handle = (channel, listener) =>
    handle(channel, async (event, ...input: unknown[]) => {
      const answer: unknown = await listener(event, ...input)
      record(channel, { input, answer })
      return answer
    })
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const send = contents.send.bind(contents)
    contents.send = (channel: string, ...payload: unknown[]) => {
      record(channel, payload)
      send(channel, ...payload)
    }
  })
  return crossings
}
