import { rmSync } from 'node:fs'
import { capture, runTool, tool } from './process.ts'
import { UNIT_REPORT } from './totals.ts'

interface Part {
  readonly name: string
  readonly program: string
  readonly args: readonly string[]
}

const COLOURS = Boolean(process.stdout.isTTY)
const PRETTY = ['--pretty', String(COLOURS)]

const STATIC: readonly Part[] = [
  {
    name: 'lint and format',
    program: tool('@biomejs/biome', 'biome'),
    args: ['ci', '--error-on-warnings', `--colors=${COLOURS ? 'force' : 'off'}`],
  },
  { name: 'types of the main process', program: tool('typescript', 'tsc'), args: ['-p', '.', ...PRETTY] },
  { name: 'types of the renderer', program: tool('typescript', 'tsc'), args: ['-p', 'renderer', ...PRETTY] },
  { name: 'types of the tests', program: tool('typescript', 'tsc'), args: ['-p', 'test', ...PRETTY] },
  { name: 'unused code', program: tool('knip'), args: [] },
]

/** `npm run check`: lint, types, unused code, then the unit tests. All of them run, whatever fails. */
export async function check(): Promise<number> {
  const codes = await Promise.all(STATIC.map(runPart))
  rmSync(UNIT_REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]
  codes.push(await runTool('vitest', 'vitest', ['run', ...reporters]))
  return Math.max(...codes)
}

async function runPart({ name, program, args }: Part): Promise<number> {
  const { code, output } = await capture(process.execPath, [program, ...args], {
    env: { ...process.env, FORCE_COLOR: COLOURS ? '1' : '0' },
  })
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`)
  if (code !== 0) console.log(output)
  return code
}
