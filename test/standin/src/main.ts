import { existsSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The release of Electron that this stands in for. */
const ELECTRON_VERSION = '45.3.4'
const STANDIN_VERSION = '1.0.0'
const ENTRY_MARK = 'standin entry evaluated'

if (Number(process.versions.node.split('.')[0]) !== 24) {
  process.stderr.write(`electron stand-in: needs Node 24, runs on ${process.version}\n`)
  process.exit(1)
}

const [nodePath = '', , executable = '', ...args] = process.argv
const resources = join(dirname(executable), 'resources')
const packed = ['app.asar', 'app'].map((name) => join(resources, name)).find((path) => existsSync(path))

const define = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
process.argv = [executable, ...args]
define(process, 'execPath', executable)
define(process, 'type', 'browser')
define(process, 'resourcesPath', resources)
define(process, 'noAsar', false)
const versions: Record<string, string> = { ...(process.versions as Record<string, string>) }
Object.assign(versions, { electron: ELECTRON_VERSION, standin: STANDIN_VERSION, chrome: '' })
define(process, 'versions', versions)
if (!packed) define(process, 'defaultApp', true)

// Electron's own module stands for `electron` wherever it is asked for; the npm package of that name only gives a path.
const shim = pathToFileURL(join(dirname(fileURLToPath(import.meta.url)), 'electron.ts')).href
let entryUrl = ''
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === 'electron' || specifier === 'electron/main' || specifier === 'electron/common')
      return { url: shim, format: 'module-typescript', shortCircuit: true }
    return nextResolve(specifier, context)
  },
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (url !== entryUrl || !loaded.format?.startsWith('module') || !loaded.source) return loaded
    const text = typeof loaded.source === 'string' ? loaded.source : Buffer.from(loaded.source as Uint8Array).toString()
    if (text.startsWith('#!')) return loaded
    return { ...loaded, source: `process.emit(${JSON.stringify(ENTRY_MARK)});${text}` }
  },
})

const { app, appItself, isPackagedExecutable } = await import('./app.ts')
const { browser } = await import('./browser.ts')
await import('./electron.ts')
const { readArguments, resolveEntry } = await import('./entry.ts')
const { unpackAsar } = await import('./packaged.ts')

appItself.isPackaged = packed !== undefined && isPackagedExecutable(executable)
appItself.commandLine._read(args)
const start = packed ? { modules: [], appPath: packed } : readArguments(args)
const require = createRequire(join(process.cwd(), 'electron'))
for (const module of start.modules) require(module)

if (start.appPath === undefined) {
  process.stderr.write('not in the stand-in: the default app. Name the app to start, as in: electron .\n')
  process.exit(1)
}
const entry = resolveEntry(packed?.endsWith('.asar') ? unpackAsar(packed) : start.appPath)
entryUrl = pathToFileURL(entry).href

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  let asked = false
  process.on(signal, () => {
    if (process.listenerCount(signal) > 1) return
    if (asked) process.exit(128 + 15)
    asked = true
    if (appItself._ready) app.quit()
    else process.exit(0)
  })
}
browser.on('lost', () => {
  process.stderr.write('electron stand-in: Chromium has gone\n')
  process.exit(1)
})
// A reader that went away must not end the app, nor feed the handler below with its own errors.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('uncaughtException', (error) => {
  if (process.listenerCount('uncaughtException') > 1) return
  // Electron shows a dialog and goes on; nobody is there to read one.
  process.stderr.write(
    `A JavaScript error occurred in the main process\nUncaught Exception:\n${error?.stack ?? error}\n`,
  )
})

/** Settles when the entry's synchronous part has run, whatever it still awaits at its top level. */
const evaluated = new Promise<void>((resolve) => process.once(ENTRY_MARK as 'exit', () => setImmediate(resolve)))
const imported = import(entryUrl)
imported.catch((error: unknown) => process.emit('uncaughtException', error as Error))
await Promise.race([
  evaluated,
  imported.then(
    () => {},
    () => {},
  ),
])

try {
  await browser.start(appItself.commandLine._all())
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exit(1)
}
versions.chrome = browser.version
appItself._becomeReady()
void nodePath
