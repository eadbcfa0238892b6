import type { CustomCondition } from '../../../electron/contract/custom-filter.ts'
import { type EmployeeFilter, employeeFilter, everybody } from '../../../electron/contract/employee-filter.ts'
import { filterParameter } from '../../registry/employee-paths.ts'
import { chipsOf, withoutChip } from './custom-narrowing.ts'

/** What narrows the list down besides the words searched for. The archived have a list of their own. */
export type Narrowing = Omit<EmployeeFilter, 'search' | 'archived'>

const { search: _, archived: __, ...nothing } = everybody

/** Leaves nobody out. */
export const noNarrowing: Narrowing = nothing

/** The parts of a filter in which days are meant, not choices. */
export const periodNames = ['hired', 'leaving', 'probationEnds', 'contractEnds'] as const

export type PeriodName = (typeof periodNames)[number]

type ChoiceName = Exclude<keyof Narrowing, PeriodName | 'employedOn' | 'custom'>

/** One thing that narrows the list down; a chip stands for it. */
export type Part =
  | { [Name in ChoiceName]: { readonly name: Name; readonly value: Narrowing[Name][number] } }[ChoiceName]
  | { readonly name: PeriodName; readonly value: Narrowing[PeriodName] }
  | { readonly name: 'employedOn'; readonly value: string }
  | { readonly name: 'custom'; readonly value: CustomCondition }

/** The parts of a filter, in the order in which the filters stand. */
export function partsOf(narrowing: Narrowing): readonly Part[] {
  return [
    ...narrowing.statuses.map((value): Part => ({ name: 'statuses', value })),
    ...narrowing.departmentIds.map((value): Part => ({ name: 'departmentIds', value })),
    ...narrowing.positionIds.map((value): Part => ({ name: 'positionIds', value })),
    ...narrowing.managerIds.map((value): Part => ({ name: 'managerIds', value })),
    ...narrowing.employmentTypes.map((value): Part => ({ name: 'employmentTypes', value })),
    ...narrowing.accounts.map((value): Part => ({ name: 'accounts', value })),
    ...periodNames
      .filter((name) => narrowing[name].from !== '' || narrowing[name].to !== '')
      .map((name): Part => ({ name, value: narrowing[name] })),
    ...narrowing.custom.flatMap(chipsOf).map((value): Part => ({ name: 'custom', value })),
    ...(narrowing.employedOn === '' ? [] : [{ name: 'employedOn', value: narrowing.employedOn } as const]),
  ]
}

/** The filter without one of its parts. */
export function without(narrowing: Narrowing, part: Part): Narrowing {
  switch (part.name) {
    case 'hired':
    case 'leaving':
    case 'probationEnds':
    case 'contractEnds':
    case 'employedOn':
      return { ...narrowing, [part.name]: noNarrowing[part.name] }
    case 'custom':
      return { ...narrowing, custom: withoutChip(narrowing.custom, part.value) }
    default: {
      const values: readonly Part['value'][] = narrowing[part.name]
      return { ...narrowing, [part.name]: values.filter((value) => value !== part.value) }
    }
  }
}

/** The filter that an address asks for; null where it asks for none, or for one that cannot be read. */
export function filterOfAddress(search: string): EmployeeFilter | null {
  const asked = new URLSearchParams(search).get(filterParameter)
  if (asked === null) return null
  try {
    const read = employeeFilter.safeParse(JSON.parse(asked))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
