import { pathOf } from '../../frame/paths.ts'

/** What a manager sees of somebody of their team. */
export const memberPath = (id: number): string => `${pathOf('team')}/${id}`
