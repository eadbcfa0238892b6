import type { ImportOptions } from '../contract/imports.ts'
import { nameOf } from '../employees/fields.ts'
import { employeeNumberKey, workEmailKey } from '../employees/keys.ts'
import type { Known } from './known.ts'
import type { FieldProblem } from './values.ts'

/** Holds what must be unique against the company and against the rows before. */
export interface Uniqueness {
  /** Notes the number of a row; answers what is wrong with it. */
  number(number: string, row: number): readonly FieldProblem[]
  /** Notes the address of a row; `ownId` is the employee whom the row changes. */
  email(address: string, ownId: number | null, row: number): readonly FieldProblem[]
  /** The row that brings the number, by its folded form. */
  rowOf(numberKey: string): number | undefined
}

export function createUniqueness(
  known: Pick<Known, 'byNumber' | 'byEmail' | 'usedNumbers'>,
  { updateByNumber }: Pick<ImportOptions, 'updateByNumber'>,
): Uniqueness {
  const rowsByNumber = new Map<string, number>()
  const rowsByEmail = new Map<string, number>()
  return {
    rowOf: (numberKey) => rowsByNumber.get(numberKey),

    number(number, row) {
      const key = employeeNumberKey(number)
      if (key === '') return []
      const what = `Employee number ${number}`
      const earlier = rowsByNumber.get(key)
      if (earlier !== undefined) return [['employeeNumber', `${what} stands in row ${earlier} as well.`]]
      rowsByNumber.set(key, row)
      const present = known.byNumber.get(key)
      if (present) {
        return updateByNumber ? [] : [['employeeNumber', `${what} is already used by ${nameOf(present)}.`]]
      }
      if (!known.usedNumbers.has(key)) return []
      return [['employeeNumber', `${what} once belonged to somebody else, and numbers are never given twice.`]]
    },

    email(address, ownId, row) {
      const key = workEmailKey(address)
      if (key === null) return []
      const what = `Work email ${address}`
      const earlier = rowsByEmail.get(key)
      if (earlier !== undefined) return [['workEmail', `${what} stands in row ${earlier} as well.`]]
      rowsByEmail.set(key, row)
      const owner = known.byEmail.get(key)
      return owner === undefined || owner.id === ownId
        ? []
        : [['workEmail', `${what} is already used by ${nameOf(owner)}.`]]
    },
  }
}
