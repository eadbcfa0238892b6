import { serialize } from 'node:v8'
import { app, ipcMain, type WebContents } from 'electron'

/**
 * Records what crosses between the main process and its pages from now on: calls with their answers, and events.
 * @returns the messages so far, each as V8 clones it, in base64
 */
export function recordTraffic(): readonly string[] {
  const messages: string[] = []
  const record = (channel: string, content: unknown) =>
    void messages.push(serialize([channel, content]).toString('base64'))

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
  return messages
}
