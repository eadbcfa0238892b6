import { runTool } from './process.ts'

/** The builds of vite.config.ts, the slow one first. */
const BUILDS = ['renderer', 'main', 'e2e-main', 'preload', 'test-main']

/** Builds everything into `out/`, each build in a process of its own. */
export async function build(): Promise<number> {
  const codes = await Promise.all(
    BUILDS.map((mode) => runTool('vite', 'vite', ['build', '--mode', mode, '--logLevel', 'warn'])),
  )
  return Math.max(...codes)
}
