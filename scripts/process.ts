import { type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Something that this machine lacks; its message is all that a person needs to read. */
export class Unsupported extends Error {
  override name = 'Unsupported'
}

export type Ended = { readonly code: number; readonly output: string }

/** Runs a command to its end with this terminal's streams and answers its exit code; 128 + n for a signal. */
export async function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return (await finished(command, args, { stdio: 'inherit', ...options })).code
}

/** Runs a command to its end without showing it; answers exit code and everything it printed. */
export function capture(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<Ended> {
  return finished(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
}

function finished(command: string, args: readonly string[], options: SpawnOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    const pieces: Buffer[] = []
    child.stdout?.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr?.on('data', (piece: Buffer) => pieces.push(piece))
    const forward = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGTERM', forward)
    process.on('SIGINT', ignore)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('SIGTERM', forward)
      process.off('SIGINT', ignore)
      resolve({ code: signal ? 128 + (SIGNALS[signal] ?? 0) : (code ?? 1), output: Buffer.concat(pieces).toString() })
    })
  })
}

const SIGNALS: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/** Ctrl+C reaches the child by itself, in the same terminal; this process stays to answer the child's exit code. */
function ignore(): void {}

/** The arguments that make Node run the program `name` of an installed package. */
export function tool(packageName: string, name = packageName): string {
  const folder = join('node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  const program = bin[name]
  if (!program) throw new Error(`${packageName} has no program ${name}`)
  return join(folder, program)
}

/** Runs the program of an installed package on this same Node. */
export function runTool(
  packageName: string,
  name: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  return run(process.execPath, [tool(packageName, name), ...args], options)
}

/** Whether a program of this name stands on PATH. */
export function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}
