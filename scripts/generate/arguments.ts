import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface GenerateArguments {
  readonly employees: number
  /** The same number makes the same company. */
  readonly seed: number
  readonly folder: string
}

const most = 1_000_000

const usage =
  'npm run generate -- --employees NUMBER [--seed NUMBER] [--into FOLDER]\n' +
  `Makes a company of 1 to ${most} employees in a new folder.`

/** Reads what follows `npm run generate --`; the words to say where it is not understood. */
export function readArguments(given: readonly string[]): GenerateArguments | string {
  try {
    const {
      employees = '',
      seed = '1',
      into,
    } = parseArgs({
      args: [...given],
      options: { employees: { type: 'string' }, seed: { type: 'string' }, into: { type: 'string' } },
    }).values
    const [count, seeded] = [employees, seed].map((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN))
    if (count === undefined || !(count >= 1 && count <= most)) return usage
    if (seeded === undefined || !Number.isSafeInteger(seeded)) return usage
    return { employees: count, seed: seeded, folder: resolve(into ?? join(tmpdir(), `staffdesk-${count}`)) }
  } catch {
    return usage
  }
}
