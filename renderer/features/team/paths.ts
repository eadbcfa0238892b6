import type { TeamFigures } from '../../../electron/contract/dashboard.ts'
import { pathOf } from '../../frame/paths.ts'
import { type TeamNarrowing, unknownType } from './narrowing.ts'

/** What a manager sees of somebody of their team. */
export const memberPath = (id: number): string => `${pathOf('team')}/${id}`

/** What the address of one's team calls the employment type with which it opens. */
export const typeParameter = 'type'

/** Those of one's team who are employed in one way. */
export const teamPathFor = (type: TeamFigures['types'][number]['type']): string => {
  const asked: Exclude<TeamNarrowing['type'], ''> = type ?? unknownType
  return `${pathOf('team')}?${new URLSearchParams({ [typeParameter]: asked })}`
}
