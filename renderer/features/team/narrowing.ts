import { employmentTypes } from '../../../electron/contract/employee-filter.ts'
import type { TeamFilter } from '../../../electron/contract/team.ts'

/** Stands for null where a control wants text. */
export const unknownType = 'unknown'

/** The statuses of people who work here. */
export const statusesHere = ['active', 'inactive', 'suspended'] as const

/** What is chosen to narrow one's team down; the empty string narrows nothing. */
export interface TeamNarrowing {
  /** As it was typed. */
  readonly search: string
  readonly reach: '' | 'direct'
  readonly status: '' | (typeof statusesHere)[number]
  readonly type: '' | (typeof employmentTypes)[number] | typeof unknownType
}

export const wholeTeam: TeamNarrowing = { search: '', reach: '', status: '', type: '' }

/** As the call takes it. */
export const filterOf = ({ search, reach, status, type }: TeamNarrowing): TeamFilter => ({
  search,
  isDirect: reach === 'direct',
  statuses: status === '' ? [] : [status],
  employmentTypes: type === '' ? [] : [type === unknownType ? null : type],
})

/** The employment type of an address, or null where there is none. */
export const typeIn = (text: string | null): TeamNarrowing['type'] | null =>
  ([...employmentTypes, unknownType] as const).find((type) => type === text) ?? null
