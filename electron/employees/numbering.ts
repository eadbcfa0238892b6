import type { Audit } from '../audit/audit.ts'
import { type NumberPattern, numberPattern, readPattern, type SimilarEmployee } from '../contract/employee-numbers.ts'
import type { OutputOf, ParsedInputOf } from '../contract/index.ts'
import type { Database } from '../database/port.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { ActingPerson } from '../lifecycle/signed-in.ts'
import { nameOf } from './fields.ts'
import { employeeNumberKey, sortKey, workEmailKey } from './keys.ts'
import { similarNumberKeys } from './similar-numbers.ts'
import {
  type AlikeRow,
  readHighest,
  readStoredPattern,
  selectByEmail,
  selectByName,
  selectByNumbers,
  writePattern,
} from './similar-repository.ts'

/** Employees that a warning names; more would be no warning any more. */
const mostAlike = 5

/** Longest running number; a company has fewer employees than that. */
const longestRun = 15

type Suggested = OutputOf<'employees', 'readNumberPattern'>

interface NumberingParts {
  readonly database: Database
  readonly audit: Audit
  readonly lifecycle: Pick<Lifecycle, 'requireOpenWithin'>
}

/** Employee numbers by a pattern, and who may be registered already. */
export interface Numbering {
  suggest(): Promise<Suggested>
  preview(pattern: string): Promise<Suggested>
  /** Throws Refusal `UNAUTHENTICATED` where the actor's session ended meanwhile. */
  save(pattern: string, actor: ActingPerson): Promise<Suggested>
  findSimilar(typed: ParsedInputOf<'employees', 'findSimilar'>): Promise<readonly SimilarEmployee[]>
}

export function createNumbering({ database, audit, lifecycle }: NumberingParts): Numbering {
  async function readOwn(): Promise<string> {
    const stored = numberPattern.safeParse((await readStoredPattern(database)) ?? '')
    return stored.success ? stored.data : ''
  }

  async function preview(pattern: string): Promise<Suggested> {
    const parts = readPattern(pattern)
    return { pattern, next: parts && (await nextNumber(parts)) }
  }

  /** The number after the highest of the fewest digits that still has one after it. */
  async function nextNumber({ before, width, after }: NumberPattern): Promise<string | null> {
    const folded = { before: foldPart(before), after: foldPart(after) }
    for (let digits = width; digits <= longestRun; digits += 1) {
      const highest = await readHighest(database, folded.before, digits, folded.after)
      const run = highest === null ? '' : highest.slice(folded.before.length, folded.before.length + digits)
      const next = highest === null ? firstOf(digits, width) : Number(run) + 1
      if (String(next).length <= digits) return `${before}${String(next).padStart(digits, '0')}${after}`
    }
    return null
  }

  return {
    suggest: async () => preview(await readOwn()),
    preview,

    async save(pattern, actor) {
      const old = await readOwn()
      if (old !== pattern) {
        await database.write(async (transaction) => {
          await lifecycle.requireOpenWithin(transaction, actor)
          await writePattern(transaction, pattern)
          await audit.append(transaction, {
            action: 'employee_numbers.changed',
            actor,
            subject: { kind: 'company', id: 1, name: null },
            changes: { pattern: { old: old || null, new: pattern || null } },
          })
        })
      }
      return preview(pattern)
    },

    async findSimilar({ employeeNumber, firstName, lastName, dateOfBirth, workEmail }) {
      const typed: Typed = {
        number: employeeNumber === '' ? null : employeeNumberKey(employeeNumber),
        email: workEmailKey(workEmail),
        // A first name alone is many people's.
        name: firstName === '' || lastName === '' ? null : sortKey({ firstName, lastName }),
        birth: dateOfBirth,
      }
      const numbers = typed.number === null ? [] : [typed.number, ...similarNumberKeys(employeeNumber)]
      const rows = [
        ...(numbers.length === 0 ? [] : await database.read(selectByNumbers(numbers, mostAlike))),
        ...(typed.email === null ? [] : await database.read(selectByEmail(typed.email))),
        ...(typed.name === null ? [] : await database.read(selectByName(typed.name, mostAlike * 4))),
      ]
      return [...new Map(rows.map((row) => [row.id, row])).values()]
        .map((row) => toSimilar(row, reasonsOf(row, typed, numbers)))
        .filter(({ reasons }) => reasons.length > 0)
        .slice(0, mostAlike)
    },
  }
}

/** Runs of more digits than the pattern asks for begin where those of fewer end. */
const firstOf = (digits: number, width: number): number => (digits === width ? 1 : 10 ** (digits - 1))

/** Part of a number as the whole is folded; spaces at its ends are within the number. */
const foldPart = (text: string): string => employeeNumberKey(`|${text}|`).slice(1, -1)

interface Typed {
  readonly number: string | null
  readonly email: string | null
  readonly name: string | null
  readonly birth: string
}

function reasonsOf(row: AlikeRow, typed: Typed, numbers: readonly string[]): SimilarEmployee['reasons'] {
  const hasName = row.sort_key === typed.name
  const isBorn = typed.birth !== '' && row.date_of_birth === typed.birth
  // Two dates of birth that are known and differ are two people's.
  const mayBeBorn = typed.birth === '' || row.date_of_birth === null
  return [
    ...(row.employee_number_key === typed.number
      ? (['number'] as const)
      : numbers.includes(row.employee_number_key)
        ? (['similar-number'] as const)
        : []),
    ...(typed.email !== null && row.work_email_key === typed.email ? (['email'] as const) : []),
    ...(hasName && isBorn ? (['name-and-birth'] as const) : hasName && mayBeBorn ? (['name'] as const) : []),
  ]
}

const toSimilar = (row: AlikeRow, reasons: SimilarEmployee['reasons']): SimilarEmployee => ({
  id: row.id,
  name: nameOf(row),
  employeeNumber: row.employee_number,
  isPresent: row.status !== 'left' && row.archived_at === null,
  reasons,
})
