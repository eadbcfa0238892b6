import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { build, createServer, type Rolldown } from 'vite'
import { hasDisplay } from './electron.ts'
import { setUp } from './set-up.ts'

/**
 * `npm run dev -- [arguments]`: the app with its renderer on Vite's server, where changes show at once; a change
 * of the main process or the preload builds them again and restarts the app. It ends when the app is closed.
 */
export async function dev(given: readonly string[]): Promise<number> {
  const electron = await setUp({ forTests: false })
  const server = await (await createServer({ mode: 'renderer', server: { host: '127.0.0.1' } })).listen()
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('the development server has no address')
  console.log(electron.line)
  if (!hasDisplay()) console.log('There is no display: it runs headless, and no window is seen.')

  let app: ChildProcess | null = null
  const ended = Promise.withResolvers<number>()
  const startApp = () => {
    const child = spawn(electron.executable, ['.', ...given], {
      env: { ...process.env, ...electron.environment, STAFFDESK_DEV_SERVER: address },
      stdio: 'inherit',
    })
    child.once('exit', (code) => {
      // One that was replaced by a newer build is no reason to stop.
      if (child === app) ended.resolve(code ?? 1)
    })
    app = child
  }
  const stopApp = async () => {
    const child = app
    app = null
    if (!child || child.exitCode !== null) return
    child.kill()
    await once(child, 'exit')
  }
  const restart = inTurn(async () => {
    await stopApp()
    startApp()
  })

  const watchers = [await watch('main', restart), await watch('preload', restart)]
  // Vite's own listener would end this process before the app has closed.
  process.removeAllListeners('SIGTERM')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve(0))
  startApp()
  const code = await ended.promise
  await Promise.all([stopApp(), server.close(), ...watchers.map((watcher) => watcher.close())])
  return code
}

/** Builds `mode` and again whenever its sources change; settles after the first build, calls `rebuilt` after others. */
async function watch(mode: string, rebuilt: () => void): Promise<Rolldown.RolldownWatcher> {
  const watcher = (await build({ mode, logLevel: 'warn', build: { watch: {} } })) as Rolldown.RolldownWatcher
  const first = Promise.withResolvers<void>()
  let built = false
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(event.error)
    if (event.code !== 'END') return
    if (built) rebuilt()
    built = true
    first.resolve()
  })
  await first.promise
  return watcher
}

/** Runs one at a time; calls that come meanwhile are answered by one further run. */
function inTurn(task: () => Promise<void>): () => void {
  let running = false
  let wanted = false
  const go = async () => {
    running = true
    while (wanted) {
      wanted = false
      await task()
    }
    running = false
  }
  return () => {
    wanted = true
    if (!running) go().catch(console.error)
  }
}
