/** What a preload could do for an attacker: reach Node, and hand the whole of Electron's renderer IPC to the page. */
const { contextBridge, ipcRenderer } = require('electron')

function nodeWithinReach() {
  try {
    return typeof require('node:fs').readFileSync
  } catch (error) {
    return error.message
  }
}

contextBridge.exposeInMainWorld('curious', {
  node: nodeWithinReach(),
  invoke: (channel, input) => ipcRenderer.invoke(channel, input),
})
