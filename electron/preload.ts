import { contextBridge, ipcRenderer } from 'electron'
import { callNames, type EventName, eventNames } from './contract/names.ts'

type Listener = (payload: unknown) => void

const features = Object.entries(callNames).map(([feature, names]) => [
  feature,
  Object.fromEntries(names.map((name) => [name, (input: unknown) => ipcRenderer.invoke(`${feature}.${name}`, input)])),
])

/** Hands on the payload alone: Electron's event object would carry `sender` into the page. */
function on(event: EventName, listener: Listener): () => void {
  if (!eventNames.includes(event)) throw new Error('no such event')
  const forward = (_event: unknown, payload: unknown) => listener(payload)
  ipcRenderer.on(event, forward)
  return () => {
    ipcRenderer.removeListener(event, forward)
  }
}

contextBridge.exposeInMainWorld('staffdesk', { ...Object.fromEntries(features), on })
