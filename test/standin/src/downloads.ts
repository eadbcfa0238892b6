import { EventEmitter } from 'node:events'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromChromium } from './addresses.ts'
import { browser } from './browser.ts'
import type { Params } from './connection.ts'
import { createEvent } from './event.ts'
import { strict } from './refusal.ts'
import { defaultSession } from './session.ts'
import { WebContents } from './web-contents.ts'

type State = 'progressing' | 'completed' | 'cancelled'

/** One download, as the listeners of `will-download` get it. */
export class DownloadItem extends EventEmitter {
  private readonly url: string
  private readonly filename: string
  private path = ''
  private state: State = 'progressing'

  constructor(url: string, filename: string) {
    super()
    this.url = url
    this.filename = filename
  }

  getURL(): string {
    return this.url
  }

  getFilename(): string {
    return this.filename
  }

  setSavePath(path: string): void {
    this.path = path
  }

  getSavePath(): string {
    return this.path
  }

  getState(): State {
    return this.state
  }

  /** `file` is where Chromium has put what it loaded. */
  _end(state: 'completed' | 'cancelled', file: string): void {
    if (this.state !== 'progressing') return
    this.state = state
    if (state === 'completed') copyFileSync(file, this.path)
    this.emit('done', createEvent({}), state)
  }
}

const items = new Map<string, DownloadItem>()

function begin({ guid, url, suggestedFilename, frameId }: Params): void {
  const item = strict(new DownloadItem(fromChromium(url as string), suggestedFilename as string), 'DownloadItem')
  const event = createEvent({})
  const contents = WebContents.getAllWebContents().find(({ _frames }) => _frames?.get(frameId as string))
  defaultSession.emit('will-download', event, item, contents)
  // Where no listener says where to, Electron asks the person.
  if (!event.defaultPrevented && item.getSavePath() === '')
    process.stderr.write('not in the stand-in: asking where a download is to be saved\n')
  if (event.defaultPrevented || item.getSavePath() === '') browser.session.post('Browser.cancelDownload', { guid })
  else items.set(guid as string, item)
}

browser.on('download', begin)
browser.on('download-progress', ({ guid, state }: Params) => {
  if (state !== 'completed' && state !== 'canceled') return
  const file = join(browser.downloads, guid as string)
  items.get(guid as string)?._end(state === 'completed' ? 'completed' : 'cancelled', file)
  items.delete(guid as string)
})
