import { build } from './build.ts'
import { hasDisplay } from './electron.ts'
import { run } from './process.ts'
import { setUp } from './set-up.ts'

/** `npm start -- [arguments]`: builds the app and runs it; the arguments are the app's own. */
export async function start(given: readonly string[]): Promise<number> {
  const electron = await setUp({ forTests: false })
  const code = await build()
  if (code !== 0) return code
  console.log(electron.line)
  if (!hasDisplay()) console.log('There is no display: it runs headless, and no window is seen. Ctrl+C ends it.')
  return run(electron.executable, ['.', ...given], { env: { ...process.env, ...electron.environment } })
}
