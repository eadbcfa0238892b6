import { ipcMain } from 'electron'
import { callNames, type Feature } from '../contract/names.ts'
import type { Answer } from './answer.ts'

/** Opens one channel for each call of the contract. The only file that touches `ipcMain`. */
export function openChannels(answer: Answer): void {
  // electron-store opens one of its own, which tells any frame where the data lies.
  ipcMain.removeAllListeners('electron-store-get-data')
  for (const feature of Object.keys(callNames) as Feature[]) {
    for (const name of callNames[feature]) {
      ipcMain.handle(`${feature}.${name}`, (event, input: unknown) => answer(feature, name, event, input))
    }
  }
}
